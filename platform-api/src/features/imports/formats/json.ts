import type { z } from 'zod';
import { jsonFaultAt } from './json-fault.ts';
import { ParseProblem } from './parse-problem.ts';
import { lineAt } from './source-file.ts';
import type { SourceFile } from './source-file.ts';

const DEEPEST = 64;

interface Scan {
  depth: number;
  /** Offset where the nesting passed the bound. */
  tooDeepAt: number | null;
  endsInString: boolean;
}

/** Follows brackets and strings only: enough to tell a cut or a too deep file, in one pass and without recursion. */
function scan(text: string): Scan {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (inString) {
      if (letter === '\\') at++;
      else if (letter === '"') inString = false;
    } else if (letter === '"') inString = true;
    else if (letter === '{' || letter === '[') {
      if (++depth > DEEPEST) return { depth, tooDeepAt: at, endsInString: false };
    } else if (letter === '}' || letter === ']') depth--;
  }
  return { depth, tooDeepAt: null, endsInString: inString };
}

function syntaxProblem(file: SourceFile, { depth, endsInString }: Scan, cause: unknown): ParseProblem {
  if (depth > 0 || endsInString) {
    const line = file.text.trimEnd().split('\n').length;
    const reason =
      'the file ends in the middle: this JSON is cut off. Download or export it again and import the whole file.';
    return new ParseProblem({ code: 'bad_json', format: 'json', line, reason }, { cause });
  }
  const line = lineAt(file.text, jsonFaultAt(file.text));
  const reason = 'this is not valid JSON. Export the file again, or correct it here.';
  return new ParseProblem({ code: 'bad_json', format: 'json', line, reason }, { cause });
}

/** Parses JSON of bounded depth. Throws `ParseProblem` with the line. */
export function parseJson(file: SourceFile): unknown {
  const scanned = scan(file.text);
  if (scanned.tooDeepAt !== null) {
    const reason = `this JSON is nested deeper than ${DEEPEST} levels, which no transcript is.`;
    throw new ParseProblem({ code: 'too_deep', format: 'json', line: lineAt(file.text, scanned.tooDeepAt), reason });
  }
  try {
    const value: unknown = JSON.parse(file.text);
    return value;
  } catch (cause) {
    throw syntaxProblem(file, scanned, cause);
  }
}

/** `sentences[3].text`, as a developer would write it. */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at ? '.' : ''}${String(key)}`)).join('');

/** Reads a value by its schema. Throws `ParseProblem` naming the field that does not fit. */
export function readAs<T>(format: string, schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const where = issue ? pathText(issue.path) || 'the file' : 'the file';
  const reason = `the field ${where} does not fit: ${issue?.message ?? 'it has another shape'}. Correct it or export the file again.`;
  throw new ParseProblem({ code: 'bad_value', format, reason }, { cause: result.error });
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first element of a list under a key, or `undefined`; what shapes are told apart by. */
export function firstOf(value: unknown, key: string): unknown {
  if (!isObject(value)) return undefined;
  const list = value[key];
  return Array.isArray(list) ? (list as unknown[])[0] : undefined;
}
