import { NotFound } from '../../errors.ts';
import type { TenantContext } from '../../tenancy/context.ts';
import type { Stored } from '../../tenancy/tenant-collection.ts';
import type { Where } from '../../tenancy/where.ts';
import { foldName } from '../../text/fold.ts';
import type { ClientsService, ClientUsage } from '../clients/index.ts';
import type { FoldersService, FolderUsage } from '../folders/index.ts';
import type { SpeakerUsage } from '../speakers/index.ts';
import type { TagUsage } from '../tags/index.ts';
import { calls, waitingSteps, type CallDocument } from './calls.model.ts';

export type StoredCall = Stored<CallDocument>;

type Derived =
  | 'foldedTitle'
  | 'status'
  | 'sentiment'
  | 'strip'
  | 'turns'
  | 'objections'
  | 'profits'
  | 'summary'
  | 'actionItems'
  | 'topics'
  | 'steps'
  | 'revision'
  | 'deletedAt';
export type NewCall = Omit<CallDocument, Derived>;

/** What callers filter calls by, as the contract parsed it. */
export interface CallFilter {
  q?: string;
  from?: string;
  to?: string;
  callId?: string[];
  clientId?: string[];
  folderId?: string[];
  tagId?: string[];
  speakerId?: string[];
  source?: string[];
  outcome?: string[];
  sentiment?: ('positive' | 'neutral' | 'negative')[];
  minDurationMs?: number;
  maxDurationMs?: number;
  binned?: boolean;
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Calls a caller may see. Every other feature reaches calls through here, so a session's data filter holds in lists,
 * search, chat, PROFITS and rebuttals alike.
 */
export class CallStore implements TagUsage, FolderUsage, ClientUsage, SpeakerUsage {
  private folders?: FoldersService;
  private clients?: ClientsService;

  /** Folders and clients count calls, calls name folders and clients: the knot is tied once, at composition. */
  connect(features: { folders: FoldersService; clients: ClientsService }): void {
    this.folders = features.folders;
    this.clients = features.clients;
  }

  /** Calls of this caller that match. The data filter comes on top of whatever is asked for. */
  async where(ctx: TenantContext, filter: CallFilter = {}): Promise<Where<CallDocument>> {
    const parts: Where<CallDocument>[] = [{ deletedAt: filter.binned ? { $ne: null } : null }];
    const limit = ctx.dataFilter;
    if (limit?.folderIds) parts.push({ folderIds: { $in: await this.inside(ctx, limit.folderIds) } });
    if (limit?.tagIds) parts.push({ tagIds: { $in: limit.tagIds } });
    if (limit?.clientIds) parts.push({ clientId: { $in: limit.clientIds } });

    if (filter.callId) parts.push({ id: { $in: filter.callId } });
    if (filter.from) parts.push({ sortAt: { $gte: new Date(filter.from) } });
    if (filter.to) parts.push({ sortAt: { $lt: new Date(filter.to) } });
    if (filter.clientId) parts.push({ clientId: { $in: filter.clientId } });
    if (filter.folderId) parts.push({ folderIds: { $in: await this.inside(ctx, filter.folderId) } });
    if (filter.tagId) parts.push({ tagIds: { $in: filter.tagId } });
    if (filter.speakerId) parts.push({ 'participants.speakerId': { $in: filter.speakerId } });
    if (filter.source) parts.push({ source: { $in: filter.source } });
    if (filter.outcome)
      parts.push({ outcome: { $in: filter.outcome.map((outcome) => (outcome === 'none' ? null : outcome)) } });
    if (filter.sentiment) parts.push({ 'sentiment.label': { $in: filter.sentiment } });
    if (filter.minDurationMs !== undefined) parts.push({ durationMs: { $gte: filter.minDurationMs } });
    if (filter.maxDurationMs !== undefined) parts.push({ durationMs: { $lte: filter.maxDurationMs } });
    for (const word of foldName(filter.q ?? '')
      .split(' ')
      .filter(Boolean))
      parts.push({ searchText: { $regex: escaped(word) } } as Where<CallDocument>);
    return { $and: parts.map(({ id, ...part }) => (id === undefined ? part : { _id: id })) as Where<CallDocument>[] };
  }

  /** One call this caller may see, in the library or in the bin. */
  async get(ctx: TenantContext, callId: string): Promise<StoredCall> {
    const call =
      (await calls.in(ctx).findOne(await this.where(ctx, { callId: [callId] }))) ??
      (await calls.in(ctx).findOne(await this.where(ctx, { callId: [callId], binned: true })));
    if (!call) throw new NotFound('call', callId);
    return call;
  }

  async find(
    ctx: TenantContext,
    filter: CallFilter = {},
    options: { sort?: Record<string, 1 | -1>; limit?: number } = {},
  ): Promise<StoredCall[]> {
    return calls.in(ctx).find(await this.where(ctx, filter), { sort: { sortAt: -1, _id: -1 }, ...options });
  }

  /** Only some fields of every call that matches, latest first. */
  async pick<Field extends keyof CallDocument & string>(
    ctx: TenantContext,
    filter: CallFilter,
    fields: readonly Field[],
  ) {
    return calls.in(ctx).pick(await this.where(ctx, filter), fields, { sort: { sortAt: -1, _id: -1 } });
  }

  /** Ids of every call that matches, latest first. */
  async ids(ctx: TenantContext, filter: CallFilter = {}): Promise<string[]> {
    return (await this.pick(ctx, filter, ['sortAt'])).map(({ id }) => id);
  }

