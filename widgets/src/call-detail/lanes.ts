import type { Participant } from '@callvault/sdk';

/** One side of the conversation, as the map names it. */
export interface Lane {
  readonly name: string;
  readonly share: number;
}

/** Us and everybody else, each with its share of the words. */
export function lanes(
  participants: readonly Participant[],
  words: { readonly us: string; readonly them: string },
): readonly [Lane, Lane] {
  const ours = participants.filter(({ side }) => side === 'us');
  const theirs = participants.filter(({ side }) => side !== 'us');
  return [
    { name: nameOf(ours) ?? words.us, share: sum(ours) },
    { name: nameOf(theirs) ?? words.them, share: sum(theirs) },
  ];
}

const sum = (people: readonly Participant[]): number => people.reduce((total, { talkShare }) => total + talkShare, 0);

/** The first name of one person; of several, the company that their titles have in common. */
function nameOf(people: readonly Participant[]): string | undefined {
  if (people.length === 1) return people[0]?.name.split(/\s+/)[0];
  const companies = new Set(people.map(({ title }) => title?.split(',').at(-1)?.trim() ?? ''));
  const [company] = companies;
  return companies.size === 1 && company !== '' ? company : undefined;
}
