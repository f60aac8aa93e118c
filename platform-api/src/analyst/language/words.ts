import spokenData from '../data/en/spoken-words.json' with { type: 'json' };
import { stemOf } from '../../text/stem.ts';
import { STOP_WORDS } from '../../text/stop-words.ts';
import { foldWord, wordsOf, type Word } from '../../text/words.ts';

export { stemOf, wordsOf, type Word };

const spoken = new Set(spokenData.words.map(foldWord));

/** Function words and the vague words of speech ("thing", "get", "okay"): they tell no passage from another. */
export const isVague = (form: string): boolean => STOP_WORDS.has(form) || spoken.has(form);

/** Stems of the words that carry meaning, in order, repeats kept. */
export function contentStems(text: string): string[] {
  return wordsOf(text)
    .filter(({ form }) => form.length > 1 && !isVague(form))
    .map(({ form }) => stemOf(form));
}
