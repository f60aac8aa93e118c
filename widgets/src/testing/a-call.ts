import type { Call, CallVault, Participant } from '@callvault/sdk';

type CallList = Awaited<ReturnType<CallVault['calls']['list']>>;

let made = 0;

/** A call as the API answers it; say only what the test is about. */
export function aCall(facts: Partial<Call> = {}): Call {
  made += 1;
  const id = facts.id ?? `call_${made}`;
  return {
    id,
    title: `Call ${made}`,
    startedAt: '2026-11-23T14:30:00Z',
    durationMs: 1_800_000,
    outcome: null,
    client: null,
    status: 'ready',
    isTitleGenerated: false,
    isClientProposed: false,
    source: 'upload',
    sourceUrl: null,
    language: 'en',
    participants: [],
    owner: null,
    tags: [],
    folderIds: [],
    sentiment: null,
    strip: { us: [], them: [] },
    counts: { turns: 40, objections: 0, profits: 0, actionItems: 0, openActionItems: 0 },
    createdAt: '2026-11-23T15:30:00Z',
    updatedAt: '2026-11-23T15:30:00Z',
    deletedAt: null,
    ...facts,
  };
}

export function aParticipant(name: string, side: Participant['side'] = 'them'): Participant {
  return { speakerId: `speaker_${name}`, name, email: null, title: null, side, talkShare: 0.5 };
}

/** One page of calls, with the totals that belong to it. */
export function aPage(calls: readonly Call[], facts: Partial<CallList> = {}): CallList {
  const days = new Map<string, { day: string; calls: number; durationMs: number }>();
  for (const { startedAt, durationMs } of calls) {
    const day = startedAt?.slice(0, 10);
    if (!day) continue;
    const known = days.get(day) ?? { day, calls: 0, durationMs: 0 };
    days.set(day, { day, calls: known.calls + 1, durationMs: known.durationMs + (durationMs ?? 0) });
  }
  return {
    items: [...calls],
    nextCursor: null,
    total: calls.length,
    totalDurationMs: calls.reduce((sum, { durationMs }) => sum + (durationMs ?? 0), 0),
    libraryTotal: calls.length,
    days: [...days.values()],
    ...facts,
  };
}
