import { stemOf } from '../stem.ts';
import { isStopWord } from '../stop-words.ts';
import type { ParsedQuery } from './query.ts';
import { rankedWords, type TurnWords } from './window-words.ts';

/** How often a window holds each term in any form, each in the very form asked for, and each pair side by side. */
export interface TermCounts {
  stems: Uint32Array;
  exact: Uint32Array;
  pairs: Uint32Array;
}

const OTHER_WORD = -1;
const STOP_WORD = -2;

/** A counter for one query. It works out once per distinct word what the word is: windows repeat a few thousand. */
export function termCounter({ terms, pairs }: ParsedQuery): (turns: readonly TurnWords[]) => TermCounts {
  const termByStem = new Map(terms.map(({ stem }, at) => [stem, at]));
  const pairByTerms = new Map(pairs.map(([a, b], at) => [`${termByStem.get(a)} ${termByStem.get(b)}`, at]));
  const known = new Map<string, number>();
  const termOf = (word: string): number => {
    let term = known.get(word);
    if (term === undefined) {
      term = termByStem.get(stemOf(word)) ?? (isStopWord(word) ? STOP_WORD : OTHER_WORD);
      known.set(word, term);
    }
    return term;
  };

  return (turns) => {
    const counts: TermCounts = {
      stems: new Uint32Array(terms.length),
      exact: new Uint32Array(terms.length),
      pairs: new Uint32Array(pairs.length),
    };
    for (const turn of turns) {
      let previous = OTHER_WORD;
      for (const word of rankedWords(turn)) {
        const term = termOf(word);
        // Stop words do not part a pair: "cost of the plan" holds "cost plan".
        if (term === STOP_WORD) continue;
        if (term >= 0) {
          counts.stems[term]++;
          if (terms[term].form === word) counts.exact[term]++;
          const pair = previous >= 0 ? pairByTerms.get(`${previous} ${term}`) : undefined;
          if (pair !== undefined) counts.pairs[pair]++;
        }
        previous = term;
      }
    }
    return counts;
  };
}
