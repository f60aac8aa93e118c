import { findObjections } from '../../analyst/index.ts';
import type { SearchIndex } from '../../ports/search-index.ts';
import type { TenantContext } from '../../tenancy/context.ts';
import type { CallFilter, CallStore, CallDocument } from '../calls/index.ts';
import type { ProfitsService } from '../profits/index.ts';
import type { RebuttalsService } from '../rebuttals/index.ts';
import type { SpeakersService } from '../speakers/index.ts';
import type { TagsService } from '../tags/index.ts';
import type { Reading, TranscriptsService } from '../transcripts/index.ts';
import type { AnswerLibrary, CallFacts, Extracted, FoundObjection, FoundProfits } from './answer-library.ts';

export interface LibraryFeatures {
  calls: CallStore;
  transcripts: TranscriptsService;
  speakers: SpeakersService;
  tags: TagsService;
  rebuttals: RebuttalsService;
  profits: ProfitsService;
}

const factFields = [
  'title',
  'startedAt',
  'durationMs',
  'outcome',
  'clientId',
  'participants',
  'tagIds',
  'sentiment',
  'summary',
  'actionItems',
  'steps',
  'revision',
] as const;
type FactRow = Pick<CallDocument, (typeof factFields)[number]> & { id: string };

/** Transcripts kept open for one answer; beyond that the oldest is let go, so that a scope of thousands fits. */
const openAtMost = 60;

/** The library of one answer: what the asking user may see of its scope. Everything goes through that user's context. */
export class ChatLibrary implements AnswerLibrary {
  private readonly readings = new Map<string, Promise<Reading>>();
  private readonly byId: ReadonlyMap<string, CallFacts>;

  private constructor(
    private readonly ctx: TenantContext,
    private readonly features: LibraryFeatures,
    private readonly searchIndex: SearchIndex,
    private readonly rows: ReadonlyMap<string, FactRow>,
    readonly calls: readonly CallFacts[],
  ) {
    this.byId = new Map(calls.map((call) => [call.id, call]));
  }

  /** Opens the calls of all these filters together. */
  static async open(
    ctx: TenantContext,
    features: LibraryFeatures,
    searchIndex: SearchIndex,
    filters: readonly CallFilter[],
  ): Promise<ChatLibrary> {
    const found = new Map<string, FactRow>();
    for (const filter of filters) {
      for (const row of await features.calls.pick(ctx, filter, factFields)) found.set(row.id, row);
    }
    const rows = [...found.values()].sort((a, b) => Number(b.startedAt) - Number(a.startedAt));
    const [clients, people, tags] = await Promise.all([
      features.calls.clientNames(ctx, rows),
      features.speakers.byIds(
        ctx,
        rows.flatMap(({ participants }) => participants.map(({ speakerId }) => speakerId)),
      ),
      features.tags.all(ctx),
    ]);
    const tagNames = new Map(tags.map(({ id, name }) => [id, name]));
    const facts = rows.map((row): CallFacts => ({
      id: row.id,
      title: row.title,
      startedAt: row.startedAt,
      durationMs: row.durationMs,
      outcome: row.outcome,
      client: row.clientId === null ? null : (clients.get(row.clientId) ?? null),
      people: row.participants.map(({ speakerId, side }) => ({
        id: speakerId,
        name: people.get(speakerId)?.name ?? '',
        side,
      })),
      tags: row.tagIds.flatMap((id) => tagNames.get(id) ?? []),
      sentiment: row.sentiment?.label ?? null,
      summary: row.summary?.sentences ?? [],
      isIndexed: row.steps.index.status === 'done',
      actionItems: row.actionItems,
    }));
    return new ChatLibrary(ctx, features, searchIndex, found, facts);
  }

  call(callId: string): CallFacts | undefined {
    return this.byId.get(callId);
  }

  open(callId: string): Promise<Reading> {
    const known = this.readings.get(callId);
    if (known) return known;
    if (!this.byId.has(callId)) throw new Error(`Call ${callId} is not in the scope of this answer.`);
    const opened = this.features.transcripts.open(this.ctx, callId);
    this.readings.set(callId, opened);
    const [oldest] = this.readings.keys();
    if (this.readings.size > openAtMost && oldest !== undefined) this.readings.delete(oldest);
    return opened;
  }

  async search({ callIds = this.calls.map(({ id }) => id), ...query }: Parameters<AnswerLibrary['search']>[0]) {
    const inScope = callIds.filter((callId) => this.byId.has(callId));
    return this.searchIndex.in(this.ctx).search({ ...query, callIds: inScope });
  }

  /** What the pipeline found, followed into today's transcripts; calls it has not come to yet are read now. */
  async objections(calls: readonly CallFacts[]): Promise<Extracted<FoundObjection>> {
    const { read, unread } = this.split(calls, 'objections');
    const cases = await this.features.rebuttals.cases(this.ctx, { callId: read.map(({ id }) => id) });
    const stored = await this.current(
      cases.map(({ objection: { callId, kind, evidence, confidence } }) => ({ callId, kind, evidence, confidence })),
    );
    const fresh: FoundObjection[] = [];
    for (const { id: callId } of unread) {
      const reading = await this.open(callId);
      for (const { kind, span, confidence } of findObjections(reading.turns)) {
        const evidence = reading.evidence(span);
        if (evidence) fresh.push({ callId, kind, evidence, confidence });
      }
    }
    return { items: [...stored, ...fresh], read: calls.length };
  }

  async profits(calls: readonly CallFacts[]): Promise<Extracted<FoundProfits>> {
    const { read } = this.split(calls, 'profits');
    const callId = read.map(({ id }) => id);
    const items: FoundProfits[] = [];
    for (let cursor: string | null | undefined = callId.length ? undefined : null; cursor !== null;) {
      const page: Awaited<ReturnType<ProfitsService['list']>> = await this.features.profits.list(this.ctx, {
        callId,
        limit: 200,
        cursor,
      });
      for (const { call, element, statement, strength, evidence } of page.items) {
        const { speaker, callTitle: _title, callStartedAt: _startedAt, ...place } = evidence;
        items.push({ callId: call.id, element, statement, strength, evidence: { ...place, speakerId: speaker.id } });
      }
      cursor = page.nextCursor;
    }
    return { items, read: read.length };
  }

  /** Whether the pipeline has read a call in its current words. */
  private split(calls: readonly CallFacts[], step: 'objections' | 'profits') {
    const isRead = ({ id }: CallFacts) => {
      const row = this.rows.get(id);
      return row?.steps[step].status === 'done' && row.steps[step].revision === row.revision;
    };
    return { read: calls.filter(isRead), unread: calls.filter((call) => !isRead(call)) };
  }

  /** Only what still stands in the transcript that this reader sees. */
  private async current<Item extends { evidence: FoundObjection['evidence'] }>(
    items: readonly Item[],
  ): Promise<Item[]> {
    const shown = await this.features.transcripts.show(
      this.ctx,
      items.map(({ evidence }) => evidence),
    );
    return items.filter((_, at) => shown[at]);
  }
}
