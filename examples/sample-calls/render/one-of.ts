/** The member of `values` that `value` is. */
export function oneOf<T extends string>(values: readonly T[], value: string, path: string): T {
  const found = values.find((candidate) => candidate === value);
  if (!found) throw new Error(`${path}: "${value}" is none of ${values.join(', ')}`);
  return found;
}
