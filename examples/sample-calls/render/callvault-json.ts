import type { RenderedCall } from './types.ts';

/** CallVault's own file: a call with its people and segments, times in milliseconds. */
export function callvaultJson(call: RenderedCall): string {
  const file = {
    title: call.title,
    sourceId: call.name,
    startedAt: call.startedAt,
    durationMs: call.durationMs,
    language: 'en',
    participants: call.people.map(({ name, email, side }) => ({ name, email, isExternal: side === 'them' })),
    segments: call.turns.map(({ startMs, endMs, speaker, text }) => ({ startMs, endMs, speaker: speaker.name, text })),
  };
  return `${JSON.stringify({ callvault: 1, calls: [file] }, null, 1)}\n`;
}
