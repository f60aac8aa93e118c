import { createHash } from 'node:crypto';
import type { IndexedFacet, PassageQuery } from '../../../ports/search-index.ts';
import { facetKey } from '../../../text/passages/turn-filter.ts';
import { rankedWords, type TurnWords } from '../../../text/passages/window-words.ts';
import { stemOf } from '../../../text/stem.ts';

/** Stands between turns, so that no phrase is found across two of them. No analysed word contains it. */
const TURN_BREAK = '¶';

/** A stem as the word index knows it: without a character that FTS5 would split at or obey. */
export const stemTerm = (stem: string): string => stem.replace(/[^a-z0-9\u0080-\uffff]/g, '·');

/** A folded word as the word index knows it. */
export const termOf = (form: string): string => stemTerm(stemOf(form));

/** What the word index is fed for a window. The same words go in when it is stored and when it is taken out. */
export const windowTerms = (turns: readonly TurnWords[]): string =>
  turns.map((turn) => rankedWords(turn).map(termOf).join(' ')).join(` ${TURN_BREAK} `);

/** A quoted FTS5 string. Terms hold no quote; this is where it is enforced rather than assumed. */
export const quoted = (terms: readonly string[]): string => `"${terms.join(' ').replaceAll('"', '')}"`;

const mark = (kind: string, value: string): string =>
  kind + createHash('sha256').update(facetKey(value)).digest('hex').slice(0, 16);

const KINDS = { speakers: 's', topics: 't', intents: 'i', entities: 'e', sentiments: 'm' } as const;

/** Marks by which a window is found through filters: who speaks in it and what enrichment found there. */
export function windowMarks(turns: readonly TurnWords[], facets: readonly IndexedFacet[]): string {
  const [first, last] = [turns[0].turn, turns[turns.length - 1].turn];
  const marks = new Set(turns.map(({ speaker }) => mark(KINDS.speakers, speaker)));
  for (const facet of facets) {
    if (facet.turnEnd < first || facet.turnStart > last) continue;
    for (const kind of ['topics', 'intents', 'entities'] as const) {
      for (const value of facet[kind]) marks.add(mark(KINDS[kind], value));
    }
    marks.add(mark(KINDS.sentiments, facet.sentiment));
  }
  return [...marks].join(' ');
}

/** The part of an FTS5 expression that narrows to windows where the filters can hold; each turn is checked afterwards. */
export function markExpression(query: PassageQuery): string {
  return (Object.keys(KINDS) as (keyof typeof KINDS)[])
    .flatMap((kind) => {
      const values = query[kind];
      return values ? [`marks : (${values.map((value) => quoted([mark(KINDS[kind], value)])).join(' OR ')})`] : [];
    })
    .map((part) => ` AND ${part}`)
    .join('');
}
