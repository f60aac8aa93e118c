import { tenantCollection } from '../../tenancy/tenant-collection.ts';

/** What a person changed about a segment. The words that came in stay beside it, untouched. */
export interface SegmentEditDocument {
  text?: string;
  speakerId?: string;
  isHidden?: boolean;
}

/** Canonical segment. A missing end was derived from the next start. */
export interface SegmentDocument {
  startMs: number | null;
  endMs: number | null;
  speakerId: string;
  text: string;
  rawText: string;
  confidence?: number;
  edit?: SegmentEditDocument;
}

export interface RevisionNote {
  revision: number;
  at: Date;
  actorId: string;
  segments: number[];
}

export interface TranscriptDocument {
  callId: string;
  revision: number;
  language: string | null;
  segments: SegmentDocument[];
  history: RevisionNote[];
}

export const transcripts = tenantCollection<TranscriptDocument>(
  'transcripts',
  { callId: String, revision: Number, language: String, segments: [{}], history: [{}] },
  { idPrefix: 'trs', indexes: [{ fields: { callId: 1 }, unique: true }] },
);
