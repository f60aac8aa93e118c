import { plainWords } from './cited-text.ts';

const END = /[.!?…。！？](?:["”’)\]*]|\[\d+\])*(?=\s)|\n{2,}/g;

/** Cuts a growing answer into sentences, so that a screen reader gets whole ones and each only once. */
export class Sentences {
  #said = 0;

  /** The sentences that have become complete since the last call; with `isDone` also the rest. */
  next(text: string, isDone = false): string {
    const end = isDone ? text.length : lastEnd(text, this.#said);
    if (end <= this.#said) return '';
    const fresh = text.slice(this.#said, end);
    this.#said = end;
    return plainWords(fresh);
  }
}

function lastEnd(text: string, from: number): number {
  let end = from;
  for (const match of text.slice(from).matchAll(END)) end = from + match.index + match[0].length;
  return end;
}
