import { plain, type Range } from './text.ts';

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

export type CompiledRule<Rule extends RuleData> = Rule & { regex: RegExp };

export interface RuleMatch<Rule extends RuleData> extends Range {
  rule: CompiledRule<Rule>;
}

/** Compiles a file of a pack once. An unknown macro or an invalid pattern throws at start, naming the pattern. */
export function compileRules<Rule extends RuleData>({ macros = {}, rules }: RuleFile<Rule>): CompiledRule<Rule>[] {
  return rules.map((rule) => ({ ...rule, regex: compilePattern(rule.pattern, macros) }));
}

export function compilePattern(pattern: string, macros: Record<string, string> = {}): RegExp {
  // Chat and captions drop the apostrophe of "don't" and "I'm"; "we're" and "we'll" would become other words.
  const expanded = expand(pattern, macros, 0).replaceAll("n't", "n'?t").replaceAll("'m", "'?m");
  // A pattern may begin inside a word at its apostrophe: "'s not" in "it's not".
  return new RegExp(`(?:(?<![\\p{L}\\p{N}])|(?='))(?:${expanded})(?![\\p{L}\\p{N}])`, 'iu');
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
  const inside = plain(text.slice(range.start, range.end));
  const matches: RuleMatch<Rule>[] = [];
  for (const rule of rules) {
    const match = rule.regex.exec(inside);
    if (!match) continue;
    const start = range.start + match.index;
    matches.push({ rule, start, end: start + match[0].length });
  }
  return matches;
}

/** Independent pieces of evidence joined: 1 - (1 - a)(1 - b)... */
export function noisyOr(weights: readonly number[]): number {
  return 1 - weights.reduce((left, weight) => left * (1 - Math.min(Math.max(weight, 0), 1)), 1);
}
