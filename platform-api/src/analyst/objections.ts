import objectionData from './data/en/objections.json' with { type: 'json' };
import toneData from './data/en/tone.json' with { type: 'json' };
import { compilePattern, compileRules, matchRules, type RuleData } from './language/rules.ts';
import { sentencesOf } from './language/sentences.ts';
import { plain, type Range } from './language/text.ts';
import { contentStems } from './language/words.ts';
import { kindOf, type ObjectionKind } from './objection-kinds.ts';
import { isBackChannel, reactionTo, replyPlace, replySpan, type Reaction, type Reply } from './replies.ts';
import { sidesOf, type Side } from './sides.ts';
import type { Turn, TurnSpan } from '../features/transcripts/turn.ts';

export interface Objection {
  kind: ObjectionKind;
  span: TurnSpan;
  /** Where the same was said again, before or after the reply. */
  again: TurnSpan[];
  /** 0-1. */
  confidence: number;
  /** What our side said to it, or nothing. */
  reply: Reply | null;
  /** The other side's next words after the reply. */
  reaction: Reaction | null;
}

type Placed = Objection & { at: number };
type Raised = Omit<Placed, 'reply' | 'reaction'>;

interface ObjectionRule extends RuleData {
  kind?: string;
  role?: string;
}

const { macros, weights } = objectionData;
/** A cue of this weight says by itself what kind of objection it is; lighter ones only add. */
const CUE = 0.6;
/** A cue of this weight, said right after an offer, needs nothing beside it. */
const PLAIN = 0.8;
const rules = compileRules<ObjectionRule>(objectionData);
const positive = compilePattern(objectionData.positives.join('|'), macros);
const ask = compilePattern(objectionData.asks.join('|'), macros);
const offer = compilePattern(objectionData.offers.join('|'), macros);
const commit = compilePattern(objectionData.commits.join('|'), macros);
const elicit = compilePattern(objectionData.elicits.join('|'), macros);
const dismissed = compilePattern(toneData.dismissed.join('|'));
const explore = compilePattern(objectionData.explores.join('|'));
const noAsk = compilePattern(objectionData.notAsks.join('|'));
const bareNo = /^(?:(?:well|um|uh|oh|hm+)[,.]? )?(?:no|nope|nah|not (?:really|that i know))(?:[.,!]|\s|$)/i;

/** Telling about the offer in a longer sentence puts it on the table, if less than naming its price. */
const CLAIM = 0.6;
const CLAIM_WORDS = 6;
const LONG_ANSWER = 20;
const MOST_HEARD = 0.3;
const SHORT_TURN = 12;
/** A short sentence made of our own words only says that they were heard. */
const ECHO_WORDS = 8;

/** What our side has put on the table just before a turn. */
interface Context {
  asked: boolean;
  /** It asked for a yes to the offer itself. */
  commits: boolean;
  /** It asked openly about their own matters, and an answer to that is no answer to an offer. */
  explores: boolean;
  /** It asked for no more than a fact ("can you see my screen?"), which nobody turns down by saying no. */
  informs: boolean;
  elicited: boolean;
  /** 1 when an ask or an offer was just made, less with every turn of ours since; 0 where nothing was offered yet. */
  live: number;
  before: string;
}

interface Sentence extends Range {
  score: number;
  cues: ObjectionRule[];
}

/** Objections of the other side in order, each with our reply and their next words. */
export function findObjections(turns: readonly Turn[]): Objection[] {
  const { of: sides, confidence, isSale } = sidesOf(turns);
  const found: Raised[] = [];
  let context: Context = {
    asked: false,
    commits: false,
    explores: false,
    informs: false,
    elicited: false,
    live: 0,
    before: '',
  };
  turns.forEach((turn, at) => {
    if (sides[at] === 'us') context = contextAfter(turn, context);
    if (sides[at] !== 'them') return;
    const heard = heardBy(turns, sides, at);
    const least = !isSale
      ? objectionData.thresholdElsewhere
      : context.asked || context.elicited
        ? objectionData.threshold
        : objectionData.thresholdUnasked;
    for (const { range, cues, score: said } of groupsOf(turn, context, least - MOST_HEARD)) {
      const score = said + heard;
      if (score < least) continue;
      const quote = turn.text.slice(range.start, range.end);
      const kind = kindOf(quote, cues, context.before);
      // Words that turn something down without saying why are an objection only when they are plain.
      if (kind === 'other' && score < (context.commits ? least : objectionData.thresholdOther)) continue;
      found.push({
        kind,
        span: { turn: turn.index, ...range },
        again: [],
        confidence: Math.round(Math.min(0.97, 0.3 + score * 0.3) * confidence * 100) / 100,
        at,
      });
    }
    // Whoever speaks next on their side no longer answers our question.
    if (!isBackChannel(turn.text))
      context = { ...context, asked: false, commits: false, explores: false, informs: false, elicited: false };
  });
  const objectedAt = new Set(found.map(({ at }) => at));
  const answered = found.map((objection) => ({ ...objection, ...answerTo(turns, sides, objection, objectedAt) }));
  return mergeRepeats(answered).map(({ at: _at, ...objection }) => objection);
}

/**
 * How our side took it: an objection is met with a question or at length, small talk in a few words. A short turn is
 * seldom an objection unless it answers an ask.
 */
function heardBy(turns: readonly Turn[], sides: readonly (Side | null)[], at: number): number {
  const next = turns[at + 1];
  if (sides[at + 1] !== 'us' || !next) return 0;
  return next.text.trimEnd().endsWith('?') || next.text.split(' ').length >= LONG_ANSWER
    ? weights.heard
    : -weights.passedOver;
}

