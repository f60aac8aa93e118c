/**
 * The rules that keep an index from giving a wrong answer, each of them easy to forget. All are always on; the tests
 * switch one off at a time, to see that its absence would be noticed.
 */
export const rules = {
  /** Two bounds on an array may be met by two different elements. */
  oneBoundPerMultikeyField: true,
  /** Two fields inside an array may be met by two different elements. */
  oneMultikeyFieldPerScan: true,
  /** An array has several keys, and a document would come at each of them. */
  noSortFromMultikey: true,
  /** A partial index has all answers only if the filter asks for no more than it holds. */
  partialMustBeImplied: true,
  /** A key of null also stands for documents that `null` does not match. */
  nullIsNotExact: true,
  /** NaN sorts below all numbers, yet is neither less nor more than any. */
  nanIsInNoRange: true,
  /** A sparse index leaves documents out, which a sort must show. */
  sparseNeverForSortAlone: true,
};
