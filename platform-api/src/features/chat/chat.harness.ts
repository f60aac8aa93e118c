import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedSearchIndex } from '../../adapters/embedded/search-index/index.ts';
import { findObjections, findProfits } from '../../analyst/index.ts';
import { shownQuote } from '../../evidence/stream.ts';
import type { TenantContext } from '../../tenancy/context.ts';
import type { StoredCall } from '../calls/index.ts';
import { Reading } from '../transcripts/index.ts';
import type { AnswerLibrary, CallFacts, FoundObjection, FoundProfits } from './answer-library.ts';
import { messageOf } from './answer-log.ts';
import { makeAnswer } from './answer-run.ts';
import type { AnswerOrder } from './answer-run.ts';
import type { AnswerEvent } from './answer-writer.ts';

export const ctx: TenantContext = { tenantId: 'tenant', actorId: 'ada', role: 'member', permissions: new Set() };

export interface GivenCall {
  title: string;
  startedAt?: string;
  outcome?: string | null;
  client?: string;
  tags?: string[];
  /** Who sits on our side of the table. */
  us?: string[];
  turns: { speaker: string; text: string }[];
}

/** Turns from lines such as `Anna: too pricey`. */
export const turnsOf = (lines: string): GivenCall['turns'] =>
  lines
    .split('\n')
    .map((line) => /^\s*([\w ]+):\s(.*)$/.exec(line))
    .flatMap((match) => (match ? [{ speaker: match[1] ?? '', text: match[2] ?? '' }] : []));

const untouched = { status: 'waiting' as const, engine: null, finishedAt: null, error: null, revision: null };

function readingOf(id: string, { title, startedAt, turns, us = [] }: GivenCall): Reading {
  const speakers = [...new Set(turns.map(({ speaker }) => speaker))];
  const now = new Date(startedAt ?? '2026-11-01T10:00:00Z');
  const call: StoredCall = {
    id,
    createdAt: now,
    updatedAt: now,
    title,
    foldedTitle: title.toLowerCase(),
    isTitleGenerated: false,
    source: 'test',
    sourceId: null,
    sourceUrl: null,
    contentHash: id,
    startedAt: now,
    sortAt: now,
    durationMs: turns.length * 10_000,
    language: 'en',
    status: 'ready',
    participants: speakers.map((speaker) => ({
      speakerId: speaker,
      email: null,
      title: null,
      side: us.length ? (us.includes(speaker) ? ('us' as const) : ('them' as const)) : ('unknown' as const),
      talkShare: 0,
    })),
    owner: null,
    clientId: null,
    isClientProposed: false,
    tagIds: [],
    folderIds: [],
    outcome: null,
    sentiment: null,
    strip: { us: [], them: [] },
    turns: turns.length,
    objections: 0,
    profits: 0,
    summary: null,
    actionItems: [],
    topics: [],
    steps: {
      transcript: untouched,
      index: untouched,
      enrich: untouched,
      summary: untouched,
      profits: untouched,
      objections: untouched,
    },
    revision: 1,
    searchText: '',
    deletedAt: null,
  };
  const segments = turns.map(({ speaker, text }, at) => ({
    startMs: at * 10_000,
    endMs: null,
    speakerId: speaker,
    text,
    rawText: text,
  }));
  const names = new Map(speakers.map((speaker) => [speaker, speaker]));
  return new Reading(call, { callId: id, revision: 1, language: 'en', segments, history: [] }, names);
}

/** A library in memory, with the real search index and the real analyst, and a way to ask it. */
export async function aLibrary(given: readonly GivenCall[]) {
  const dataDir = await mkdtemp(join(tmpdir(), 'callvault-chat-'));
  const index = embeddedSearchIndex({ dataDir });
  const readings = new Map(given.map((call, at) => [`call_${at}`, readingOf(`call_${at}`, call)]));
  const calls: CallFacts[] = [];
  for (const [at, { title, outcome = null, client = null, tags = [] }] of given.entries()) {
    const id = `call_${at}`;
    const { call, turns } = readings.get(id) as Reading;
    await index.in(ctx).put({
      callId: id,
      title,
      summary: '',
      turns: turns.map(({ index: turn, speaker, text }) => ({ index: turn, speaker, text })),
      facets: [],
    });
    const people = call.participants.map(({ speakerId, side }) => ({ id: speakerId, name: speakerId, side }));
    calls.push({
      id,
      title,
      startedAt: call.startedAt,
      durationMs: call.durationMs,
      outcome,
      client,
      people,
      tags,
      sentiment: null,
      summary: [],
      isIndexed: true,
      actionItems: [],
    });
  }
  const opened: string[] = [];
  const open = (callId: string) => {
    opened.push(callId);
    return readings.get(callId) as Reading;
  };
  const library: AnswerLibrary = {
    calls,
    call: (callId) => calls.find(({ id }) => id === callId),
    open: async (callId) => open(callId),
    search: (query) => index.in(ctx).search(query),
    objections: async (asked) => {
      const items: FoundObjection[] = [];
      for (const { id: callId } of asked) {
        const reading = open(callId);
        for (const { kind, span, confidence } of findObjections(reading.turns)) {
          const evidence = reading.evidence(span);
          if (evidence) items.push({ callId, kind, evidence, confidence });
        }
      }
      return { items, read: asked.length };
    },
    profits: async (asked) => {
      const items: FoundProfits[] = [];
      for (const { id: callId } of asked) {
        const reading = open(callId);
        for (const { element, statement, span, strength } of findProfits(reading.turns)) {
          const evidence = reading.evidence(span);
          if (evidence) items.push({ callId, element, statement, strength, evidence });
        }
      }
      return { items, read: asked.length };
    },
  };
  return {
    library,
    readings,
    /** Calls whose transcripts were opened, in order. */
    opened,
    /** Asks, and answers what a reader would see. */
    async ask(question: string, order: Partial<AnswerOrder> & { now?: string } = {}) {
      const events: AnswerEvent[] = [];
      const { now = '2026-11-24T10:00:00Z', ...rest } = order;
      const outcome = await makeAnswer(
        ctx,
        { question, history: [], library, model: null, signal: new AbortController().signal, ...rest },
        { clock: { now: () => new Date(now) }, logger: silent },
        async (more) => void events.push(...more),
      );
      const message = messageOf(events);
      const words = new Map(message.citations.map(({ number, evidence }) => [number, evidence.text]));
      const text = message.parts.map((part) => ('text' in part ? part.text : shownQuote(words.get(part.quote) ?? '')));
      return { ...outcome, ...message, text: text.join(''), events };
    },
    async close() {
      await index.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const quiet = () => undefined;
const silent = { debug: quiet, info: quiet, warn: quiet, error: quiet, child: () => silent };
