import type { ParsedParticipant, ParsedSegment } from './parsed-call.ts';

/** Everybody who is named as a speaker, in the order of their first words. */
export function namedParticipants(segments: readonly ParsedSegment[]): ParsedParticipant[] {
  const names = new Set(segments.flatMap(({ speaker }) => (speaker === null ? [] : [speaker])));
  return [...names].map((name) => ({ name }));
}

/** The people a source lists, then the speakers it did not list. */
export function withSpeakers(
  listed: readonly ParsedParticipant[],
  segments: readonly ParsedSegment[],
): ParsedParticipant[] {
  const known = new Set(listed.map(({ name }) => name));
  return [...listed, ...namedParticipants(segments).filter(({ name }) => !known.has(name))];
}
