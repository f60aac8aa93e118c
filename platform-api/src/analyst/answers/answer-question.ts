import equivalentData from '../data/en/equivalents.json' with { type: 'json' };
import questionData from '../data/en/questions.json' with { type: 'json' };
import { isSpeechAct } from '../../text/stop-words.ts';
import { compilePattern } from '../language/rules.ts';
import { sentencesOf } from '../language/sentences.ts';
import { plain, type Range } from '../language/text.ts';
import { contentStems, isVague, stemOf, wordsOf } from '../language/words.ts';

/** A turn that may answer. Turns of one `group` (a call) with consecutive `order` are read as neighbours. */
export interface Passage {
  id: string;
  text: string;
  speaker?: string;
  group?: string;
  order?: number;
}

/** A sentence that supports an answer, by exact offsets into its passage. */
export interface Support {
  id: string;
  start: number;
  end: number;
  /** 0-1: the share of what was asked about that this sentence and its context hold. */
  score: number;
}

export interface Answer {
  /** False where nothing said carries the answer; `support` is then empty. */
  supported: boolean;
  support: Support[];
  /** What was asked about and is nowhere in the passages. */
  missing: string[];
}

export interface AnswerOptions {
  /** How many of `documents` turns or chunks of the scope hold a stem; without it the passages themselves are counted. */
  documentFrequency?: ReadonlyMap<string, number>;
  documents?: number;
  /** Sentences at most. */
  most?: number;
}

interface Term {
  word: string;
  stems: Set<string>;
  weight: number;
  /** A name or a number: an answer about something else is no answer. */
  required: boolean;
}

interface Candidate extends Support {
  text: string;
  holdsType: boolean;
}

const ENOUGH = 0.6;
const yesOrNo =
  /^(?:yes|yeah|no|nope|not really|it does|it doesn't|we do|we don't|i do|i don't|they do|they don't)(?![\p{L}])/iu;
const FROM_NEIGHBOUR = 0.6;
/** Rarity counts up to here: one rare word must not stand for the whole question. */
const MOST_IDF = 3;
const equivalents = new Map<string, string[]>();
for (const group of equivalentData.groups) {
  const stems = group.map(stemOf);
  for (const stem of stems) equivalents.set(stem, stems);
}
const types = questionData.types.map(({ question, answer, hard }) => ({
  question: compilePattern(question),
  answer: compilePattern(answer),
  hard,
}));

/** The sentences that answer a question, best first, or the plain statement that nothing does. */
export function answerQuestion(question: string, passages: readonly Passage[], options: AnswerOptions = {}): Answer {
  const terms = termsOf(question, passages, options);
  const missing = terms
    .filter(({ stems }) => !passages.some((passage) => holds(stemsOf(passage), stems)))
    .map(({ word }) => word);
  if (terms.length === 0) return { supported: false, support: [], missing };
  const candidates = candidatesOf(question, passages, terms);
  const best = candidates[0];
  if (!best || best.score < ENOUGH) return { supported: false, support: [], missing };
  const chosen: Candidate[] = [];
  for (const candidate of candidates) {
    if (chosen.length >= (options.most ?? 3) || candidate.score < Math.max(ENOUGH, best.score * 0.75)) break;
    if (!chosen.some((other) => alike(other.text, candidate.text))) chosen.push(candidate);
  }
  return { supported: true, support: chosen.map(({ id, start, end, score }) => ({ id, start, end, score })), missing };
}

function termsOf(
  question: string,
  passages: readonly Passage[],
  { documentFrequency, documents }: AnswerOptions,
): Term[] {
  const total = documents ?? passages.length;
  const frequency = documentFrequency ?? countStems(passages);
  const seen = new Set<string>();
  return wordsOf(question).flatMap(({ form, start, end }, at): Term[] => {
    const word = question.slice(start, end);
    const isName = at > 0 && /^\p{Lu}/u.test(word) && !/[.?!]\s*$/.test(question.slice(0, start));
    const isNumber = /\p{N}/u.test(form);
    const stem = stemOf(form);
    if (seen.has(stem) || (!isName && !isNumber && (isVague(form) || isSpeechAct(form) || form.length < 2))) return [];
    if (isName && questionData.capitalised.includes(form)) return [];
    seen.add(stem);
    const stems = new Set([stem, ...(isName ? [] : (equivalents.get(stem) ?? []))]);
    const found = Math.max(0, ...[...stems].map((one) => frequency.get(one) ?? 0));
    const idf = Math.log(1 + (total - found + 0.5) / (found + 0.5));
    return [
      {
        word,
        stems,
        weight: (0.5 + Math.min(idf, MOST_IDF) / MOST_IDF) * (isName ? 1.3 : 1),
        required: isName || isNumber,
      },
    ];
  });
}

