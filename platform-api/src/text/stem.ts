import { stemmer } from 'stemmer';

const MAX_REMEMBERED = 50_000;
const remembered = new Map<string, string>();
const ENGLISH = /^[a-z]{3,}$/;

/** The stem of a folded word: Porter's for English letters, the word itself for numbers and other scripts. */
export function stemOf(form: string): string {
  const known = remembered.get(form);
  if (known !== undefined) return known;
  const stem = ENGLISH.test(form) ? stemmer(form) : form;
  // Speech has few distinct words; dropping the whole memory now and then is cheaper than tracking use.
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(form, stem);
  return stem;
}
