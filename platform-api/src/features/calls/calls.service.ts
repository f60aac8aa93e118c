import { InvalidInput, NotFound } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { TenantContext } from '../../tenancy/context.ts';
import { atomically } from '../../tenancy/database.ts';
import { newId } from '../../tenancy/id.ts';
import { foldName } from '../../text/fold.ts';
import type { ClientsService } from '../clients/index.ts';
import type { FoldersService } from '../folders/index.ts';
import type { SpeakersService } from '../speakers/index.ts';
import type { TagsService } from '../tags/index.ts';
import type { TranscriptsService } from '../transcripts/index.ts';
import type { CallFilter, CallStore, StoredCall } from './call-store.ts';
import {
  calls,
  stepNames,
  undos,
  type ActionItemDocument,
  type CallDocument,
  type UndoDocument,
} from './calls.model.ts';
import { dayTotals, viewCall, viewFacets, type Names } from './calls.views.ts';

export interface CallChange {
  title?: string;
  outcome?: string | null;
  clientId?: string | null;
  tagIds?: string[];
  folderIds?: string[];
  summary?: string;
}

export interface BulkChange {
  addTagIds?: string[];
  removeTagIds?: string[];
  addFolderIds?: string[];
  removeFolderIds?: string[];
  outcome?: string | null;
  clientId?: string | null;
}

type Sort = 'newest' | 'oldest' | 'longest' | 'shortest' | 'title';

const sorts: Record<Sort, [field: 'sortAt' | 'durationMs' | 'foldedTitle', direction: 1 | -1]> = {
  newest: ['sortAt', -1],
  oldest: ['sortAt', 1],
  longest: ['durationMs', -1],
  shortest: ['durationMs', 1],
  title: ['foldedTitle', 1],
};

const binDays = 30;
const day = 86_400_000;
const tagsPerCall = 2;

export class CallsService {
  constructor(
    private readonly features: {
      store: CallStore;
      transcripts: TranscriptsService;
      tags: TagsService;
      folders: FoldersService;
      clients: ClientsService;
      speakers: SpeakersService;
    },
    private readonly clock: Clock,
  ) {}

  async list(
    ctx: TenantContext,
    {
      limit,
      cursor,
      sort,
      timeZone,
      ...filter
    }: CallFilter & { limit: number; cursor?: string; sort: Sort; timeZone: string },
  ) {
    const where = await this.features.store.where(ctx, filter);
    const [page, matching, libraryTotal] = await Promise.all([
      calls.in(ctx).page(where, { sort: sorts[sort], limit, cursor }),
      calls.in(ctx).pick(where, ['sortAt', 'durationMs']),
      this.features.store.where(ctx).then((all) => calls.in(ctx).count(all)),
    ]);
    const names = await this.names(ctx, page.items);
    return {
      items: page.items.map((call) => viewCall(call, names)),
      nextCursor: page.nextCursor,
      total: matching.length,
      totalDurationMs: matching.reduce((sum, { durationMs }) => sum + durationMs, 0),
      libraryTotal,
      days: dayTotals(matching, validZone(timeZone)),
    };
  }

  async facets(ctx: TenantContext, filter: CallFilter) {
    const rows = await this.features.store.pick(ctx, filter, [
      'clientId',
      'tagIds',
      'participants',
      'outcome',
      'source',
      'sentiment',
    ]);
    return viewFacets(rows, await this.names(ctx, rows));
  }

  async retrieve(ctx: TenantContext, callId: string) {
    const call = await this.features.store.get(ctx, callId);
    const evidence = [
      ...(call.summary?.sentences.flatMap((sentence) => sentence.evidence) ?? []),
      ...call.actionItems.flatMap((item) => item.evidence ?? []),
    ];
    const [names, shown, neighbours] = await Promise.all([
      this.names(ctx, [call]),
      this.features.transcripts.show(ctx, evidence),
      this.neighbours(ctx, call),
    ]);
    const visible = new Map(evidence.map((one, at) => [one, shown[at]]));
    return {
      ...viewCall(call, names),
      summary: call.summary && {
        engine: call.summary.engine,
        isEdited: call.summary.isEdited,
        sentences: call.summary.sentences.map(({ text, evidence: proofs }) => ({
          text,
          evidence: proofs.flatMap((one) => visible.get(one) ?? []),
        })),
      },
      actionItems: call.actionItems.map((item) =>
        this.viewActionItem(item, item.evidence ? (visible.get(item.evidence) ?? null) : null),
      ),
      topics: call.topics,
      steps: stepNames.map((name) => {
        const { status, engine, finishedAt, error } = call.steps[name];
        return { name, status, engine, finishedAt: finishedAt?.toISOString() ?? null, error };
      }),
      revision: call.revision,
      ...neighbours,
    };
  }

