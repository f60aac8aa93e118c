import { callSentiment, chunk, enrich, speechStrip, talkShares, topicSections } from '../../analyst/index.ts';
import type { TenantContext } from '../../tenancy/context.ts';
import { atomically } from '../../tenancy/database.ts';
import type { CallStore } from '../calls/index.ts';
import type { Reading, TranscriptsService } from '../transcripts/index.ts';
import { chunks, type ChunkDocument } from './chunks.model.ts';

/** Bars of a speech strip: two pixels and a gap each, in the 108 that a list row has. */
const stripBars = 36;

const chunksOf = ({ turns, revision, call }: Reading): ChunkDocument[] => {
  const people = [...new Set(turns.map(({ speaker }) => speaker))];
  return chunk(turns).map((one) => {
    const { topics, intents, entities, sentiment } = enrich(one, { people });
    return {
      callId: call.id,
      index: one.index,
      revision,
      turnStart: one.spans[0].turn,
      turnEnd: one.spans[one.spans.length - 1].turn,
      tokens: one.tokens,
      topics,
      intents,
      entities: entities.map(({ type, name }) => ({ type, name })),
      sentiment: { label: sentiment.label, confidence: sentiment.confidence },
    };
  });
};

/** Quiet heads of the transcript. A call that keeps to one matter has none. */
const sectionsOf = ({ turns }: Reading) => {
  const sections = topicSections(turns);
  return sections.length < 2
    ? []
    : sections.map(({ title, fromTurn, toTurn, startMs, endMs }) => ({
        title,
        turnStart: fromTurn,
        turnEnd: toTurn,
        startMs,
        endMs,
      }));
};

/** Chunks a call and says what is in each; what it says of the call as a whole goes to the call. */
export class Enrichment {
  constructor(private readonly features: { calls: CallStore; transcripts: TranscriptsService }) {}

  async run(ctx: TenantContext, callId: string): Promise<string> {
    const reading = await this.features.transcripts.open(ctx, callId);
    const found = chunksOf(reading);
    const { label, confidence } = callSentiment(reading.turns);
    await atomically(ctx, async () => {
      await chunks.in(ctx).deleteMany({ callId });
      await chunks.in(ctx).createMany(found);
      await this.features.calls.update(ctx, callId, { sentiment: { label, confidence }, topics: sectionsOf(reading) });
    });
    return 'local analyst';
  }

  /** Who talked how much and when, for lists. */
  async measure(ctx: TenantContext, callId: string): Promise<string> {
    const { turns, call } = await this.features.transcripts.open(ctx, callId);
    const shares = new Map(talkShares(turns).map(({ speakerId, share }) => [speakerId, share]));
    const bars = speechStrip(turns, stripBars);
    await this.features.calls.update(ctx, callId, {
      turns: turns.length,
      strip: { us: bars.map(({ us }) => us), them: bars.map(({ them }) => them) },
      participants: call.participants.map((participant) => ({
        ...participant,
        talkShare: shares.get(participant.speakerId) ?? 0,
      })),
    });
    return 'local analyst';
  }
}
