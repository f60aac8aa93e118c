import { approachOf } from '../../analyst/reply-approach.ts';
import { Conflict, NotFound } from '../../errors.ts';
import { withModel } from '../../models/with-model.ts';
import type { LanguageModel } from '../../ports/language-model.ts';
import type { Logger } from '../../ports/logger.ts';
import type { TenantContext } from '../../tenancy/context.ts';
import { atomically } from '../../tenancy/database.ts';
import type { Stored } from '../../tenancy/tenant-collection.ts';
import type { Where } from '../../tenancy/where.ts';
import type { CallFilter, CallStore } from '../calls/index.ts';
import type { SpeakersService } from '../speakers/index.ts';
import type { TranscriptsService } from '../transcripts/index.ts';
import { judge } from './judge.ts';
import { localObjections } from './objections.local.ts';
import { modelObjections } from './objections.model-mind.ts';
import {
  curatedReplies,
  objections,
  type CuratedReplyDocument,
  type Kind,
  type ObjectionDocument,
} from './objections.model.ts';
import { overlap, readsAs } from './reads-as.ts';
import { objectionKinds } from './rebuttals.contract.ts';
import { groupKey, groupReplies, type Case, type Group } from './rebuttals.group.ts';

type Filter = Omit<CallFilter, 'q' | 'binned'>;

/** How much a likeness to the words typed may outweigh reliability. */
const likenessWeight = 0.4;
const suggestions = 3;

export class RebuttalsService {
  constructor(
    private readonly engines: { languageModel: LanguageModel | null; logger: Logger },
    private readonly features: { calls: CallStore; transcripts: TranscriptsService; speakers: SpeakersService },
  ) {}

  /** The pipeline's step: finds a call's objections anew. */
  async find(ctx: TenantContext, callId: string, signal: AbortSignal): Promise<string> {
    const reading = await this.features.transcripts.open(ctx, callId);
    const { result, engine } = await withModel(this.engines.languageModel, this.engines.logger, {
      local: () => localObjections(reading),
      model: (model) => modelObjections(model, ctx, reading, signal),
    });
    const found = result.items.map(({ reply, ...item }) => ({
      ...item,
      callId,
      callAt: reading.call.sortAt,
      reply: reply && { evidence: reply, approach: approachOf(reply.text).approach },
      engine,
    }));
    await atomically(ctx, async () => {
      await objections.in(ctx).deleteMany({ callId });
      await objections.in(ctx).createMany(found);
      await this.features.calls.update(ctx, callId, { objections: found.length });
    });
    return engine;
  }

  async list(
    ctx: TenantContext,
    {
      objection,
      kind,
      retired,
      limit,
      ...filter
    }: Filter & { objection?: string; kind?: Kind[]; retired?: boolean; limit: number },
  ) {
    const reads = objection ? readsAs(objection) : [];
    const kinds = kind ?? (reads.length > 0 && reads[0] !== 'other' ? reads : undefined);
    const cases = await this.cases(ctx, filter, kinds);
    const curated = await this.curated(ctx);
    const likeness = (group: Group) =>
      objection ? Math.max(0, ...group.cases.map((one) => overlap(objection, one.objection.evidence.text))) : 0;
    const score = (group: Group) => group.reliability + likenessWeight * likeness(group);
    const groups = groupReplies(cases, new Map(curated.map((one) => [one.key, one])))
      .filter((group) => group.isRetired === (retired ?? false))
      .map((group) => ({ group, score: score(group) }))
      .sort(
        (a, b) =>
          Number(b.group.isPinned) - Number(a.group.isPinned) || b.score - a.score || b.group.used - a.group.used,
      )
      .slice(0, limit);
    const own = curated.filter(
      ({ words, isRetired, kind: ofKind }) =>
        words !== null && isRetired === (retired ?? false) && (!kinds || kinds.includes(ofKind)),
    );
    return {
      items: [
        ...own.map(viewOwn),
        ...(await this.viewGroups(
          ctx,
          groups.map(({ group }) => group),
        )),
      ],
      readsAs: reads,
      objections: cases.length,
    };
  }

