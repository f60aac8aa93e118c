import { isStopWord } from '../../text/stop-words.ts';
import { stemOf } from '../../text/stem.ts';

export interface SparseVector {
  indices: number[];
  values: number[];
}

/** Pinecone takes this many non-zero values in a sparse vector. */
const MOST_VALUES = 2_048;
const K1 = 0.9;

/**
 * The stems of a text with saturated counts. How rare a word is depends on the whole collection, which Pinecone does
 * not tell; rarity comes in when our own ranking orders what Pinecone found.
 */
export function sparseVector(forms: readonly string[]): SparseVector {
  const counts = new Map<number, number>();
  for (const form of forms) {
    // A stop word weighs little, but a question of nothing else must still find something.
    const weight = isStopWord(form) ? 0.01 : 1;
    const at = hash(stemOf(form));
    counts.set(at, (counts.get(at) ?? 0) + weight);
  }
  const heaviest = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_VALUES);
  // A record without a single value is refused.
  if (heaviest.length === 0) heaviest.push([0, 1e-6]);
  return {
    indices: heaviest.map(([at]) => at),
    values: heaviest.map(([, count]) => (count * (K1 + 1)) / (count + K1)),
  };
}

/** FNV-1a in 32 bits: the positions of a sparse vector are unsigned 32-bit numbers. */
function hash(word: string): number {
  let value = 0x811c9dc5;
  for (const byte of Buffer.from(word)) value = Math.imul(value ^ byte, 0x01000193);
  return value >>> 0;
}
