import type { CallRef, Evidence } from '@callvault/sdk';

/** Words of a call as the API proves them; say only what the test is about. `at` is in seconds. */
export function anEvidence(
  text: string,
  { at = 60, speaker = 'Sanjay Mehta', title = null, side = 'them', call = aCallRef() }: EvidenceFacts = {},
): Evidence {
  return {
    callId: call.id,
    callTitle: call.title,
    callStartedAt: call.startedAt,
    revision: 1,
    segmentStart: 3,
    segmentEnd: 3,
    start: 0,
    end: text.length,
    text,
    speaker: { id: `speaker_${speaker}`, name: speaker, title, side },
    startMs: at === null ? null : at * 1000,
    endMs: at === null ? null : at * 1000 + 4000,
  };
}

interface EvidenceFacts {
  readonly at?: number | null;
  readonly speaker?: string;
  readonly title?: string | null;
  readonly side?: 'us' | 'them';
  readonly call?: CallRef;
}

export function aCallRef(facts: Partial<CallRef> = {}): CallRef {
  return {
    id: 'call_alder',
    title: 'Alder Foods: pricing review with finance',
    startedAt: '2026-11-23T14:30:00Z',
    durationMs: 2_538_000,
    outcome: 'open',
    client: { id: 'client_alder', name: 'Alder Foods' },
    ...facts,
  };
}
