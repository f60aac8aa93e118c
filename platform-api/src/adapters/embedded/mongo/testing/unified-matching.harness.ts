/** Compares an answer with what a case of MongoDB's unified test format expects. Returns what differs, or undefined. */
export function mismatch(expected: unknown, actual: unknown, path = 'result', isRoot = true): string | undefined {
  const special = specialOperator(expected);
  if (special) return matchSpecial(special, actual, path, isRoot);
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length)
      return `${path}: expected ${show(expected)}, got ${show(actual)}`;
    return first(expected.map((item, at) => mismatch(item, (actual as unknown[])[at], `${path}[${at}]`, isRoot)));
  }
  if (isRecord(expected)) {
    const fields = toRecord(actual);
    if (!fields) return `${path}: expected ${show(expected)}, got ${show(actual)}`;
    const differences = Object.entries(expected).map(([name, value]) =>
      mismatch(value, fields[name], `${path}.${name}`, false),
    );
    // Only a document at the root may have more fields than asked for.
    const extra = isRoot
      ? undefined
      : Object.keys(fields).find((name) => !(name in expected) && fields[name] !== undefined);
    return first([...differences, extra === undefined ? undefined : `${path}: unexpected field ${extra}`]);
  }
  const same =
    typeof expected === 'number' ? Number(actual) === expected && actual !== null : Object.is(expected, actual);
  return same ? undefined : `${path}: expected ${show(expected)}, got ${show(actual)}`;
}

function first(differences: readonly (string | undefined)[]): string | undefined {
  return differences.find((difference) => difference !== undefined);
}

function specialOperator(expected: unknown): [string, unknown] | undefined {
  if (!isRecord(expected)) return undefined;
  const [entry] = Object.entries(expected);
  return entry?.[0].startsWith('$$') ? entry : undefined;
}

function matchSpecial(
  [name, operand]: [string, unknown],
  actual: unknown,
  path: string,
  isRoot: boolean,
): string | undefined {
  switch (name) {
    case '$$exists':
      return (actual !== undefined && actual !== null) === operand
        ? undefined
        : `${path}: exists is not ${String(operand)}`;
    case '$$unsetOrMatches':
      return actual === undefined || actual === null ? undefined : mismatch(operand, actual, path, isRoot);
    case '$$type':
      return undefined;
    default:
      return `${path}: the runner does not know ${name}`;
  }
}

/** Result classes and Maps with number keys count by their fields; `didUpsert` is the driver's own addition. */
export function toRecord(value: unknown): Record<string, unknown> | undefined {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, field]) => [String(key), field]));
  if (!isRecord(value)) return undefined;
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'didUpsert'));
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  return (
    JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner)) ?? 'undefined'
  );
}
