import { isVague, stemOf, wordsOf, type Word } from './language/words.ts';

export interface Topic {
  /** As said; lower case unless it stood with a capital inside a sentence. */
  phrase: string;
  score: number;
}

export interface TopicOptions {
  most?: number;
  /** Names that are no topic: those of the speakers. */
  people?: readonly string[];
  /** In how many of `documents` other texts a stem occurs. */
  background?: ReadonlyMap<string, number>;
  documents?: number;
}

interface Phrase {
  phrase: string;
  stems: string[];
  times: number;
  /** How often it stood where a noun stands: after an article, a possessive or a preposition. */
  asNoun: number;
  score: number;
}

const LONGEST_PHRASE = 3;
const BEFORE_NOUN =
  /^(?:the|a|an|my|our|your|their|his|her|its|this|that|these|those|of|for|in|on|about|with|no|any|more|some|every|each|new|from|to|by|per|without|between|and|or|against|through|under|over|as|one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand)$/;

// "[laughter]", "(inaudible)", "{vocalsound}": what a transcriber noted, nobody said.
const NOTE = /[[({]\p{L}[^\])}]{0,30}[\])}]/gu;

/** Key phrases: runs of up to three words that carry meaning, by how often they recur and how rare they are elsewhere. */
export function topicsOf(
  spoken: string,
  { most = 5, people = [], background, documents = 0 }: TopicOptions = {},
): Topic[] {
  const text = spoken.replace(NOTE, (note) => ' '.repeat(note.length));
  const names = new Set(people.flatMap((name) => wordsOf(name).map(({ form }) => form)));
  const words = wordsOf(text);
  const topical = words.map((word) => isTopical(word) && !names.has(word.form));
  const frequency = new Map<string, number>();
  words.forEach((word, i) => {
    if (topical[i]) frequency.set(stemOf(word.form), (frequency.get(stemOf(word.form)) ?? 0) + 1);
  });
  const rarity = (stem: string): number =>
    background ? Math.max(0.1, Math.log((documents + 1) / ((background.get(stem) ?? 0) + 0.5))) : 1;
  const phrases = [...phrasesOf(text, words, topical).values()];
  for (const entry of phrases) {
    const mean =
      entry.stems.reduce((sum, stem) => sum + (frequency.get(stem) ?? 0) * rarity(stem), 0) / entry.stems.length;
    // A pair that recurs is a term; one said once must not outrank the recurring word inside it.
    const length = entry.stems.length === 1 ? 1 : entry.times > 1 ? 1 + 0.5 * entry.stems.length : 0.75;
    const noun = entry.asNoun > 0 ? 1 : 0.45;
    entry.score = mean * Math.sqrt(entry.times) * length * noun;
  }
  return distinct(
    phrases.sort((a, b) => b.score - a.score || (a.phrase < b.phrase ? -1 : 1)),
    most,
  );
}

function phrasesOf(text: string, words: readonly Word[], topical: readonly boolean[]): Map<string, Phrase> {
  const phrases = new Map<string, Phrase>();
  for (let start = 0; start < words.length; start++) {
    const first = words[start];
    if (!first || !topical[start]) continue;
    const asNoun = BEFORE_NOUN.test(words[start - 1]?.form ?? '') ? 1 : 0;
    const opens = opensSentence(text, first.start);
    const stems: string[] = [];
    for (let end = start; end < Math.min(words.length, start + LONGEST_PHRASE); end++) {
      const word = words[end];
      const before = words[end - 1];
      if (!word || !topical[end]) break;
      if (end > start && before && !/^[ -]$/.test(text.slice(before.end, word.start))) break;
      stems.push(stemOf(word.form));
      const key = stems.join(' ');
      const known = phrases.get(key);
      const said = text.slice(first.start, word.end);
      const phrase = opens ? lowered(said) : said;
      if (!known) phrases.set(key, { phrase, stems: [...stems], times: 1, asNoun, score: 0 });
      else {
        known.times++;
        known.asNoun += asNoun;
        // The form inside a sentence is the real one: "Harrow" keeps its capital, "Calls" loses it.
        if (!opens) known.phrase = phrase;
      }
    }
  }
  return phrases;
}

/** A capital at the start of a sentence says nothing. */
function opensSentence(text: string, start: number): boolean {
  return /(?:^|[.!?:\n])["'(]?\s*$/.test(text.slice(Math.max(0, start - 4), start));
}

const lowered = (phrase: string): string => phrase.charAt(0).toLowerCase() + phrase.slice(1);

function distinct(ranked: readonly Phrase[], most: number): Topic[] {
  const chosen: { stems: Set<string>; topic: Topic }[] = [];
  for (const { phrase, score, stems, times, asNoun } of ranked) {
    if (chosen.length >= most) break;
    if ((times < 2 || asNoun === 0) && chosen.length >= 1) continue;
    if (chosen.some((other) => stems.some((stem) => other.stems.has(stem)))) continue;
    chosen.push({ stems: new Set(stems), topic: { phrase, score: Math.round(score * 100) / 100 } });
  }
  return chosen.map(({ topic }) => topic);
}

const isTopical = ({ form }: Word): boolean => form.length > 2 && !isVague(form) && !/^\p{N}/u.test(form);
