import { stemOf } from '../stem.ts';
import { isSpeechAct, isStopWord } from '../stop-words.ts';
import { formsOf } from '../words.ts';

export interface QueryTerm {
  form: string;
  stem: string;
}

/** What a reader asked for, in words. Nothing of the raw text is left that an engine could take for its own syntax. */
export interface ParsedQuery {
  /** Distinct by stem. */
  terms: QueryTerm[];
  /** Stems that follow one another in the question, stop words between them left out: rewarded where the text has them so. */
  pairs: [string, string][];
  /** Quoted phrases as folded words: every one is required, in order, within one turn. */
  phrases: string[][];
  /** All words, to see whose name was asked for. */
  words: string[];
}

/** Only the first words count; a pasted page is no question, and every word costs a look-up. */
const MAX_WORDS = 64;
const QUOTED = /["“”„«»]([^"“”„«»]*)["“”„«»]/g;

export function parseQuery(text: string): ParsedQuery {
  const phrases = [...text.matchAll(QUOTED)].map(([, phrase]) => formsOf(phrase)).filter(({ length }) => length > 0);
  const words = formsOf(text).slice(0, MAX_WORDS);
  const terms = termsOf(words);
  return { terms, pairs: pairsOf(words, terms), phrases: phrases.map((phrase) => phrase.slice(0, MAX_WORDS)), words };
}

/** Topic words; when a question has none, whatever words it has, so that "what was said" still finds something. */
function termsOf(words: readonly string[]): QueryTerm[] {
  const content = words.filter((word) => !isStopWord(word));
  const topical = content.filter((word) => !isSpeechAct(word));
  const chosen = [topical, content, words].find(({ length }) => length > 0) ?? [];
  return [...new Map(chosen.map((form) => [stemOf(form), { form, stem: stemOf(form) }])).values()];
}

function pairsOf(words: readonly string[], terms: readonly QueryTerm[]): [string, string][] {
  const stems = new Set(terms.map(({ stem }) => stem));
  const sequence = words.map(stemOf).filter((stem) => stems.has(stem));
  const pairs = sequence.slice(1).map((stem, at): [string, string] => [sequence[at], stem]);
  return [...new Map(pairs.map((pair) => [pair.join(' '), pair])).values()];
}
