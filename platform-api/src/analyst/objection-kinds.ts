import kindData from './data/en/objection-kinds.json' with { type: 'json' };
import { compilePattern } from './language/rules.ts';
import { plain } from './language/text.ts';

export const OBJECTION_KINDS = [
  'price',
  'timing',
  'authority',
  'need',
  'trust',
  'competitor',
  'status_quo',
  'other',
] as const;
export type ObjectionKind = (typeof OBJECTION_KINDS)[number];

type NamedKind = Exclude<ObjectionKind, 'other'>;

const NAMED_KINDS = OBJECTION_KINDS.filter((kind): kind is NamedKind => kind !== 'other');
const words = NAMED_KINDS.map((kind) => ({ kind, regex: compilePattern(kindData.kinds[kind].join('|')) }));

/** What an objection is about: first by the cue that found it, then by its words, last by what it answers. */
export function kindOf(
  quote: string,
  cues: readonly { kind?: string; weight: number }[],
  before: string,
): ObjectionKind {
  const score = new Map<ObjectionKind, number>();
  const add = (kind: ObjectionKind, value: number): void => void score.set(kind, (score.get(kind) ?? 0) + value);
  for (const kind of NAMED_KINDS) {
    for (const cue of cues) if (cue.kind === kind) add(kind, cue.weight);
  }
  for (const { kind, regex } of words) {
    if (regex.test(plain(quote))) add(kind, 0.5);
    else if (regex.test(plain(before.slice(-200)))) add(kind, 0.1);
  }
  const [best] = [...score].sort(([, a], [, b]) => b - a);
  return best && best[1] >= 0.4 ? best[0] : 'other';
}
