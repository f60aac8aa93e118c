import type { ParsedSegment } from './parsed-call.ts';

/** What one speaker said without interruption. */
export interface SpeakerTurn {
  speaker: string | null;
  text: string;
  startMs: number | null;
  endMs: number | null;
}

/** Joins consecutive segments of one speaker; segments that nobody is named for join unless the source marks a new turn. */
export function joinTurns(segments: readonly ParsedSegment[]): SpeakerTurn[] {
  const turns: (Omit<SpeakerTurn, 'text'> & { texts: string[] })[] = [];
  for (const { speaker, text, startMs, endMs, startsTurn } of segments) {
    const last = turns.at(-1);
    if (last && last.speaker === speaker && !startsTurn) {
      last.texts.push(text);
      last.startMs ??= startMs;
      last.endMs = endMs ?? last.endMs;
    } else turns.push({ speaker, texts: [text], startMs, endMs });
  }
  return turns.map(({ texts, ...turn }) => ({ ...turn, text: texts.join(' ') }));
}