  async kinds(ctx: TenantContext, filter: Filter) {
    const [cases, inScope] = await Promise.all([
      this.cases(ctx, filter),
      this.features.calls.pick(ctx, filter, ['steps']),
    ]);
    return {
      objections: cases.length,
      calls: new Set(cases.map(({ objection }) => objection.callId)).size,
      callsRead: inScope.filter(({ steps }) => steps.objections.status === 'done').length,
      kinds: objectionKinds.map((kind) => {
        const own = cases.filter(({ objection }) => objection.kind === kind);
        return {
          kind,
          heard: own.length,
          answered: own.filter(({ objection }) => objection.reply).length,
          answeredWell: own.filter(({ objection, outcome }) => judge(objection, outcome).worked === true).length,
        };
      }),
    };
  }

  async retrieve(ctx: TenantContext, rebuttalId: string) {
    const curated = await this.curated(ctx);
    const own = curated.find(({ key, words }) => key === rebuttalId && words !== null);
    if (own) return { ...viewOwn(own), cases: [] };
    const [kind] = rebuttalId.split(':') as [Kind];
    const group = groupReplies(await this.cases(ctx, {}, [kind]), new Map(curated.map((one) => [one.key, one]))).find(
      ({ id }) => id === rebuttalId,
    );
    if (!group) throw new NotFound('reply', rebuttalId);
    const [view] = await this.viewGroups(ctx, [group]);
    if (!view) throw new NotFound('reply', rebuttalId);
    return { ...view, cases: await this.viewObjections(ctx, group.cases) };
  }

  async create(ctx: TenantContext, { kind, name, words }: { kind: Kind; name: string; words: string }) {
    const id = curatedReplies.in(ctx).newId();
    return viewOwn(
      await curatedReplies.in(ctx).create({ id, key: id, kind, name, words, isPinned: false, isRetired: false }),
    );
  }

  async update(
    ctx: TenantContext,
    rebuttalId: string,
    change: { name?: string; isPinned?: boolean; isRetired?: boolean },
  ) {
    const { kind } = await this.retrieve(ctx, rebuttalId);
    if (change.isPinned && change.isRetired)
      throw new Conflict('pinned_and_retired', 'A reply is either pinned or retired. Choose one.');
    const settings = await curatedReplies
      .in(ctx)
      .findOrCreate({ key: rebuttalId }, { kind, name: null, words: null, isPinned: false, isRetired: false });
    const exclusive = {
      ...(change.isPinned ? { isRetired: false } : {}),
      ...(change.isRetired ? { isPinned: false } : {}),
    };
    await curatedReplies.in(ctx).update(settings.id, { $set: { ...change, ...exclusive } });
    const { cases, ...view } = await this.retrieve(ctx, rebuttalId);
    void cases;
    return view;
  }

  async objections(
    ctx: TenantContext,
    {
      kind,
      unanswered,
      limit,
      cursor,
      ...filter
    }: Filter & { kind?: Kind[]; unanswered?: boolean; limit: number; cursor?: string },
  ) {
    const where: Where<ObjectionDocument> = {
      callId: { $in: await this.features.calls.ids(ctx, filter) },
      ...(kind ? { kind: { $in: kind } } : {}),
      ...(unanswered === undefined ? {} : { reply: unanswered ? null : { $ne: null } }),
    };
    const [{ items, nextCursor }, total] = await Promise.all([
      objections.in(ctx).page(where, { sort: ['callAt', -1], limit, cursor }),
      objections.in(ctx).count(where),
    ]);
    const views = await this.viewObjections(ctx, await this.withOutcomes(ctx, items));
    const kinds = [...new Set(views.filter(({ reply }) => !reply).map((view) => view.kind))];
    const won =
      kinds.length > 0
        ? (await this.list(ctx, { kind: kinds, limit: 100 })).items.filter(({ worked }) => worked > 0)
        : [];
    return {
      items: views.map((view) => ({
        ...view,
        suggestions: view.reply ? [] : won.filter((reply) => reply.kind === view.kind).slice(0, suggestions),
      })),
      nextCursor,
      total,
    };
  }