  async update(ctx: TenantContext, callId: string, change: CallChange) {
    await this.features.store.get(ctx, callId);
    await this.requireTargets(ctx, change.tagIds ?? [], change.folderIds ?? [], change.clientId);
    const set: Partial<CallDocument> = {};
    if (change.title !== undefined)
      Object.assign(set, { title: change.title, foldedTitle: foldName(change.title), isTitleGenerated: false });
    if (change.outcome !== undefined) set.outcome = change.outcome;
    if (change.clientId !== undefined) Object.assign(set, { clientId: change.clientId, isClientProposed: false });
    if (change.tagIds !== undefined) set.tagIds = change.tagIds;
    if (change.folderIds !== undefined) set.folderIds = change.folderIds;
    // A person's summary rests on the person, not on a quote.
    if (change.summary !== undefined)
      set.summary = { engine: 'person', isEdited: true, sentences: [{ text: change.summary, evidence: [] }] };
    const call = await this.features.store.update(ctx, callId, set);
    if (call) await this.refreshSearchText(ctx, call);
    return this.retrieve(ctx, callId);
  }

  async bulkUpdate(ctx: TenantContext, callIds: readonly string[], change: BulkChange) {
    await this.requireTargets(ctx, change.addTagIds ?? [], change.addFolderIds ?? [], change.clientId);
    return this.changeAll(ctx, callIds, (call) => {
      const tagIds = [
        ...new Set([...call.tagIds.filter((id) => !change.removeTagIds?.includes(id)), ...(change.addTagIds ?? [])]),
      ];
      if (tagIds.length > tagsPerCall)
        throw new InvalidInput(
          'too_many_tags',
          `"${call.title}" would have ${tagIds.length} tags; a call carries ${tagsPerCall} at most. Take one off first.`,
        );
      const folderIds = [
        ...new Set([
          ...call.folderIds.filter((id) => !change.removeFolderIds?.includes(id)),
          ...(change.addFolderIds ?? []),
        ]),
      ];
      return {
        tagIds,
        folderIds,
        ...(change.outcome === undefined ? {} : { outcome: change.outcome }),
        ...(change.clientId === undefined ? {} : { clientId: change.clientId, isClientProposed: false }),
      };
    });
  }

  /** To the bin: out of lists, search and answers at once, for good after 30 days. */
  delete(ctx: TenantContext, callIds: readonly string[]) {
    return this.changeAll(ctx, callIds, () => ({ deletedAt: this.clock.now() }));
  }

  async undo(ctx: TenantContext, undoId: string) {
    const undo = await undos.in(ctx).get(undoId);
    // Who sees a part of the tenant takes back what they did themselves.
    if (!undo || (ctx.dataFilter && undo.actorId !== ctx.actorId)) throw new NotFound('change to undo', undoId);
    return atomically(ctx, async () => {
      let changed = 0;
      for (const { callId, fields } of undo.before)
        if (await calls.in(ctx).update(callId, { $set: fields as never })) changed++;
      await undos.in(ctx).delete(undoId);
      return { changed };
    });
  }

  async addActionItem(
    ctx: TenantContext,
    callId: string,
    { text, assignee, dueAt }: { text: string; assignee: string | null; dueAt: string | null },
  ) {
    const call = await this.features.store.get(ctx, callId);
    const item: ActionItemDocument = {
      id: newId('act'),
      text,
      assignee,
      dueAt: dueAt === null ? null : new Date(dueAt),
      dueText: null,
      isDone: false,
      madeBy: 'person',
      evidence: null,
    };
    await calls.in(ctx).update(call.id, { $push: { actionItems: item } });
    return this.viewActionItem(item, null);
  }

  async updateActionItem(
    ctx: TenantContext,
    callId: string,
    itemId: string,
    change: { text?: string; assignee?: string | null; dueAt?: string | null; isDone?: boolean },
  ) {
    const call = await this.features.store.get(ctx, callId);
    const known = call.actionItems.find(({ id }) => id === itemId);
    if (!known) throw new NotFound('action item', itemId);
    const { dueAt, ...fields } = change;
    const item: ActionItemDocument = {
      ...known,
      ...fields,
      ...(dueAt === undefined ? {} : { dueAt: dueAt === null ? null : new Date(dueAt) }),
    };
    await this.features.store.update(ctx, callId, {
      actionItems: call.actionItems.map((one) => (one.id === itemId ? item : one)),
    });
    const [evidence] = item.evidence ? await this.features.transcripts.show(ctx, [item.evidence]) : [null];
    return this.viewActionItem(item, evidence);
  }

