import type { EvidenceSegment } from './evidence.ts';

/** Builds a transcript for tests from lines such as `Anna: I like it`; times are ten seconds apart. */
export function aTranscript(lines: string): EvidenceSegment[] {
  return lines
    .split('\n')
    .map((line) => /^\s*([\w ]+):\s(.*)$/.exec(line))
    .filter((match) => match !== null)
    .map(([, speakerId = '', text = ''], index) => ({ index, speakerId, text, startMs: index * 10_000 }));
}