  /** Every objection of the calls in scope. */
  async cases(ctx: TenantContext, filter: Filter, kinds?: readonly Kind[]): Promise<Case[]> {
    const callIds = await this.features.calls.ids(ctx, filter);
    return this.withOutcomes(
      ctx,
      await objections
        .in(ctx)
        .find(
          { callId: { $in: callIds }, ...(kinds ? { kind: { $in: kinds } } : {}) },
          { sort: { callAt: -1, _id: -1 } },
        ),
    );
  }

  /** Objections as readers see them. One whose words are gone is left out; a reply or reaction that is gone is empty. */
  async viewObjections(ctx: TenantContext, cases: readonly Case[]) {
    const parts = cases.flatMap(({ objection }) => [
      objection.evidence,
      objection.reply?.evidence,
      objection.reaction?.evidence,
    ]);
    const present = parts.filter((part) => part !== null && part !== undefined);
    const shown = await this.features.transcripts.show(ctx, present);
    const visible = new Map(present.map((part, at) => [part, shown[at]]));
    const refs = await this.features.calls.refs(
      ctx,
      cases.map(({ objection }) => objection.callId),
    );
    return cases.flatMap(({ objection, outcome }) => {
      const { id, callId, kind, confidence, engine, reply, reaction } = objection;
      const evidence = visible.get(objection.evidence);
      const call = refs.get(callId);
      if (!evidence || !call) return [];
      const replied = reply && visible.get(reply.evidence);
      return [
        {
          id,
          call,
          kind,
          evidence,
          confidence,
          reply: reply && replied ? { rebuttalId: groupKey(kind, reply.approach), evidence: replied } : null,
          reaction:
            reaction && replied
              ? {
                  verdict: reaction.verdict,
                  evidence: reaction.evidence ? (visible.get(reaction.evidence) ?? null) : null,
                }
              : null,
          ...judge(objection, outcome),
          engine,
        },
      ];
    });
  }

  private async withOutcomes(ctx: TenantContext, items: readonly Stored<ObjectionDocument>[]): Promise<Case[]> {
    const found = await this.features.calls.pick(ctx, { callId: [...new Set(items.map(({ callId }) => callId))] }, [
      'outcome',
    ]);
    const outcomes = new Map(found.map(({ id, outcome }) => [id, outcome]));
    const people = await this.features.speakers.byIds(
      ctx,
      items.flatMap(({ reply }) => reply?.evidence.speakerId ?? []),
    );
    return items.map((objection) => ({
      objection,
      outcome: outcomes.get(objection.callId) ?? null,
      replier: people.get(objection.reply?.evidence.speakerId ?? '')?.name ?? '',
    }));
  }

  private async viewGroups(ctx: TenantContext, groups: readonly Group[]) {
    const best = groups.map(({ cases }) => cases[0]);
    const examples = new Map((await this.viewObjections(ctx, best)).map((view) => [view.id, view]));
    return groups.flatMap(({ cases, ...group }) => {
      const example = examples.get(cases[0].objection.id);
      // The words of a reply are its example's: without one that still stands there is nothing to show.
      return example?.reply ? [{ ...group, words: example.reply.evidence.text, example, isOwn: false }] : [];
    });
  }

  private curated(ctx: TenantContext): Promise<Stored<CuratedReplyDocument>[]> {
    return curatedReplies.in(ctx).find({});
  }
}

const viewOwn = ({ key, kind, name, words, isPinned, isRetired }: CuratedReplyDocument) => ({
  id: key,
  kind,
  name: name ?? '',
  approach: 'own',
  words: words ?? '',
  example: null,
  speakers: [],
  used: 0,
  judged: 0,
  worked: 0,
  won: 0,
  open: 0,
  lost: 0,
  reliability: 0,
  isPinned,
  isRetired,
  isOwn: true,
});