  async deleteActionItem(ctx: TenantContext, callId: string, itemId: string): Promise<null> {
    const call = await this.features.store.get(ctx, callId);
    if (!call.actionItems.some(({ id }) => id === itemId)) throw new NotFound('action item', itemId);
    await calls.in(ctx).update(callId, { $pull: { actionItems: { id: itemId } } });
    return null;
  }

  /** All or none, with what they were before kept for undo. */
  private async changeAll(
    ctx: TenantContext,
    callIds: readonly string[],
    changeOf: (call: StoredCall) => UndoDocument['before'][number]['fields'],
  ) {
    return atomically(ctx, async () => {
      const found = await this.features.store.require(ctx, callIds);
      const before: UndoDocument['before'] = [];
      for (const call of found) {
        const fields = changeOf(call);
        before.push({
          callId: call.id,
          fields: Object.fromEntries(Object.keys(fields).map((key) => [key, call[key as keyof typeof fields]])),
        });
        await calls.in(ctx).update(call.id, { $set: fields as never });
      }
      const expiresAt = new Date(this.clock.now().getTime() + binDays * day);
      const undo = await undos.in(ctx).create({ actorId: ctx.actorId, before, expiresAt });
      return { changed: found.length, undo: undo.id };
    });
  }

  private async requireTargets(
    ctx: TenantContext,
    tagIds: readonly string[],
    folderIds: readonly string[],
    clientId?: string | null,
  ): Promise<void> {
    await this.features.tags.require(ctx, tagIds);
    await this.features.folders.require(ctx, folderIds);
    if (clientId !== undefined && clientId !== null) await this.features.clients.require(ctx, clientId);
  }

  private async refreshSearchText(ctx: TenantContext, call: StoredCall): Promise<void> {
    const names = await this.names(ctx, [call]);
    const people = call.participants.map(({ speakerId }) => names.speakers.get(speakerId)?.name ?? '');
    const searchText = foldName(
      [call.title, ...people, call.clientId === null ? '' : (names.clients.get(call.clientId) ?? '')].join(' '),
    );
    if (searchText !== call.searchText) await this.features.store.update(ctx, call.id, { searchText });
  }

  /** The calls before and after in the newest-first order, for stepping through. */
  private async neighbours(ctx: TenantContext, call: StoredCall) {
    const visible = await this.features.store.where(ctx);
    const beside = async (direction: 1 | -1) => {
      const past = direction === 1 ? '$gt' : '$lt';
      const where = {
        $and: [
          visible,
          { $or: [{ sortAt: { [past]: call.sortAt } }, { sortAt: call.sortAt, _id: { [past]: call.id } }] },
        ],
      } as never;
      const [found] = await calls
        .in(ctx)
        .pick(where, ['sortAt'], { sort: { sortAt: direction, _id: direction }, limit: 1 });
      return found?.id ?? null;
    };
    return { previousId: await beside(1), nextId: await beside(-1) };
  }

  private async names(
    ctx: TenantContext,
    found: readonly Pick<StoredCall, 'clientId' | 'participants' | 'tagIds'>[],
  ): Promise<Names> {
    const [clients, speakers, tags] = await Promise.all([
      this.features.store.clientNames(ctx, found),
      this.features.speakers.byIds(
        ctx,
        found.flatMap((call) => call.participants.map(({ speakerId }) => speakerId)),
      ),
      this.features.tags.all(ctx),
    ]);
    return { clients, speakers, tags: new Map(tags.map((tag) => [tag.id, tag])) };
  }

  private viewActionItem<Shown>(
    { id, text, assignee, dueAt, dueText, isDone, madeBy }: ActionItemDocument,
    evidence: Shown | null,
  ) {
    return { id, text, assignee, dueAt: dueAt?.toISOString() ?? null, dueText, isDone, madeBy, evidence };
  }
}

function validZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    throw new InvalidInput(
      'bad_time_zone',
      `"${timeZone}" is not a time zone. Use an IANA name such as "Europe/Berlin".`,
    );
  }
}
