import { isVague, stemOf, wordsOf, type Word } from './language/words.ts';

export interface Topic {
  /** Lower case unless the speakers write it with a capital throughout. */
  phrase: string;
  score: number;
}

const LONGEST_PHRASE = 3;

/**
 * Key phrases: runs of up to three words that carry meaning, by how often their stems recur and how rarely they occur
 * elsewhere. `background` counts, per stem, in how many of `documents` other texts it occurs.
 */
export function topicsOf(
  text: string,
  {
    most = 5,
    background,
    documents = 0,
  }: { most?: number; background?: ReadonlyMap<string, number>; documents?: number } = {},
): Topic[] {
  const words = wordsOf(text);
  const frequency = new Map<string, number>();
  for (const word of words) if (isTopical(word)) count(frequency, stemOf(word.form));
  const weight = (stem: string): number => {
    const elsewhere = background?.get(stem) ?? 0;
    return (frequency.get(stem) ?? 0) * (background ? Math.log((documents + 1) / (elsewhere + 0.5)) : 1);
  };
  const phrases = new Map<string, { phrase: string; times: number; score: number; stems: string[] }>();
  for (const run of runsOf(text, words)) {
    for (const part of partsOf(run)) {
      const stems = part.map(({ form }) => stemOf(form));
      const key = stems.join(' ');
      const known = phrases.get(key);
      if (known) known.times++;
      else
        phrases.set(key, { phrase: text.slice(part[0]?.start, part[part.length - 1]?.end), times: 1, score: 0, stems });
    }
  }
  for (const entry of phrases.values()) {
    const mean = entry.stems.reduce((sum, stem) => sum + weight(stem), 0) / entry.stems.length;
    // A pair that recurs is a term; a pair said once must not outrank the recurring word inside it.
    const bonus = entry.stems.length === 1 ? 1 : entry.times > 1 ? 1 + 0.5 * entry.stems.length : 0.75;
    entry.score = mean * Math.sqrt(entry.times) * bonus;
  }
  return distinct(
    [...phrases.values()].sort((a, b) => b.score - a.score || (a.phrase < b.phrase ? -1 : 1)),
    most,
  );
}

function distinct(ranked: { phrase: string; times: number; score: number; stems: string[] }[], most: number): Topic[] {
  const chosen: { stems: Set<string>; topic: Topic }[] = [];
  for (const { phrase, score, stems, times } of ranked) {
    if (chosen.length >= most) break;
    if (times < 2 && chosen.length >= 2) continue;
    if (chosen.some((other) => stems.some((stem) => other.stems.has(stem)))) continue;
    const shown =
      /^\p{Lu}[\p{Ll}'\u2019]+(?:\s|$)/u.test(phrase) && !/\s\p{Lu}/u.test(phrase) && times < 2
        ? phrase.toLowerCase()
        : phrase;
    chosen.push({
      stems: new Set(stems),
      topic: { phrase: shown.replace(/\s+/g, ' '), score: Math.round(score * 100) / 100 },
    });
  }
  return chosen.map(({ topic }) => topic);
}

const isTopical = ({ form }: Word): boolean => form.length > 2 && !isVague(form) && !/^\p{N}/u.test(form);

/** Neighbouring topical words, with nothing but one space or hyphen between them. */
function runsOf(text: string, words: readonly Word[]): Word[][] {
  const runs: Word[][] = [];
  let run: Word[] = [];
  for (const word of words) {
    const before = run[run.length - 1];
    if (before && (!isTopical(word) || !/^[ -]$/.test(text.slice(before.end, word.start)))) {
      runs.push(run);
      run = [];
    }
    if (isTopical(word)) run.push(word);
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

function partsOf(run: readonly Word[]): Word[][] {
  const parts: Word[][] = [];
  for (let start = 0; start < run.length; start++) {
    for (let length = 1; length <= LONGEST_PHRASE && start + length <= run.length; length++)
      parts.push(run.slice(start, start + length));
  }
  return parts;
}

function count(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}