function answerTo(
  turns: readonly Turn[],
  sides: readonly (Side | null)[],
  { at, span }: Raised,
  objectedAt: ReadonlySet<number>,
): Pick<Objection, 'reply' | 'reaction'> {
  const place = replyPlace(turns, sides, at, objectedAt);
  const turn = turns[place];
  if (!turn) return { reply: null, reaction: null };
  const quote = turns[at]?.text.slice(span.start, span.end) ?? '';
  return { reply: { turn: turn.index, span: replySpan(turn, quote) }, reaction: reactionTo(turns, sides, place) };
}

function contextAfter(turn: Turn, context: Context): Context {
  if (isBackChannel(turn.text)) return context;
  const text = plain(turn.text.slice(-600));
  const informs = noAsk.test(text);
  const asked = ask.test(text) && !informs;
  const elicited = elicit.test(text);
  const claims = !text.trimEnd().endsWith('?') && text.split(' ').length >= CLAIM_WORDS;
  const live = asked || elicited || offer.test(text) ? 1 : Math.max(context.live * 0.8, claims ? CLAIM : 0);
  const explores = !asked && !elicited && explore.test(text);
  return {
    asked,
    commits: asked && commit.test(text),
    explores,
    informs,
    elicited,
    live: live < 0.2 ? 0.2 * Math.sign(context.live) : live,
    before: turn.text,
  };
}

function groupsOf(
  turn: Turn,
  context: Context,
  least: number,
): { range: Range; cues: ObjectionRule[]; score: number }[] {
  const groups: { range: Range; cues: ObjectionRule[]; score: number; last: number }[] = [];
  let previous: Sentence | null = null;
  sentencesOf(turn.text).forEach((sentence, place) => {
    const scored: Sentence = scoreSentence(turn.text, sentence, context, place === 0, previous);
    previous = scored;
    if (scored.score < least) return;
    const open = groups[groups.length - 1];
    if (open && open.last === place - 1) {
      open.range = { start: open.range.start, end: scored.end };
      open.cues.push(...scored.cues);
      open.score = Math.max(open.score, scored.score);
      open.last = place;
    } else {
      groups.push({
        range: { start: scored.start, end: scored.end },
        cues: [...scored.cues],
        score: scored.score,
        last: place,
      });
    }
  });
  return groups;
}

function scoreSentence(
  text: string,
  range: Range,
  context: Context,
  isFirst: boolean,
  previous: Sentence | null,
): Sentence {
  const sentence = plain(text.slice(range.start, range.end));
  const cues = matchRules<ObjectionRule>(rules, text, range)
    .map(({ rule }) => rule)
    .filter(({ role }) => role !== 'answer' || context.asked);
  const isContrast = cues.some(({ role }) => role === 'contrast');
  const isPlain = context.live >= CLAIM && cues.some(({ weight, kind }) => weight >= PLAIN && kind !== undefined);
  const hasCue = cues.some(({ weight }) => weight >= CUE);
  let score = cues.reduce((sum, cue) => sum + cue.weight, 0);
  // "No" turns down an ask, but to "any worries?" it says that there are none.
  if (isFirst && bareNo.test(sentence))
    score += context.elicited ? -weights.noWorries : context.asked ? weights.bareNo : 0;
  if (hasCue && (context.asked || context.elicited)) score += weights.answersAsk;
  if (hasCue || isContrast) score += weights.live * context.live;
  if (!context.asked && !context.elicited && !isPlain && text.split(' ').length < SHORT_TURN) score -= weights.short;
  if (isPlain) score += weights.plain;
  else if (context.explores) score -= weights.explored;
  if (
    !cues.some(({ role }) => role === 'refusal' || role === 'answer' || role === 'negation') &&
    isEcho(sentence, context.before)
  )
    score -= weights.echo;
  if (context.informs && isFirst) score -= weights.informs;
  if (context.live === 0) score -= weights.nothingOffered;
  if (previous && previous.score >= objectionData.threshold && !sentence.endsWith('?')) score += weights.continues;
  if (sentence.endsWith('?') && !cues.some(({ role }) => role === 'asks')) score -= weights.question;
  if (positive.test(sentence) && !isContrast) score -= weights.positive;
  if (dismissed.test(sentence)) score -= weights.dismissed;
  return { ...range, score, cues };
}

function isEcho(sentence: string, before: string): boolean {
  if (sentence.split(' ').length > ECHO_WORDS) return false;
  const stems = contentStems(sentence);
  const said = new Set(contentStems(before));
  return stems.length > 0 && stems.every((stem) => said.has(stem));
}

/**
 * One objection said in several turns is one: the same kind before anybody answered (the surer words stand for it), or
 * the words with which a reply was turned down.
 */
function mergeRepeats(found: readonly Placed[]): Placed[] {
  const kept: Placed[] = [];
  for (const objection of found) {
    const unanswered = kept.find(
      (other) => other.kind === objection.kind && other.reply?.turn === objection.reply?.turn,
    );
    const turnedDown = kept.find((other) => isAgain(other, objection));
    const sameTurn = kept.find((other) => other.at === objection.at);
    const same = unanswered ?? turnedDown ?? sameTurn;
    if (!same) kept.push({ ...objection });
    else if (same !== turnedDown && objection.confidence > same.confidence + 0.15) {
      kept[kept.indexOf(same)] = { ...objection, again: [...same.again, same.span] };
    } else same.again.push(objection.span);
  }
  return kept;
}

function isAgain(earlier: Placed, { span, kind }: Placed): boolean {
  const { reaction } = earlier;
  if (reaction?.turn !== span.turn) return false;
  return (
    kind === earlier.kind || kind === 'other' || reaction.verdict === 'repeated' || reaction.verdict === 'rejected'
  );
}
