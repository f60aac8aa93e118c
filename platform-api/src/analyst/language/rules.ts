import { folded, type Range } from './text.ts';

/** One pattern of a language pack. `{name}` in a pattern stands for the macro of that name. */
export interface RuleData {
  pattern: string;
  weight: number;
}

export interface RuleFile<Rule extends RuleData> {
  /** Where the list comes from; every file of a pack says so. */
  source: string;
  macros?: Record<string, string>;
  rules: Rule[];
}

/** A compiled pattern. It reads any text as `folded` has it: plain apostrophes, small letters. */
export interface Pattern {
  test(text: string): boolean;
  /** The first match by its offsets, or nothing. */
  find(text: string): Range | null;
}

export type CompiledRule<Rule extends RuleData> = Rule & { regex: Pattern };

export interface RuleMatch<Rule extends RuleData> extends Range {
  rule: CompiledRule<Rule>;
}

const LETTER = '[a-z0-9\\u00c0-\\u024f]';

/** Compiles a file of a pack once. An unknown macro or an invalid pattern throws at start, naming the pattern. */
export function compileRules<Rule extends RuleData>({ macros = {}, rules }: RuleFile<Rule>): CompiledRule<Rule>[] {
  return rules.map((rule) => ({ ...rule, regex: compilePattern(rule.pattern, macros) }));
}

export function compilePattern(pattern: string, macros: Record<string, string> = {}): Pattern {
  // Chat and captions drop the apostrophe of "don't" and "I'm"; "we're" and "we'll" would become other words.
  const expanded = expand(pattern, macros, 0).replaceAll("n't", "n'?t").replaceAll("'m", "'?m");
  // A pattern may begin inside a word at its apostrophe: "'s not" in "it's not". No flags: on text folded once,
  // engines compile and run such alternations many times faster than with `iu`.
  const regex = new RegExp(`(?:(?<!${LETTER})|(?='))(?:${expanded})(?!${LETTER})`);
  return {
    test: (text) => regex.test(folded(text)),
    find: (text) => {
      const match = regex.exec(folded(text));
      return match && { start: match.index, end: match.index + match[0].length };
    },
  };
}

function expand(pattern: string, macros: Record<string, string>, depth: number): string {
  return pattern.replace(/\{([a-z_]+)\}/g, (_whole, name: string) => {
    const body = macros[name];
    if (body === undefined || depth > 4)
      throw new Error(`Unknown or circular macro "${name}" in the pattern: ${pattern}`);
    return `(?:${expand(body, macros, depth + 1)})`;
  });
}

/** Rules that match within a range of a text; offsets are those of the whole text. */
export function matchRules<Rule extends RuleData>(
  rules: readonly CompiledRule<Rule>[],
  text: string,
  range: Range = { start: 0, end: text.length },
): RuleMatch<Rule>[] {
  const inside = text.slice(range.start, range.end);
  const matches: RuleMatch<Rule>[] = [];
  for (const rule of rules) {
    const match = rule.regex.find(inside);
    if (match) matches.push({ rule, start: range.start + match.start, end: range.start + match.end });
  }
  return matches;
}

/** Independent pieces of evidence joined: 1 - (1 - a)(1 - b)... */
export function noisyOr(weights: readonly number[]): number {
  return 1 - weights.reduce((left, weight) => left * (1 - Math.min(Math.max(weight, 0), 1)), 1);
}
