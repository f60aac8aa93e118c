import { Conflict, InvalidInput, NotFound } from '../../errors.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import type { Clock } from '../../ports/clock.ts';
import type { TenantContext } from '../../tenancy/context.ts';
import { atomically } from '../../tenancy/database.ts';
import type { CallStore, StoredCall } from '../calls/index.ts';
import type { SpeakersService } from '../speakers/index.ts';
import { Reading } from './reading.ts';
import {
  transcripts,
  type SegmentDocument,
  type SegmentEditDocument,
  type TranscriptDocument,
} from './transcripts.model.ts';

export interface SegmentEdit extends SegmentEditDocument {
  index: number;
}

/** Transcripts, their revisions, and the evidence cut from them. */
export class TranscriptsService {
  private readonly listeners: ((ctx: TenantContext, callId: string) => Promise<void>)[] = [];

  constructor(
    private readonly features: { calls: CallStore; speakers: SpeakersService },
    private readonly clock: Clock,
  ) {}

  /** Called after each new revision, in the order of registration. */
  onRevised(listener: (ctx: TenantContext, callId: string) => Promise<void>): void {
    this.listeners.push(listener);
  }

  /** Keeps a call's first revision. Storing the same call again leaves the first as it is. */
  async store(ctx: TenantContext, callId: string, language: string | null, segments: SegmentDocument[]): Promise<void> {
    await transcripts.in(ctx).findOrCreate({ callId }, { revision: 1, language, segments, history: [] });
  }

  async open(ctx: TenantContext, callId: string): Promise<Reading> {
    return this.read(ctx, await this.features.calls.get(ctx, callId));
  }

  /** As `open`, for a call that was already looked up for this reader. */
  async read(ctx: TenantContext, call: StoredCall): Promise<Reading> {
    const transcript = await transcripts.in(ctx).findOne({ callId: call.id });
    if (!transcript) throw new NotFound('transcript of call', call.id);
    return new Reading(call, transcript, await this.names(ctx, call));
  }

  async retrieve(ctx: TenantContext, callId: string) {
    const call = await this.features.calls.get(ctx, callId);
    const transcript = await transcripts.in(ctx).findOne({ callId });
    if (!transcript) throw new NotFound('transcript of call', callId);
    const names = await this.names(ctx, call);
    const reading = new Reading(call, transcript, names);
    return {
      callId,
      revision: reading.revision,
      language: transcript.language,
      speakers: call.participants.map(({ speakerId, title, side }) => ({
        id: speakerId,
        name: names.get(speakerId) ?? '',
        title,
        side,
      })),
      turns: reading.groups.map((group, index) => ({
        index,
        speakerId: group[0].speakerId,
        startMs: group[0].startMs,
        endMs: group[group.length - 1].endMs,
        segments: group.map(({ index: segment, startMs, endMs, text, isEdited, isHidden, confidence }) => ({
          index: segment,
          startMs,
          endMs,
          text,
          isEdited,
          isHidden,
          confidence,
        })),
      })),
    };
  }

  async edit(ctx: TenantContext, callId: string, { revision, edits }: { revision: number; edits: SegmentEdit[] }) {
    const call = await this.features.calls.get(ctx, callId);
    await atomically(ctx, async () => {
      const transcript = await transcripts.in(ctx).findOne({ callId });
      if (!transcript) throw new NotFound('transcript of call', callId);
      if (transcript.revision !== revision)
        throw new Conflict(
          'revision_outdated',
          `Somebody saved revision ${transcript.revision} while you edited ${revision}. Load it, then make your change again.`,
        );
      const segments = applyEdits(call, transcript, edits);
      const note = {
        revision: revision + 1,
        at: this.clock.now(),
        actorId: ctx.actorId,
        segments: edits.map(({ index }) => index),
      };
      const isSaved = await transcripts
        .in(ctx)
        .update(
          transcript.id,
          { $set: { segments, revision: revision + 1, history: [...transcript.history, note] } },
          { revision },
        );
      if (!isSaved)
        throw new Conflict(
          'revision_outdated',
          `Somebody was faster than revision ${revision}. Load the transcript, then make your change again.`,
        );
      await this.features.calls.update(ctx, callId, { revision: revision + 1 });
    });
    for (const listener of this.listeners) await listener(ctx, callId);
    return this.retrieve(ctx, callId);
  }

  /**
   * Evidence as a reader may see it: its words in the current revision, or null where an edit changed or hid them, or
   * where the call is not this reader's. Transcripts are read again only for calls that were edited since.
   */
  async show(ctx: TenantContext, evidence: readonly Evidence[]) {
    const found = await this.features.calls.find(ctx, { callId: [...new Set(evidence.map(({ callId }) => callId))] });
    const byId = new Map(found.map((call) => [call.id, call]));
    const names = await this.features.speakers.byIds(
      ctx,
      found.flatMap((call) => call.participants.map(({ speakerId }) => speakerId)),
    );
    const readings = new Map<string, Promise<Reading>>();
    return Promise.all(
      evidence.map(async (stored) => {
        const call = byId.get(stored.callId);
        if (!call) return null;
        let current: Evidence | null = stored;
        if (stored.revision !== call.revision) {
          if (!readings.has(call.id)) readings.set(call.id, this.read(ctx, call));
          current = (await readings.get(call.id))?.follow(stored) ?? null;
        }
        return current && viewEvidence(current, call, names.get(current.speakerId)?.name ?? '');
      }),
    );
  }

  private async names(ctx: TenantContext, call: StoredCall): Promise<Map<string, string>> {
    const people = await this.features.speakers.byIds(
      ctx,
      call.participants.map(({ speakerId }) => speakerId),
    );
    return new Map([...people].map(([id, { name }]) => [id, name]));
  }
}

export function viewEvidence(evidence: Evidence, call: StoredCall, speakerName: string) {
  const { callId, revision, segmentStart, segmentEnd, start, end, text, speakerId, startMs, endMs } = evidence;
  const participant = call.participants.find((one) => one.speakerId === speakerId);
  return {
    callId,
    callTitle: call.title,
    callStartedAt: call.startedAt?.toISOString() ?? null,
    revision,
    segmentStart,
    segmentEnd,
    start,
    end,
    text,
    speaker: {
      id: speakerId,
      name: speakerName,
      title: participant?.title ?? null,
      side: participant?.side ?? ('unknown' as const),
    },
    startMs,
    endMs,
  };
}

function applyEdits(
  call: StoredCall,
  transcript: TranscriptDocument,
  edits: readonly SegmentEdit[],
): SegmentDocument[] {
  const segments = [...transcript.segments];
  const speakers = new Set(call.participants.map(({ speakerId }) => speakerId));
  for (const { index, text, speakerId, isHidden } of edits) {
    const segment = segments[index];
    if (!segment)
      throw new InvalidInput(
        'no_such_segment',
        `Segment ${index} does not exist; the last one is ${segments.length - 1}.`,
      );
    if (speakerId !== undefined && !speakers.has(speakerId)) throw new NotFound('speaker in this call', speakerId);
    const edit: SegmentEditDocument = { ...segment.edit };
    if (text?.trim()) edit.text = text.trim();
    if (speakerId !== undefined) edit.speakerId = speakerId;
    if (isHidden !== undefined) edit.isHidden = isHidden;
    // Words put back as they came in are no edit.
    if (edit.text === segment.text) delete edit.text;
    if (edit.speakerId === segment.speakerId) delete edit.speakerId;
    segments[index] = { ...segment, edit };
  }
  return segments;
}
