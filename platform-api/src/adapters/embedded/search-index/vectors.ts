import type { SqlValue } from '../sqlite.ts';

/** Length 1, so that a dot product is the cosine. A vector of zeros stays what it is and is near nothing. */
export function normalised(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares);
  return length === 0 ? vector : vector.map((value) => value / length);
}

export const blobOf = (vector: Float32Array): Uint8Array =>
  new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);

/** The numbers of a stored vector; copied only where the bytes do not lie on a four-byte boundary. */
export function vectorOf(blob: SqlValue): Float32Array {
  if (!(blob instanceof Uint8Array)) throw new TypeError('A stored vector is not a blob.');
  const bytes = blob.byteOffset % 4 === 0 ? blob : blob.slice();
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
}

export function dotProduct(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at] * b[at];
  return sum;
}
