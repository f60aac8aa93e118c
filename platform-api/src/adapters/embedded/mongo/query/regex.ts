import { fail, messageOf, unsupported } from '../errors.ts';

const cache = new Map<string, RegExp>();

/** The JavaScript form of a stored or queried pattern. Throws 51091 when it is none, 238 for what only PCRE has. */
export function toRegExp(pattern: string, options: string): RegExp {
  const key = `${options}/${pattern}`;
  let regex = cache.get(key);
  if (!regex) {
    regex = translate(pattern, options);
    if (cache.size > 500) cache.clear();
    cache.set(key, regex);
  }
  return regex;
}

function translate(pattern: string, options: string): RegExp {
  for (const option of options) {
    if (option === 'x') unsupported('regular expression option x');
    if (!'imsu'.includes(option)) fail(51108, `invalid flag in regex options: ${option}`);
  }
  const inline = /^\(\?([imsx]+)\)/.exec(pattern);
  if (inline) return translate(pattern.slice(inline[0].length), options + inline[1]);
  const beyond = /\(\?[>|#R&+\d-]|\(\*|\[\[:|(?<!\\)(?:\\\\)*\\[QKGRXhHNC]|[*+?}]\+/.exec(pattern);
  if (beyond) unsupported(`"${beyond[0]}" in a regular expression`);
  const flags = new Set(['u', ...[...options].filter((option) => option !== 'u')]);
  try {
    return new RegExp(toJavaScript(pattern, flags.has('m'), flags.has('s')), [...flags].join(''));
  } catch (error) {
    return fail(51091, `Regular expression is invalid: ${messageOf(error)}`);
  }
}

/** Rewrites what PCRE and JavaScript read differently: `$`, `.`, `\A`, `\z`, stray brackets, needless escapes. */
function toJavaScript(pattern: string, isMultiline: boolean, dotMatchesAll: boolean): string {
  let inClass = false;
  return pattern.replace(/\\[\s\S]|\{\d+(?:,\d*)?\}|[\s\S]/gu, (token, offset: number) => {
    if (token.startsWith('\\')) return escape(token, inClass, isMultiline);
    if (inClass) {
      if (token === '[') return '\\[';
      if (token === ']' && !/(?:^|[^\\])\[\^?$/.test(pattern.slice(0, offset))) inClass = false;
      else if (token === ']') return '\\]';
      return token;
    }
    if (token === '[') inClass = true;
    if (token === '.' && !dotMatchesAll) return '[^\\n]';
    if (token === '$' && !isMultiline) return '(?=\\n?$)(?!\\n[\\s\\S])';
    return token === '{' || token === '}' || token === ']' ? `\\${token}` : token;
  });
}

function escape(token: string, inClass: boolean, isMultiline: boolean): string {
  if (!inClass && token === '\\A') return isMultiline ? '(?<![\\s\\S])' : '^';
  if (!inClass && token === '\\z') return '(?![\\s\\S])';
  if (!inClass && token === '\\Z') return '(?=\\n?(?![\\s\\S]))';
  if (token === '\\a') return '\\x07';
  if (token === '\\e') return '\\x1b';
  if (/^\\[^A-Za-z0-9^$\\.*+?()[\]{}|/]$/u.test(token)) return inClass && token === '\\-' ? token : token.slice(1);
  return token;
}

/** The literal text an anchored pattern without options must start with (`/^abc.*` gives `abc`), or undefined. */
export function literalPrefix(pattern: string, options: string): string | undefined {
  if (options.replace('s', '') !== '' || !pattern.startsWith('^') || pattern.includes('|')) return undefined;
  const [literal] = /^[A-Za-z0-9 _:@,;<>=!"'`~#%&/-]*/.exec(pattern.slice(1)) ?? [''];
  const next = pattern[1 + literal.length];
  // A quantifier after the last letter makes that letter optional.
  const certain = next !== undefined && '*?{'.includes(next) ? literal.slice(0, -1) : literal;
  return certain === '' ? undefined : certain;
}

/** Whether a pattern is nothing but `^` and literal text, so that the prefix alone decides. */
export function isPurePrefix(pattern: string, options: string): boolean {
  const prefix = literalPrefix(pattern, options);
  return prefix !== undefined && pattern.length === prefix.length + 1;
}
