import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedSearchIndex } from '../../platform-api/src/adapters/embedded/search-index/index.ts';
import type { TenantSearchIndex } from '../../platform-api/src/ports/search-index.ts';
import type { TenantContext } from '../../platform-api/src/tenancy/context.ts';

/** The fields of a meeting that search may see: turns to index and questions to answer, never the answers. */
interface Meeting {
  meeting_id: string;
  turns: { speaker: string; text: string }[];
  specific_queries: { query: string }[];
}

export interface RetrievalPrediction {
  qid: string;
  scope: 'within' | 'corpus';
  results: { meeting_id: string; turn_start: number; turn_end: number }[];
  ms: number;
}

const ctx: TenantContext = { tenantId: 'predict', actorId: 'system', role: 'owner', permissions: new Set() };

/** Indexes a folder of meetings, each as one call, and answers every question within its meeting and over all of them. */
export async function predictRetrieval(input: string, write: (prediction: RetrievalPrediction) => void): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'callvault-predict-'));
  const index = embeddedSearchIndex({ dataDir });
  try {
    const calls = index.in(ctx);
    const meetings = await readMeetings(input);
    await Promise.all(meetings.map((meeting) => calls.put(callOf(meeting))));
    for (const meeting of meetings) {
      for (const [at, { query }] of meeting.specific_queries.entries()) {
        const qid = `${meeting.meeting_id}#${at}`;
        write({ qid, scope: 'within', ...(await answer(calls, query, [meeting.meeting_id])) });
        write({ qid, scope: 'corpus', ...(await answer(calls, query)) });
      }
    }
  } finally {
    await index.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function readMeetings(folder: string): Promise<Meeting[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as Meeting));
}

const callOf = ({ meeting_id: callId, turns }: Meeting) => ({
  callId,
  title: '',
  summary: '',
  turns: turns.map(({ speaker, text }, index) => ({ index, speaker, text })),
  facets: [],
});

async function answer(calls: TenantSearchIndex, text: string, callIds?: string[]) {
  const started = performance.now();
  const passages = await calls.search({ text, limit: 10, callIds });
  return {
    ms: performance.now() - started,
    results: passages.map(({ callId, turnStart, turnEnd }) => ({
      meeting_id: callId,
      turn_start: turnStart,
      turn_end: turnEnd,
    })),
  };
}