  /** Ids a caller names, refused as a whole when one is not theirs to see. */
  async require(ctx: TenantContext, callIds: readonly string[]): Promise<StoredCall[]> {
    const wanted = [...new Set(callIds)];
    const found = await this.find(ctx, { callId: wanted });
    const known = new Set(found.map(({ id }) => id));
    const missing = wanted.find((id) => !known.has(id));
    if (missing !== undefined) throw new NotFound('call', missing);
    return found;
  }

  /** A call with the same words, or with the same id at the same source; in the bin too, and whatever this caller may see. */
  findTwin(
    ctx: TenantContext,
    { contentHash, source, sourceId }: Pick<CallDocument, 'contentHash' | 'source' | 'sourceId'>,
  ): Promise<StoredCall | null> {
    const same = sourceId === null ? [{ contentHash }] : [{ contentHash }, { source, sourceId }];
    return calls.in(ctx).findOne({ $or: same });
  }

  /** A new call, before any step of the pipeline has run. */
  create(ctx: TenantContext, call: NewCall): Promise<StoredCall> {
    return calls.in(ctx).create({
      ...call,
      foldedTitle: foldName(call.title),
      status: 'processing',
      sentiment: null,
      strip: { us: [], them: [] },
      turns: 0,
      objections: 0,
      profits: 0,
      summary: null,
      actionItems: [],
      topics: [],
      steps: waitingSteps(),
      revision: 1,
      deletedAt: null,
    });
  }

  update(ctx: TenantContext, callId: string, set: Partial<CallDocument>): Promise<StoredCall | null> {
    return calls.in(ctx).update(callId, { $set: set as never });
  }

  /** How each of these calls names itself. Calls that this caller may not see are missing. */
  async refs(ctx: TenantContext, callIds: readonly string[]) {
    const fields = ['title', 'startedAt', 'durationMs', 'outcome', 'clientId'] as const;
    const found = await this.pick(ctx, { callId: [...new Set(callIds)] }, fields);
    const names = await this.clientNames(ctx, found);
    return new Map(found.map((call) => [call.id, this.ref(call, names)]));
  }

  ref(
    call: Pick<CallDocument, 'title' | 'startedAt' | 'durationMs' | 'outcome' | 'clientId'> & { id: string },
    clientNames: ReadonlyMap<string, string>,
  ) {
    const { id, title, startedAt, durationMs, outcome, clientId } = call;
    const clientName = clientId === null ? undefined : clientNames.get(clientId);
    return {
      id,
      title,
      startedAt: startedAt?.toISOString() ?? null,
      durationMs,
      outcome,
      client: clientId !== null && clientName !== undefined ? { id: clientId, name: clientName } : null,
    };
  }

  async clientNames(
    ctx: TenantContext,
    found: readonly { clientId: string | null }[],
  ): Promise<ReadonlyMap<string, string>> {
    return (
      (await this.clients?.names(
        ctx,
        found.map(({ clientId }) => clientId).filter((id) => id !== null),
      )) ?? new Map<string, string>()
    );
  }

  countByTag = (ctx: TenantContext) => this.countBy(ctx, '$tagIds');
  countByFolder = (ctx: TenantContext) => this.countBy(ctx, '$folderIds');
  countByClient = (ctx: TenantContext) => this.countBy(ctx, '$clientId');
  countBySpeaker = (ctx: TenantContext) => this.countBy(ctx, '$participants.speakerId');

  /** Whether calls that this caller does not see carry it too: a change to it would reach those. */
  tagReachesBeyond = (ctx: TenantContext, tagId: string) => this.reachesBeyond(ctx, { tagIds: tagId });
  clientReachesBeyond = (ctx: TenantContext, clientId: string) => this.reachesBeyond(ctx, { clientId });
  speakerReachesBeyond = (ctx: TenantContext, speakerId: string) =>
    this.reachesBeyond(ctx, { 'participants.speakerId': speakerId });

  async removeTag(ctx: TenantContext, tagId: string): Promise<void> {
    await calls.in(ctx).updateMany({ tagIds: tagId }, { $pull: { tagIds: tagId } });
  }

  async removeFolder(ctx: TenantContext, folderId: string): Promise<void> {
    await calls.in(ctx).updateMany({ folderIds: folderId }, { $pull: { folderIds: folderId } });
  }

  async removeClient(ctx: TenantContext, clientId: string): Promise<void> {
    await calls.in(ctx).updateMany({ clientId }, { $set: { clientId: null, isClientProposed: false } });
  }

  private async reachesBeyond(ctx: TenantContext, having: Where<CallDocument>): Promise<boolean> {
    if (!ctx.dataFilter) return false;
    const seen = { $and: [await this.where(ctx), having] } as Where<CallDocument>;
    return (await calls.in(ctx).count(having)) > (await calls.in(ctx).count(seen));
  }

  private async countBy(ctx: TenantContext, path: string): Promise<Map<string, number>> {
    const rows = await calls
      .in(ctx)
      .aggregate<{ _id: string | null; n: number }>(await this.where(ctx), [
        { $project: { value: path } },
        { $unwind: '$value' },
        { $group: { _id: '$value', n: { $sum: 1 } } },
      ]);
    return new Map(rows.filter(({ _id }) => _id !== null).map(({ _id, n }) => [_id as string, n]));
  }

  private async inside(ctx: TenantContext, folderIds: readonly string[]): Promise<string[]> {
    return (await this.folders?.withInside(ctx, folderIds)) ?? [...folderIds];
  }
}
