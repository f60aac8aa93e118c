import { z } from 'zod';
import { NotFound } from '../../errors.ts';
import { withModel } from '../../models/with-model.ts';
import { job, type JobQueue } from '../../ports/job-queue.ts';
import type { LanguageModel } from '../../ports/language-model.ts';
import type { Logger } from '../../ports/logger.ts';
import type { TenantContext } from '../../tenancy/context.ts';
import { atomically } from '../../tenancy/database.ts';
import type { Stored } from '../../tenancy/tenant-collection.ts';
import type { Where } from '../../tenancy/where.ts';
import type { CallFilter, CallStore, Pipeline } from '../calls/index.ts';
import type { TranscriptsService } from '../transcripts/index.ts';
import { localProfits } from './profits.local.ts';
import { modelProfits } from './profits.model-mind.ts';
import { profits, type Element, type ProfitsDocument } from './profits.model.ts';
import { nextQuestions } from './next-questions.ts';
import { profitsElements } from './profits.contract.ts';

type Item = Stored<ProfitsDocument>;

const gridCalls = 8;
const isKept = ({ status, isEdited, isStarred }: ProfitsDocument) => status !== 'to_review' || isEdited || isStarred;
/** Two findings of one element at overlapping words are one finding. */
const isSame = (a: Pick<ProfitsDocument, 'element' | 'evidence'>, b: Pick<ProfitsDocument, 'element' | 'evidence'>) =>
  a.element === b.element &&
  a.evidence.segmentStart <= b.evidence.segmentEnd &&
  b.evidence.segmentStart <= a.evidence.segmentEnd;

export class ProfitsService {
  /** Reads a selection, call by call. A call that is done for its current transcript is skipped, so a restart goes on where it was. */
  readonly extraction = job({
    name: 'profits.extract',
    payload: z.object({ callIds: z.array(z.string()), force: z.boolean() }),
    run: async (ctx, { callIds, force }, run) => {
      for (const [at, callId] of callIds.entries()) {
        await run.progress(at, callIds.length);
        const [call] = await this.features.calls.find(ctx, { callId: [callId] });
        const step = call?.steps.profits;
        if (!call || (!force && step?.status === 'done' && step.revision === call.revision)) continue;
        await this.features.pipeline.runNow(ctx, callId, 'profits', run.signal);
      }
      await run.progress(callIds.length, callIds.length);
    },
  });

  constructor(
    private readonly engines: { languageModel: LanguageModel | null; logger: Logger; jobs: JobQueue },
    private readonly features: { calls: CallStore; transcripts: TranscriptsService; pipeline: Pipeline },
  ) {}

  /** The pipeline's step. What a person accepted, edited, rejected or starred stays; the rest is found anew. */
  async find(ctx: TenantContext, callId: string, signal: AbortSignal): Promise<string> {
    const reading = await this.features.transcripts.open(ctx, callId);
    const { result, engine } = await withModel(this.engines.languageModel, this.engines.logger, {
      local: () => localProfits(reading),
      model: (model) => modelProfits(model, ctx, reading, signal),
    });
    const known = await profits.in(ctx).find({ callId });
    const kept = known.filter(isKept);
    const fresh = result.items.filter(
      (item, at) =>
        !kept.some((one) => isSame(one, item)) && !result.items.slice(0, at).some((one) => isSame(one, item)),
    );
    await atomically(ctx, async () => {
      await profits.in(ctx).deleteMany({ id: { $in: known.filter((item) => !isKept(item)).map(({ id }) => id) } });
      await profits.in(ctx).createMany(
        fresh.map((item) => ({
          ...item,
          callId,
          callAt: reading.call.sortAt,
          isEdited: false,
          status: 'to_review' as const,
          isStarred: false,
          engine,
        })),
      );
      await this.features.calls.update(ctx, callId, {
        profits: kept.filter(({ status }) => status !== 'rejected').length + fresh.length,
      });
    });
    return engine;
  }

  async list(
    ctx: TenantContext,
    {
      element,
      status,
      starred,
      limit,
      cursor,
      ...filter
    }: CallFilter & {
      element?: Element[];
      status?: ProfitsDocument['status'][];
      starred?: boolean;
      limit: number;
      cursor?: string;
    },
  ) {
    const where: Where<ProfitsDocument> = {
      callId: { $in: await this.features.calls.ids(ctx, filter) },
      status: { $in: status ?? ['to_review', 'accepted'] },
      ...(element ? { element: { $in: element } } : {}),
      ...(starred === undefined ? {} : { isStarred: starred }),
    };
    const [{ items, nextCursor }, total] = await Promise.all([
      profits.in(ctx).page(where, { sort: ['callAt', -1], limit, cursor }),
      profits.in(ctx).count(where),
    ]);
    return { items: await this.show(ctx, items), nextCursor, total };
  }

