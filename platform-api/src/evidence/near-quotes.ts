import type { EvidenceSegment } from './evidence.ts';

/** Words that look like a quote of the transcript and are not one. With `speakerId`: not one of that speaker. */
export interface NearQuote {
  kind: string;
  text: string;
  speakerId?: string;
}

type Forge = (words: string[], pick: (count: number) => number) => string | null;

const swap = (words: string[], at: number, word: string) => words.toSpliced(at, 1, word).join(' ');
const indexOf = (words: string[], matches: RegExp) => words.findIndex((word) => matches.test(word));

const forgeries: Record<string, Forge> = {
  changed_word: (words, pick) => swap(words, 1 + pick(words.length - 2), 'bananas'),
  left_out_word: (words, pick) => words.toSpliced(1 + pick(words.length - 2), 1).join(' '),
  added_word: (words, pick) => words.toSpliced(1 + pick(words.length - 2), 0, 'really').join(' '),
  reordered: (words, pick) => {
    const at = pick(words.length - 1);
    return [...words.slice(0, at), words[at + 1], words[at], ...words.slice(at + 2)].join(' ');
  },
  dropped_negation: (words) => {
    const at = indexOf(words, /^(?:not|never|no)$|n['’]t$/i);
    if (at < 0) return null;
    return /n['’]t$/i.test(words[at] ?? '')
      ? swap(words, at, (words[at] ?? '').replace(/n['’]t$/i, ''))
      : words.toSpliced(at, 1).join(' ');
  },
  added_negation: (words) => {
    const at = indexOf(words, /^(?:is|are|was|were|will|would|can|could|do|does|did|have|has|should)$/i);
    return at < 0 ? null : words.toSpliced(at + 1, 0, 'not').join(' ');
  },
  changed_number: (words) => {
    const at = indexOf(words, /\d/);
    return at < 0
      ? null
      : swap(
          words,
          at,
          (words[at] ?? '').replace(/\d/, (digit) => String((Number(digit) + 1) % 10)),
        );
  },
  cut_number: (words) => {
    const at = indexOf(words, /^\d{2,}/);
    return at < 0 ? null : swap(words.slice(0, at + 1), at, (words[at] ?? '').slice(0, 1));
  },
  homoglyph: (words) => swapLetter(words, { a: 'а', e: 'е', o: 'о', c: 'с', p: 'р' }),
  accent: (words) => swapLetter(words, { a: 'á', e: 'é', o: 'ö' }),
  zero_width: (words, pick) => {
    const at = pick(words.length);
    const word = words[at] ?? '';
    return word.length < 2 ? null : swap(words, at, `${word.slice(0, 1)}\u200b${word.slice(1)}`);
  },
  soft_hyphen: (words, pick) => {
    const at = pick(words.length);
    const word = words[at] ?? '';
    return word.length < 4 ? null : swap(words, at, `${word.slice(0, 2)}\u00ad${word.slice(2)}`);
  },
  changed_case: (words, pick) => {
    const at = pick(words.length);
    const word = words[at] ?? '';
    const other = word === word.toUpperCase() ? word.toLowerCase() : word.toUpperCase();
    return other === word ? null : swap(words, at, other);
  },
  ellipsis: (words) => `${words.slice(0, 2).join(' ')} ... ${words.slice(-2).join(' ')}`,
  cut_word: (words) => {
    const last = words.at(-1) ?? '';
    return /^\p{L}{4,}/u.test(last) ? [...words.slice(0, -1), last.slice(0, 3)].join(' ') : null;
  },
  speaker_label: (words) => `Speaker: ${words.join(' ')}`,
};

function swapLetter(words: string[], letters: Record<string, string>): string | null {
  const text = words.join(' ');
  const at = [...text].findIndex((letter) => letter in letters);
  return at < 0 ? null : text.slice(0, at) + (letters[text.charAt(at)] ?? '') + text.slice(at + 1);
}

/**
 * Near-quotes of a transcript for tests: every kind a careless or hostile writer makes, the same ones on every run.
 * `otherCalls` lends words of other calls and other tenants. None is verbatim by a plain comparison of its own, which
 * shares no code with `locate`.
 */
export function nearQuotes(
  segments: readonly EvidenceSegment[],
  otherCalls: readonly (readonly EvidenceSegment[])[] = [],
  limit = 200,
): NearQuote[] {
  const pick = numbersFrom(segments.length);
  const isVerbatim = plainComparison(segments);
  const visible = segments.filter((segment) => !segment.isHidden);
  const sentences = visible.flatMap((segment) => wordsOf(segment).map((words) => ({ segment, words })));
  const candidates: NearQuote[] = [];

  for (const [at, { segment, words }] of sentences.entries()) {
    for (const [kind, forge] of Object.entries(forgeries)) {
      const text = forge(words, pick);
      if (text) candidates.push({ kind, text });
    }
    const text = words.join(' ');
    const other = visible.find(({ speakerId }) => speakerId !== segment.speakerId)?.speakerId;
    if (other !== undefined) candidates.push({ kind: 'other_speaker', text, speakerId: other });
    const next = sentences[at + 1];
    if (next && next.segment.speakerId !== segment.speakerId) {
      candidates.push({ kind: 'two_speakers', text: `${text} ${next.words.join(' ')}` });
    }
    const later = sentences[at + 3];
    if (later) candidates.push({ kind: 'joined_sentences', text: `${text} ${later.words.join(' ')}` });
  }
  for (const segment of segments.filter(({ isHidden }) => isHidden)) {
    candidates.push({ kind: 'hidden', text: segment.text });
  }
  for (const words of otherCalls.flatMap((call) => call.flatMap(wordsOf))) {
    candidates.push({ kind: 'other_call', text: words.join(' ') });
  }
  return choose(candidates, limit, ({ text, speakerId }) => !isVerbatim(text, speakerId));
}

/** Sentences of five words or more, as words. */
function wordsOf({ text }: EvidenceSegment): string[][] {
  const sentences = text.split(/(?<=[.!?])\s+/).map((sentence) => sentence.split(/\s+/).filter(Boolean));
  return sentences.filter((words) => words.length >= 5).map((words) => words.slice(0, 25));
}

function plainComparison(segments: readonly EvidenceSegment[]): (text: string, speakerId?: string) => boolean {
  const bySpeaker = new Map<string, string>();
  let whole = '';
  for (const [at, { speakerId, text, isHidden }] of segments.entries()) {
    const words = isHidden ? '\n' : text.replace(/\s+/g, ' ').trim();
    bySpeaker.set(speakerId, `${bySpeaker.get(speakerId) ?? ''} ${words}`);
    whole += `${at > 0 && segments[at - 1]?.speakerId === speakerId ? ' ' : '\n'}${words}`;
  }
  return (text, speakerId) => containsWords(speakerId === undefined ? whole : (bySpeaker.get(speakerId) ?? ''), text);
}

function containsWords(whole: string, text: string): boolean {
  const isLetter = (character: string) => /[\p{L}\p{N}]/u.test(character);
  for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + 1)) {
    const opensWord = isLetter(text.charAt(0)) && isLetter(whole.charAt(at - 1));
    const splitsLast = isLetter(text.slice(-1)) && isLetter(whole.charAt(at + text.length));
    if (!opensWord && !splitsLast) return true;
  }
  return false;
}

/** The first `limit` that hold, every kind in turn. */
function choose(candidates: readonly NearQuote[], limit: number, holds: (quote: NearQuote) => boolean): NearQuote[] {
  const kinds = new Map<string, NearQuote[]>();
  for (const candidate of candidates) {
    const same = kinds.get(candidate.kind);
    if (same) same.push(candidate);
    else kinds.set(candidate.kind, [candidate]);
  }
  // Array iterators keep their place when a loop over them breaks off.
  const queues = [...kinds.values()].map((kind) => kind.values());
  const chosen: NearQuote[] = [];
  for (let found = true; found && chosen.length < limit;) {
    found = false;
    for (const queue of queues) {
      for (const candidate of queue) {
        found = true;
        if (!holds(candidate) || chosen.length >= limit) continue;
        chosen.push(candidate);
        break;
      }
    }
  }
  return chosen;
}

/** The same numbers on every run. */
function numbersFrom(seed: number): (count: number) => number {
  let state = seed + 0x9e3779b9;
  return (count) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return count > 0 ? Math.floor((state / 2 ** 32) * count) : 0;
  };
}
