import type { BSONRegExp } from 'bson';
import { compareStrings } from '../bson/compare.ts';
import { toInteger, typeOf, type Doc, type Value } from '../bson/value.ts';
import { fail } from '../errors.ts';
import { toRegExp } from '../query/regex.ts';
import type { Compile, Operator, Scope } from './expression.ts';
import { fixed, isNullish, namedOperands, variadic } from './operands.ts';
import { toText } from './conversions.ts';

function stringOperand(value: Value, name: string): string {
  return typeof value === 'string' ? value : fail(16702, `${name} only supports strings, not ${typeOf(value)}`);
}

/** Characters as MongoDB counts them: code points. */
function codePoints(text: string): string[] {
  return [...text];
}

export const stringOperators: Readonly<Record<string, Operator>> = {
  $concat: variadic((values, name) => {
    if (values.some(isNullish)) return null;
    return values.map((value) => stringOperand(value, name)).join('');
  }),
  // Only ASCII letters change case.
  $toLower: fixed(1, ([value]) => (toText(value, '$toLower') ?? '').replace(/[A-Z]+/g, (run) => run.toLowerCase())),
  $toUpper: fixed(1, ([value]) => (toText(value, '$toUpper') ?? '').replace(/[a-z]+/g, (run) => run.toUpperCase())),
  $strcasecmp: fixed(2, ([a, b], name) => {
    const [left, right] = [a, b].map((value) =>
      (toText(value, name) ?? '').replace(/[a-z]+/g, (run) => run.toUpperCase()),
    );
    return Math.sign(compareStrings(left, right));
  }),
  $strLenCP: fixed(
    1,
    ([value]) =>
      codePoints(
        typeof value === 'string'
          ? value
          : fail(34471, `$strLenCP requires a string argument, found: ${typeOf(value)}`),
      ).length,
  ),
  $strLenBytes: fixed(1, ([value]) =>
    Buffer.byteLength(
      typeof value === 'string'
        ? value
        : fail(34473, `$strLenBytes requires a string argument, found: ${typeOf(value)}`),
    ),
  ),
  $substrCP: fixed(3, ([value, start, count]) => {
    const text = toText(value, '$substrCP') ?? '';
    const [from, length] = [start, count].map(
      (operand) => toInteger(operand) ?? fail(34450, '$substrCP: positions must be integers'),
    );
    if (from < 0 || length < 0) fail(34455, '$substrCP: positions must be nonnegative integers.');
    return codePoints(text)
      .slice(from, from + length)
      .join('');
  }),
  $indexOfCP: variadic(
    ([value, wanted, start = 0, end], name) => {
      if (isNullish(value)) return null;
      const characters = codePoints(stringOperand(value, name));
      const from = toInteger(start) ?? 0;
      const to = Math.min(end === undefined ? characters.length : (toInteger(end) ?? 0), characters.length);
      if (from > to) return -1;
      const found = characters.slice(from, to).join('').indexOf(stringOperand(wanted, name));
      return found < 0 ? -1 : from + codePoints(characters.slice(from, to).join('').slice(0, found)).length;
    },
    2,
    4,
  ),
  $split: fixed(2, ([value, separator], name) => {
    if (isNullish(value) || isNullish(separator)) return null;
    const by = stringOperand(separator, name);
    return by === '' ? fail(40087, '$split requires a non-empty separator') : stringOperand(value, name).split(by);
  }),
  $trim: trimming(true, true),
  $ltrim: trimming(true, false),
  $rtrim: trimming(false, true),
  $replaceOne: replacing((input, find, replacement) => {
    const at = input.indexOf(find);
    return at < 0 ? input : input.slice(0, at) + replacement + input.slice(at + find.length);
  }),
  $replaceAll: replacing((input, find, replacement) => (find === '' ? input : input.split(find).join(replacement))),
  $regexMatch: matching((found) => found !== null, false),
  $regexFind: matching((found) => (found ? describeMatch(found) : null), null),
};

function trimming(atStart: boolean, atEnd: boolean): Operator {
  return (operand, compile, name) => {
    const fields = namedOperands(operand, name, ['input'], ['chars']);
    const input = compile(fields.get('input'));
    const chars = fields.has('chars') ? compile(fields.get('chars')) : undefined;
    return (scope) => {
      const text = input(scope);
      const cut = chars?.(scope);
      if (isNullish(text) || (chars && isNullish(cut))) return null;
      const set = new Set(
        typeof cut === 'string'
          ? codePoints(cut)
          : '\0 \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a',
      );
      const characters = codePoints(stringOperand(text, name));
      let from = 0;
      let to = characters.length;
      while (atStart && from < to && set.has(characters[from])) from++;
      while (atEnd && to > from && set.has(characters[to - 1])) to--;
      return characters.slice(from, to).join('');
    };
  };
}

function replacing(replace: (input: string, find: string, replacement: string) => string): Operator {
  return (operand, compile, name) => {
    const fields = namedOperands(operand, name, ['input', 'find', 'replacement']);
    const parts = ['input', 'find', 'replacement'].map((field) => compile(fields.get(field)));
    return (scope) => {
      const values = parts.map((part) => part(scope));
      if (values.some(isNullish)) return null;
      const [input, find, replacement] = values.map((value) => stringOperand(value, name));
      return replace(input, find, replacement);
    };
  };
}

function matching(answer: (found: RegExpExecArray | null) => Value, whenNull: Value): Operator {
  return (operand, compile, name) => {
    const fields = namedOperands(operand, name, ['input', 'regex'], ['options']);
    const input = compile(fields.get('input'));
    const pattern = readPattern(fields, compile, name);
    return (scope) => {
      const text = input(scope);
      const regex = pattern(scope);
      if (isNullish(text) || !regex) return whenNull;
      return answer(regex.exec(stringOperand(text, name)));
    };
  };
}

function readPattern(fields: Doc, compile: Compile, name: string): (scope: Scope) => RegExp | undefined {
  const [source, options] = [compile(fields.get('regex')), compile(fields.get('options') ?? '')];
  return (scope) => {
    const value = source(scope);
    if (isNullish(value)) return undefined;
    const flags = options(scope) ?? '';
    if (typeof value === 'string') return toRegExp(value, stringOperand(flags, name));
    if (typeOf(value) !== 'regex') return fail(51105, `${name} needs 'regex' to be of type string or regex`);
    const stored = value as BSONRegExp;
    return toRegExp(stored.pattern, stored.options || stringOperand(flags, name));
  };
}

function describeMatch(found: RegExpExecArray): Doc {
  const captures = found.slice(1).map((capture: string | undefined): Value => capture ?? null);
  return new Map<string, Value>([
    ['match', found[0]],
    ['idx', codePoints(found.input.slice(0, found.index)).length],
    ['captures', captures],
  ]);
}
