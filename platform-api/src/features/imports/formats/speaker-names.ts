import { cutPrefix, isSpelledLikeName } from './speaker-prefix.ts';
import type { Prefixed } from './speaker-prefix.ts';

/** How a file names its speakers, judged over all of it. */
export interface SpeakerNames {
  /** The line's speaker and words, where it begins with a name that the file bears out. */
  split(line: string): Prefixed | null;
  /** True where a name stands only when the speaker changes, so a line without one goes on with the last speaker. */
  namesOnlyChanges: boolean;
  isEmpty: boolean;
}

interface Tally {
  prefixed: number;
  /** A line whose prefix is that of the line before: the file names every line. */
  repeats: number;
  counts: Map<string, number>;
}

function tally(prefixes: readonly (string | null)[]): Tally {
  const counts = new Map<string, number>();
  let prefixed = 0;
  let repeats = 0;
  prefixes.forEach((name, at) => {
    if (name === null) return;
    prefixed++;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    if (at > 0 && prefixes[at - 1] === name) repeats++;
  });
  return { prefixed, repeats, counts };
}

/**
 * A file where names are rare must show several names, each more than once, and from the start. In a short one it is
 * enough that the first line's name comes back and another is spelled like one.
 */
function bearsOutChanges(
  prefixes: readonly (string | null)[],
  recurring: ReadonlySet<string>,
  spelled: number,
): boolean {
  const isNamed = (name: string | null | undefined) => name != null && recurring.has(name);
  const share = prefixes.filter((name) => name !== null).length / prefixes.length;
  if (recurring.size < 2) return isNamed(prefixes[0]) && spelled >= 2 && share >= 0.25;
  return prefixes.slice(0, 3).some(isNamed) && prefixes.filter(isNamed).length >= prefixes.length * 0.1;
}

function accepted(
  prefixes: readonly (string | null)[],
  counts: Map<string, number>,
  isMostlyNamed: boolean,
): Set<string> {
  const isSpelled = new Map([...counts.keys()].map((name) => [name, isSpelledLikeName(name)]));
  const recurring = new Set(
    [...counts].filter(([name, n]) => n > 1 && (isMostlyNamed || isSpelled.get(name))).map(([name]) => name),
  );
  if (!isMostlyNamed && !bearsOutChanges(prefixes, recurring, [...isSpelled.values()].filter(Boolean).length))
    return new Set();
  return new Set([...counts.keys()].filter((name) => recurring.has(name) || isSpelled.get(name)));
}

/**
 * Decides which prefixes `Name:` are speakers. "Note: we must" and "Three things: a" are spelled or used like no name:
 * half of the lines must carry one, or several names must come back again and again.
 *
 * @param lines the first line of each cue or paragraph
 * @param known names the file lists elsewhere, such as attendees
 */
export function findSpeakerNames(lines: readonly string[], known: ReadonlySet<string> = new Set()): SpeakerNames {
  const prefixes = lines.map((line) => cutPrefix(line)?.name ?? null);
  const { prefixed, repeats, counts } = tally(prefixes);
  const spelled = prefixes.filter((name) => name !== null && ((counts.get(name) ?? 0) > 1 || isSpelledLikeName(name)));
  const names = accepted(prefixes, counts, spelled.length >= lines.length * 0.5);
  for (const name of counts.keys()) if (known.has(name)) names.add(name);
  return {
    split(line) {
      const cut = cutPrefix(line);
      return cut && names.has(cut.name) ? cut : null;
    },
    namesOnlyChanges: names.size > 0 && repeats < Math.max(1, lines.length - prefixed),
    isEmpty: names.size === 0,
  };
}
