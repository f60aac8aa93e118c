import replyData from './data/en/replies.json' with { type: 'json' };
import { compilePattern } from './language/rules.ts';
import { sentencesOf } from './language/sentences.ts';
import { plain, type Range } from './language/text.ts';
import { contentStems } from './language/words.ts';
import type { Side } from './sides.ts';
import type { Turn, TurnSpan } from '../features/transcripts/turn.ts';

export type Verdict = 'accepted' | 'softened' | 'repeated' | 'rejected' | 'unclear';

export interface Reply {
  turn: number;
  span: TurnSpan;
}

export interface Reaction extends Reply {
  verdict: Verdict;
}

const backChannel = new RegExp(`^\\s*${replyData.backChannels.join('|')}\\s*$`, 'iu');
const evidence = compilePattern(replyData.evidence.join('|'));
const offers = compilePattern(replyData.offers.join('|'));
const agrees = compilePattern(replyData.agrees.join('|'));
const argues = compilePattern(replyData.argues.join('|'));
const verdicts = (['rejected', 'repeated', 'accepted', 'softened'] as const).map((verdict) => ({
  verdict,
  regex: compilePattern(replyData.verdicts[verdict].join('|')),
}));

const REPLY_WITHIN = 10;
/** A later turn of the same exchange is the reply only when it answers this much better than the first. */
const BETTER = 1;
const REACTION_TURNS = 2;
const WHOLE_REPLY = 280;

/** "Mm-hm", "right, okay": it keeps the other one talking and answers nothing. */
export const isBackChannel = (text: string): boolean => text.length < 80 && backChannel.test(plain(text));

/**
 * The turn with which our side answers what was said at `at` (a place in `turns`), or -1. The first that says anything,
 * unless it only asks or agrees and a later turn of the same exchange brings an offer, a number or somebody's experience.
 * The exchange ends where the other side answers a statement of ours or objects again (a place in
 * `objectedAt`).
 */
export function replyPlace(
  turns: readonly Turn[],
  sides: readonly (Side | null)[],
  at: number,
  objectedAt: ReadonlySet<number>,
): number {
  let best = -1;
  let bestScore = -Infinity;
  let answered = false;
  for (let next = at + 1; next < turns.length && next <= at + REPLY_WITHIN; next++) {
    const turn = turns[next];
    if (!turn || isBackChannel(turn.text)) continue;
    if (sides[next] !== 'us') {
      if (answered || (best >= 0 && objectedAt.has(next))) break;
      continue;
    }
    if (contentStems(turn.text).length === 0) continue;
    const score = answerScore(turn.text);
    if (best < 0 || score >= bestScore + BETTER) {
      best = next;
      bestScore = score;
    }
    // After our question they speak of what was asked, and the exchange goes on.
    answered = !turn.text.trimEnd().endsWith('?');
  }
  return best;
}

/** How much a turn answers by offering and showing, rather than by asking. */
function answerScore(text: string): number {
  const words = plain(text);
  const asks = words.trimEnd().endsWith('?');
  return (
    (evidence.test(words) ? 1 : 0) + (offers.test(words) ? 1 : 0) + (agrees.test(words) ? 0.5 : 0) - (asks ? 0.5 : 0)
  );
}

/** The sentences of a reply that answer: all of a short one, else the best run of up to three. */
export function replySpan(turn: Turn, objection: string): TurnSpan {
  const sentences = sentencesOf(turn.text);
  const [first] = sentences;
  const last = sentences[sentences.length - 1];
  if (!first || !last) return { turn: turn.index, start: 0, end: turn.text.length };
  if (last.end - first.start <= WHOLE_REPLY) return { turn: turn.index, start: first.start, end: last.end };
  const about = new Set(contentStems(objection));
  const scores = sentences.map((sentence) => sentenceScore(turn.text.slice(sentence.start, sentence.end), about));
  let best = { start: 0, length: 1, score: -Infinity };
  for (let start = 0; start < sentences.length; start++) {
    for (let length = 1; length <= 3 && start + length <= sentences.length; length++) {
      const score = scores.slice(start, start + length).reduce((sum, value) => sum + value - 0.6, 0) - start * 0.05;
      if (score > best.score) best = { start, length, score };
    }
  }
  const from = sentences[best.start] ?? first;
  const to = sentences[best.start + best.length - 1] ?? from;
  return { turn: turn.index, start: from.start, end: to.end };
}

function sentenceScore(sentence: string, about: ReadonlySet<string>): number {
  const stems = contentStems(sentence);
  const shared = stems.filter((stem) => about.has(stem)).length;
  const isQuestion = sentence.trimEnd().endsWith('?');
  return (
    Math.min(shared, 3) * 0.5 +
    (argues.test(plain(sentence)) ? 0.8 : 0) +
    Math.min(stems.length, 8) * 0.08 -
    (isQuestion ? 0.4 : 0)
  );
}

/** What the other side's next two turns say of a reply: the first that judges it, else the first. */
export function reactionTo(turns: readonly Turn[], sides: readonly (Side | null)[], reply: number): Reaction | null {
  let first: Reaction | null = null;
  let heard = 0;
  for (let next = reply + 1; next < turns.length && next <= reply + 4 && heard < REACTION_TURNS; next++) {
    const turn = turns[next];
    if (!turn || sides[next] !== 'them') continue;
    const sentences = sentencesOf(turn.text);
    const [opening] = sentences;
    if (!opening) continue;
    heard++;
    const judged = judge(turn.text, sentences.slice(0, 4));
    if (judged) return { turn: turn.index, span: { turn: turn.index, ...judged.range }, verdict: judged.verdict };
    first ??= { turn: turn.index, span: { turn: turn.index, ...opening }, verdict: 'unclear' };
  }
  return first;
}

function judge(text: string, sentences: readonly Range[]): { verdict: Verdict; range: Range } | null {
  for (const range of sentences) {
    const sentence = plain(text.slice(range.start, range.end));
    for (const { verdict, regex } of verdicts) {
      const isAsked = sentence.endsWith('?') && (verdict === 'accepted' || verdict === 'rejected');
      if (!isAsked && regex.test(sentence)) return { verdict, range };
    }
  }
  return null;
}
