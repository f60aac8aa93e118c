import type { Answer, SearchHit } from '@callvault/sdk';
import type { RecentSearch } from './recent.ts';

export type SearchAnswer = Answer<'search.query'>;
export type FoundCall = SearchAnswer['calls'][number];

/** One line that the arrows stop at. */
export type Choice =
  | { readonly kind: 'moment'; readonly hit: SearchHit }
  | { readonly kind: 'call'; readonly call: FoundCall }
  | { readonly kind: 'ask'; readonly question: string }
  | { readonly kind: 'recent'; readonly search: RecentSearch };

/** What is on offer, in the order it is drawn: what was said, then summaries, titles and the question for the chat. */
export function choicesOf(answer: SearchAnswer | undefined, question: string): readonly Choice[] {
  if (!answer) return [];
  const moment = (hit: SearchHit): Choice => ({ kind: 'moment', hit });
  return [
    ...answer.items.filter(({ foundIn }) => foundIn === 'transcript').map(moment),
    ...answer.items.filter(({ foundIn }) => foundIn === 'summary').map(moment),
    ...answer.calls.map((call): Choice => ({ kind: 'call', call })),
    ...(question ? [{ kind: 'ask', question } as const] : []),
  ];
}
