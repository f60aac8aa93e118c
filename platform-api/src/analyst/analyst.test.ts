import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as analyst from './index.ts';
import { aCall } from './labels/build-call.ts';
import { labelledCalls, turnsOf } from './labels/labelled-calls.ts';
import type { Turn, TurnSpan } from '../features/transcripts/turn.ts';

const shared = new URL('../../../../shared/data/', import.meta.url);
const loneSurrogate = /\p{Surrogate}/u;
const hasShared = existsSync(shared);

function everySpan(turns: readonly Turn[]): TurnSpan[] {
  const objections = analyst.findObjections(turns);
  return [
    ...analyst.findProfits(turns).map(({ span }) => span),
    ...objections.flatMap(({ span, again, reply, reaction }) => [
      span,
      ...again,
      ...(reply ? [reply.span] : []),
      ...(reaction ? [reaction.span] : []),
    ]),
    ...analyst.summarise(turns).flatMap(({ spans }) => spans),
    ...analyst.actionItems(turns, { startedAt: new Date('2026-01-05T09:00:00Z') }).map(({ span }) => span),
    ...analyst.chunk(turns).flatMap(({ spans }) => spans),
  ];
}

function expectExact(turns: readonly Turn[]): void {
  const byIndex = new Map(turns.map((turn) => [turn.index, turn]));
  for (const { turn, start, end } of everySpan(turns)) {
    const text = byIndex.get(turn)?.text ?? '';
    const words = text.slice(start, end);
    // Plain comparisons: over a corpus, a matcher per span would cost more than the analysis.
    const isExact =
      start >= 0 && end <= text.length && start < end && words === words.trim() && !loneSurrogate.test(words);
    if (!isExact) expect.fail(`turn ${turn}, ${start} to ${end} of ${text.length}: "${words}"`);
  }
}

function runAll(turns: readonly Turn[]): unknown {
  return [
    everySpan(turns),
    analyst.findProfits(turns),
    analyst.findObjections(turns),
    analyst.summarise(turns),
    analyst.chunk(turns).map((chunk) => analyst.enrich(chunk)),
    analyst.callSentiment(turns),
    analyst.speakerSentiments(turns),
    analyst.topicSections(turns),
    analyst.talkShares(turns),
    analyst.speechStrip(turns),
  ];
}

describe('the local analyst', () => {
  it.each(labelledCalls.map((call) => [call.id, call] as const))(
    'quotes exact, trimmed, non-empty words in %s',
    (_id, call) => {
      expectExact(turnsOf(call));
    },
  );

  it('gives the same answer every time and changes nothing it is given', () => {
    for (const call of labelledCalls) {
      const turns = turnsOf(call);
      const before = structuredClone(turns);
      expect(runAll(turns)).toEqual(runAll(turns));
      expect(turns).toEqual(before);
    }
  });

  it.each([
    ['no turns', []],
    ['turns without words', ['us: ', 'them:   ', 'us: ...', 'them: ?!']],
    [
      'one speaker',
      Array.from(
        { length: 30 },
        () => 'us: We are losing customers, the price is ninety a month, I will send it by Friday.',
      ),
    ],
    [
      'emoji',
      [
        "us: It's ninety a month 🎉, shall we start? 👩‍👩‍👧",
        "them: 😬 That's too expensive for us 😭😭, we can't afford it 👎🏽.",
        `them: ${'🙈'.repeat(900)}`,
      ],
    ],
    [
      'right-to-left',
      ['us: كم يكلف ذلك في الشهر؟ هل نبدأ؟', 'them: לא, זה יקר מדי בשבילנו. אנחנו לא יכולים להרשות לעצמנו.'],
    ],
    [
      'scripts without spaces',
      ['us: この製品の価格は月額九十ユーロです。始めましょうか？', 'them: 高すぎます。予算がありません。'],
    ],
    [
      'half of a surrogate pair and control characters',
      ['them: \u0000\u0007 we are losing\u2028customers\u00a0every day.'],
    ],
  ])('survives %s', (_name, lines) => {
    const turns = aCall(lines);
    expectExact(turns.filter(({ text }) => !loneSurrogate.test(text)));
    expect(() => runAll(turns)).not.toThrow();
  });

  it.each([
    ['words without a full stop', "we lose customers and the price can't be justified because "],
    ['one letter', 'a'],
    [
      'a phrase the patterns begin to match again and again',
      "not really, no, i don't want to have to need to talk to the ",
    ],
    ['dots', 'no. '],
    ['spaces and commas', ' , , '],
  ])('reads a turn of 10,000 words in a moment: %s', (_name, words) => {
    const turns = aCall([
      'us: It is ninety a month, would you like to start?',
      `them: ${words.repeat(Math.ceil(60_000 / words.length))}`,
      'us: Let us try.',
    ]);
    const started = performance.now();
    expectExact(turns);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it.skipIf(!hasShared)(
    'quotes exact words over the meetings of ../shared, and takes next to nothing of them for a buyer',
    { timeout: 120_000 },
    () => {
      const folder = new URL('meetings/qmsum/', shared);
      let turnCount = 0;
      let items = 0;
      for (const name of readdirSync(folder).slice(0, 12)) {
        const { turns } = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as {
          turns: { speaker: string; text: string }[];
        };
        const call = turns.map(({ speaker, text }, index): Turn => ({
          index,
          speakerId: speaker,
          speaker,
          side: 'unknown',
          text,
          startMs: null,
          endMs: null,
        }));
        expectExact(call);
        turnCount += call.length;
        items += analyst.findProfits(call).length;
      }
      expect((1000 * items) / turnCount).toBeLessThanOrEqual(0.5);
    },
  );
});
