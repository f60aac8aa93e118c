import { EvidenceGate } from '../../evidence/gate.ts';
import type { Evidence, EvidenceSource } from '../../evidence/evidence.ts';
import { turnRange } from '../../evidence/turn-range.ts';
import type { StoredCall } from '../calls/index.ts';
import { groupTurns, readSegments, readTurns, spoken, type ReadSegment } from './read-turns.ts';
import type { TranscriptDocument } from './transcripts.model.ts';
import type { Turn, TurnSpan } from './turn.ts';

/** A transcript opened for one reader and one piece of work. What a mind finds in it becomes evidence only through here. */
export class Reading {
  readonly revision: number;
  readonly segments: readonly ReadSegment[];
  /** Segments of each turn, hidden ones included. */
  readonly groups: readonly ReadSegment[][];
  readonly turns: readonly Turn[];
  private readonly gate: EvidenceGate;

  constructor(
    readonly call: StoredCall,
    transcript: TranscriptDocument,
    names: ReadonlyMap<string, string>,
  ) {
    this.revision = transcript.revision;
    this.segments = readSegments(transcript.segments);
    this.groups = groupTurns(this.segments);
    const people = new Map(
      call.participants.map(({ speakerId, side }) => [speakerId, { name: names.get(speakerId) ?? '', side }]),
    );
    this.turns = readTurns(this.groups, people);
    this.gate = new EvidenceGate([this.source()]);
  }

  sideOf(speakerId: string): 'us' | 'them' | 'unknown' {
    return this.call.participants.find((participant) => participant.speakerId === speakerId)?.side ?? 'unknown';
  }

  source(): EvidenceSource {
    return { callId: this.call.id, revision: this.revision, segments: this.segments };
  }

  /** The evidence for a span of a turn; null where it is not there. */
  evidence({ turn, start, end }: TurnSpan): Evidence | null {
    const group = this.groups[turn];
    const range = group && turnRange(spoken(group), start, end);
    return range ? this.gate.admit({ callId: this.call.id, ...range }) : null;
  }

  /** The evidence for words that a model claims were said; null where nobody did. */
  quote(quote: string, near?: number): Evidence | null {
    return this.gate.admit({ callId: this.call.id, quote, near });
  }

  /** Follows words into this revision: the same range while it still says the same, else the only place that does. */
  follow(evidence: Evidence): Evidence | null {
    const same = this.gate.admit({
      callId: this.call.id,
      segmentStart: evidence.segmentStart,
      segmentEnd: evidence.segmentEnd,
      start: evidence.start,
      end: evidence.end,
      speakerId: evidence.speakerId,
    });
    if (same?.text === evidence.text) return same;
    return this.gate.admit({
      callId: this.call.id,
      quote: evidence.text,
      speakerId: evidence.speakerId,
      near: evidence.segmentStart,
    });
  }
}
