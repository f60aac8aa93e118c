import type { Evidence, SearchHit, SpeakerRef } from '@callvault/sdk';
import type { FoundCall, SearchAnswer } from './choices.ts';

/** Answers for stories and tests: what finance said about detention charges. */

const speaker = (name: string, title: string): SpeakerRef => ({
  id: `sp_${name.split(' ')[0]?.toLowerCase() ?? ''}`,
  name,
  title,
  side: 'them',
});

const sanjay = speaker('Sanjay Mehta', 'CFO, Alder Foods');
const wave = (shift: number) =>
  Array.from({ length: 60 }, (_, bar) => (Math.sin(bar / 2 + shift) > 0 ? 0.3 + ((bar * 7) % 10) / 14 : 0));
const strip = { us: wave(0), them: wave(Math.PI) };

interface HitOptions {
  readonly id: string;
  readonly title: string;
  readonly startedAt: string;
  readonly who: SpeakerRef;
  readonly startMs: number;
  readonly words: string;
  readonly found: readonly string[];
  readonly after?: string;
  readonly around?: readonly [before: [SpeakerRef, number, string], after: [SpeakerRef, number, string]];
}

export function hitOf({ id, title, startedAt, who, startMs, words, found, after = '', around }: HitOptions): SearchHit {
  const text = words + after;
  const evidence: Evidence = {
    callId: id,
    callTitle: title,
    callStartedAt: startedAt,
    revision: 1,
    segmentStart: 10,
    segmentEnd: 10,
    start: 0,
    end: words.length,
    text: words,
    speaker: who,
    startMs,
    endMs: startMs + 8000,
  };
  const turn = (index: number, [by, at, said]: [SpeakerRef, number, string]) => ({
    index,
    speaker: by,
    startMs: at,
    text: said,
    segmentStart: index,
    segmentEnd: index,
    highlights: found.flatMap((each) =>
      said.includes(each) ? [{ start: said.indexOf(each), end: said.indexOf(each) + each.length }] : [],
    ),
  });
  return {
    call: { id, title, startedAt, durationMs: 2_538_000, outcome: 'open', client: null, strip },
    foundIn: 'transcript',
    evidence,
    turns: [
      ...(around ? [turn(9, around[0])] : []),
      turn(10, [who, startMs, text]),
      ...(around ? [turn(11, around[1])] : []),
    ],
    bestTurn: 10,
  };
}

const maya: SpeakerRef = { id: 'sp_maya', name: 'Maya Lindqvist', title: 'Kestrel Freight', side: 'us' };

export const hits: SearchHit[] = [
  hitOf({
    id: 'call_alder',
    title: 'Alder Foods: pricing review with finance',
    startedAt: '2026-11-23T14:30:00Z',
    who: sanjay,
    startMs: 1_666_000,
    words: 'We book detention under freight, so nobody sees the charges until quarter end.',
    after: ' By then Karen has already had the fight.',
    found: ['detention', 'charges'],
    around: [
      [maya, 1_651_000, 'Where does it show up today, before anyone argues about it?'],
      [
        speaker('Karen Whitfield', 'COO, Alder Foods'),
        1_682_000,
        'And lost it, mostly. I can send you the ledger for the third quarter.',
      ],
    ],
  }),
  hitOf({
    id: 'call_cobalt',
    title: 'Cobalt Packaging: second round on terms',
    startedAt: '2026-11-20T10:00:00Z',
    who: speaker('Dana Pruitt', 'Controller'),
    startMs: 751_000,
    words: 'Forty thousand a month in detention, and I could dispute maybe a third of it.',
    found: ['detention'],
  }),
  hitOf({
    id: 'call_sable',
    title: 'Sable Foods: contract walk-through',
    startedAt: '2026-11-19T10:00:00Z',
    who: speaker('Irene Sato', 'CFO'),
    startMs: 478_000,
    words: 'The waiting time charges are the one line I cannot forecast.',
    found: ['waiting time charges'],
  }),
  hitOf({
    id: 'call_alder_1',
    title: 'Alder Foods: first call',
    startedAt: '2026-11-02T10:00:00Z',
    who: sanjay,
    startMs: 1_985_000,
    words: 'If detention were half of what it is, this would be easy.',
    found: ['detention'],
  }),
];

const titled = (id: string, title: string, startedAt: string, durationMs: number, word: string): FoundCall => ({
  id,
  title,
  startedAt,
  durationMs,
  outcome: null,
  client: null,
  highlights: [{ start: title.indexOf(word), end: title.indexOf(word) + word.length }],
});

export const answer: SearchAnswer = {
  items: hits,
  calls: [
    titled('call_norvane', 'Detention workshop with Norvane', '2026-11-11T10:00:00Z', 3_080_000, 'Detention'),
    titled('call_pell', 'Pell Freight: yard hours and detention', '2026-11-04T10:00:00Z', 1_608_000, 'detention'),
  ],
  callsSearched: 86,
  tookMs: 38.2,
};

export const nothingFound: SearchAnswer = { items: [], calls: [], callsSearched: 86, tookMs: 12 };
