import type { RenderedCall } from './types.ts';

/** CallVault's own interchange file: a call with its people and segments, times in milliseconds. */
export function callvaultJson(call: RenderedCall): string {
  const file = {
    format: 'callvault',
    version: 1,
    title: call.title,
    startedAt: call.startedAt,
    durationMs: call.durationMs,
    language: 'en',
    participants: call.people.map(({ name, email, side }) => ({ name, email, isExternal: side === 'them' })),
    segments: call.turns.map(({ startMs, endMs, speaker, text }) => ({ startMs, endMs, speaker: speaker.name, text })),
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}