  async overview(ctx: TenantContext, filter: CallFilter) {
    const inScope = await this.features.calls.pick(ctx, filter, [
      'title',
      'startedAt',
      'durationMs',
      'outcome',
      'clientId',
      'steps',
    ]);
    const read = inScope.filter(({ steps }) => steps.profits.status === 'done');
    const found = await profits
      .in(ctx)
      .pick({ callId: { $in: read.map(({ id }) => id) }, status: { $in: ['to_review', 'accepted'] } }, [
        'callId',
        'element',
        'status',
        'isStarred',
      ]);
    const names = await this.features.calls.clientNames(ctx, read);
    const countsOf = (callId: string) =>
      Object.fromEntries(
        profitsElements.map((element) => [
          element,
          found.filter((item) => item.callId === callId && item.element === element).length,
        ]),
      ) as Record<Element, number>;
    // Only conversations with a buyer can lack something a buyer says.
    const withItems = new Set(found.map(({ callId }) => callId));
    const grid = read
      .filter(({ id }) => withItems.has(id))
      .slice(0, gridCalls)
      .map((call) => ({ call: this.features.calls.ref(call, names), counts: countsOf(call.id) }));
    return {
      items: found.length,
      calls: withItems.size,
      elements: profitsElements.map((element) => {
        const own = found.filter((item) => item.element === element);
        return {
          element,
          total: own.length,
          accepted: own.filter(({ status }) => status === 'accepted').length,
          toReview: own.filter(({ status }) => status === 'to_review').length,
          starred: own.filter(({ isStarred }) => isStarred).length,
        };
      }),
      grid,
      missing: grid.flatMap(({ call, counts }) => {
        const elements = profitsElements.filter((element) => counts[element] === 0);
        return elements.length > 0 ? [{ call, elements, question: nextQuestions[elements[0]] }] : [];
      }),
    };
  }

  async update(
    ctx: TenantContext,
    itemId: string,
    { statement, ...change }: { statement?: string; status?: ProfitsDocument['status']; isStarred?: boolean },
  ) {
    const item = await this.get(ctx, itemId);
    const set = {
      ...change,
      ...(statement !== undefined && statement !== item.statement ? { statement, isEdited: true } : {}),
    };
    const updated = (await profits.in(ctx).update(itemId, { $set: set })) ?? item;
    const remaining = await profits.in(ctx).count({ callId: item.callId, status: { $in: ['to_review', 'accepted'] } });
    await this.features.calls.update(ctx, item.callId, { profits: remaining });
    const [shown] = await this.show(ctx, [updated]);
    if (!shown) throw new NotFound('PROFITS item', itemId);
    return shown;
  }

  async extract(
    ctx: TenantContext,
    { callIds, folderId, tagId, force }: { callIds?: string[]; folderId?: string; tagId?: string; force: boolean },
  ) {
    if (callIds) await this.features.calls.require(ctx, callIds);
    const ids = await this.features.calls.ids(ctx, {
      ...(callIds ? { callId: callIds } : {}),
      ...(folderId ? { folderId: [folderId] } : {}),
      ...(tagId ? { tagId: [tagId] } : {}),
    });
    const { id } = await this.engines.jobs
      .in(ctx)
      .enqueue(this.extraction, { callIds: ids, force }, { total: ids.length });
    return { jobId: id, calls: ids.length };
  }

  /** Items whose call this caller may see and whose words still stand. */
  async show(ctx: TenantContext, items: readonly Item[]) {
    const [shown, refs] = await Promise.all([
      this.features.transcripts.show(
        ctx,
        items.map(({ evidence }) => evidence),
      ),
      this.features.calls.refs(
        ctx,
        items.map(({ callId }) => callId),
      ),
    ]);
    return items.flatMap((item, at) => {
      const evidence = shown[at];
      const call = refs.get(item.callId);
      if (!evidence || !call) return [];
      const { id, element, statement, isEdited, strength, confidence, status, isStarred, engine, createdAt } = item;
      return [
        {
          id,
          call,
          element,
          statement,
          isEdited,
          evidence,
          strength,
          confidence,
          status,
          isStarred,
          engine,
          createdAt: createdAt.toISOString(),
        },
      ];
    });
  }

  private async get(ctx: TenantContext, itemId: string): Promise<Item> {
    const item = await profits.in(ctx).get(itemId);
    const isVisible = item && (await this.features.calls.ids(ctx, { callId: [item.callId] })).length > 0;
    if (!item || !isVisible) throw new NotFound('PROFITS item', itemId);
    return item;
  }
}