function candidatesOf(question: string, passages: readonly Passage[], terms: readonly Term[]): Candidate[] {
  const places = new Map(passages.map((passage) => [placeKey(passage.group, passage.order), passage]));
  const asked = types.filter((type) => type.question.test(plain(question)));
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  const candidates = passages.flatMap((passage) => {
    const sentences = sentencesOf(passage.text);
    const speaker = stemsOfText(passage.speaker ?? '');
    const neighbour = passage.order === undefined ? undefined : places.get(placeKey(passage.group, passage.order - 1));
    return sentences.flatMap((sentence, at): Candidate[] => {
      const text = passage.text.slice(sentence.start, sentence.end);
      const said = stemsOfText(text);
      const own = new Set([...said, ...speaker]);
      const context = contextOf(passage, sentences, at, neighbour);
      if (terms.some(({ required, stems }) => required && !holds(own, stems) && !holds(context.stems, stems)))
        return [];
      const covered = terms.reduce(
        (sum, { stems, weight }) =>
          sum + weight * (holds(own, stems) ? 1 : holds(context.stems, stems) ? context.share : 0),
        0,
      );
      const plainText = plain(text);
      const holdsType = asked.every((type) => type.answer.test(plainText));
      const saysSomething = contentStems(text).length > 0 || yesOrNo.test(plainText) || (asked.length > 0 && holdsType);
      const answersAlone = context.share === 1 && saysSomething;
      if (!answersAlone && !terms.some(({ stems }) => holds(said, stems))) return [];
      if (!holdsType && asked.some((type) => type.hard && !type.answer.test(plainText))) return [];
      const isQuestion = plainText.endsWith('?') ? 0.55 : 1;
      const score = Math.min(1, (covered / total) * isQuestion * (asked.length > 0 ? (holdsType ? 1.1 : 0.9) : 1));
      return [{ id: passage.id, ...sentence, score: Math.round(score * 100) / 100, text, holdsType }];
    });
  });
  return candidates.sort(
    (a, b) => b.score - a.score || Number(b.holdsType) - Number(a.holdsType) || b.text.length - a.text.length,
  );
}

/** What the words just before say: a question answered by this sentence counts in full, other context in part. */
function contextOf(
  passage: Passage,
  sentences: readonly Range[],
  at: number,
  neighbour: Passage | undefined,
): { stems: Set<string>; share: number } {
  const before = sentences[at - 1];
  const beforeText = before ? passage.text.slice(before.start, before.end) : (neighbour?.text ?? '');
  const answersQuestion = beforeText.trimEnd().endsWith('?');
  const stems = stemsOfText(beforeText);
  if (!answersQuestion) for (const stem of stemsOf(passage)) stems.add(stem);
  return { stems, share: answersQuestion ? 1 : FROM_NEIGHBOUR };
}

const placeKey = (group: string | undefined, order: number | undefined): string => `${group ?? ''}#${order ?? 'none'}`;
const stemsOfText = (text: string): Set<string> => new Set(wordsOf(text).map(({ form }) => stemOf(form)));
const stemsOf = (passage: Passage): Set<string> => stemsOfText(`${passage.speaker ?? ''} ${passage.text}`);
const holds = (words: ReadonlySet<string>, stems: ReadonlySet<string>): boolean =>
  [...stems].some((stem) => words.has(stem));

function countStems(passages: readonly Passage[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const passage of passages) for (const stem of stemsOf(passage)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

function alike(a: string, b: string): boolean {
  const left = new Set(contentStems(a));
  const right = new Set(contentStems(b));
  const shared = [...left].filter((stem) => right.has(stem)).length;
  return shared > 0 && shared / Math.max(1, Math.min(left.size, right.size)) > 0.8;
}
