import type { Answer, Objection, Rebuttal } from '@callvault/sdk';
import { aCallRef, anEvidence } from './an-evidence.ts';

let made = 0;

/** An objection that was answered, and the answer worked, unless told otherwise. */
export function anObjection(facts: Partial<Objection> = {}): Objection {
  made += 1;
  const call = facts.call ?? aCallRef();
  return {
    id: `objection_${made}`,
    call,
    kind: 'price',
    evidence: anEvidence('that is more than we pay today', { at: 1072, title: 'CFO', call }),
    confidence: 0.9,
    reply: {
      rebuttalId: 'rebuttal_1',
      evidence: anEvidence('That Friday call is the number.', {
        at: 1127,
        speaker: 'Maya Lindqvist',
        side: 'us',
        call,
      }),
    },
    reaction: { verdict: 'accepted', evidence: anEvidence('And who checked that?', { at: 1155, title: 'CFO', call }) },
    worked: true,
    judgedBy: 'next_words',
    engine: 'local analyst',
    ...facts,
  };
}

/** A reply as the API ranks it; say only what the test is about. */
export function aRebuttal(facts: Partial<Rebuttal> = {}): Rebuttal {
  made += 1;
  const id = facts.id ?? `rebuttal_${made}`;
  return {
    id,
    kind: 'price',
    name: `Reply ${made}`,
    approach: 'measured_cost',
    words: 'So that Friday call is the number.',
    example: anObjection(),
    speakers: ['Maya Lindqvist'],
    used: 19,
    judged: 19,
    worked: 14,
    won: 11,
    open: 5,
    lost: 3,
    reliability: 0.51,
    isPinned: false,
    isRetired: false,
    isOwn: false,
    ...facts,
  };
}

/** The counts of the rail. */
export function kindCounts(
  kinds: readonly [Objection['kind'], number, number][] = [],
  facts: Partial<Answer<'rebuttals.kinds'>> = {},
): Answer<'rebuttals.kinds'> {
  return {
    objections: kinds.reduce((sum, [, heard]) => sum + heard, 0),
    calls: 118,
    callsRead: 312,
    kinds: kinds.map(([kind, heard, answeredWell]) => ({ kind, heard, answered: heard, answeredWell })),
    ...facts,
  };
}
