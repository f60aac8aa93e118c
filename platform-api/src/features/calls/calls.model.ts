import type { Evidence } from '../../evidence/evidence.ts';
import { tenantCollection } from '../../tenancy/tenant-collection.ts';

export interface ParticipantDocument {
  speakerId: string;
  email: string | null;
  title: string | null;
  side: 'us' | 'them' | 'unknown';
  talkShare: number;
}

export interface ActionItemDocument {
  id: string;
  text: string;
  assignee: string | null;
  dueAt: Date | null;
  dueText: string | null;
  isDone: boolean;
  madeBy: 'person' | 'machine';
  evidence: Evidence | null;
}

export interface TopicDocument {
  title: string;
  turnStart: number;
  turnEnd: number;
  startMs: number | null;
  endMs: number | null;
}

export const stepNames = ['transcript', 'enrich', 'summary', 'index', 'profits', 'objections'] as const;
export type StepName = (typeof stepNames)[number];

export interface StepDocument {
  status: 'waiting' | 'running' | 'done' | 'failed';
  engine: string | null;
  finishedAt: Date | null;
  error: string | null;
  /** Transcript revision it was done for: a step that is done for the current one is not done twice. */
  revision: number | null;
}

export const waitingSteps = (): Record<StepName, StepDocument> =>
  Object.fromEntries(
    stepNames.map((name) => [name, { status: 'waiting', engine: null, finishedAt: null, error: null, revision: null }]),
  ) as Record<StepName, StepDocument>;

export interface CallDocument {
  title: string;
  foldedTitle: string;
  isTitleGenerated: boolean;
  source: string;
  sourceId: string | null;
  sourceUrl: string | null;
  /** Digest of what was said by whom: the same file twice is one call. */
  contentHash: string;
  startedAt: Date | null;
  /** `startedAt`, or when it was imported: never null, so lists have one order. */
  sortAt: Date;
  durationMs: number;
  language: string | null;
  status: 'processing' | 'ready' | 'failed';
  participants: ParticipantDocument[];
  owner: string | null;
  clientId: string | null;
  isClientProposed: boolean;
  tagIds: string[];
  folderIds: string[];
  outcome: string | null;
  sentiment: { label: 'positive' | 'neutral' | 'negative'; confidence: number } | null;
  strip: { us: number[]; them: number[] };
  turns: number;
  objections: number;
  profits: number;
  summary: { engine: string; isEdited: boolean; sentences: { text: string; evidence: Evidence[] }[] } | null;
  actionItems: ActionItemDocument[];
  topics: TopicDocument[];
  steps: Record<StepName, StepDocument>;
  revision: number;
  /** Title and people, folded: what the list's search field looks through. */
  searchText: string;
  deletedAt: Date | null;
}

export const calls = tenantCollection<CallDocument>(
  'calls',
  {
    title: String,
    foldedTitle: String,
    isTitleGenerated: Boolean,
    source: String,
    sourceId: String,
    sourceUrl: String,
    contentHash: String,
    startedAt: Date,
    sortAt: Date,
    durationMs: Number,
    language: String,
    status: String,
    participants: [{}],
    owner: String,
    clientId: String,
    isClientProposed: Boolean,
    tagIds: [String],
    folderIds: [String],
    outcome: String,
    sentiment: {},
    strip: {},
    turns: Number,
    objections: Number,
    profits: Number,
    summary: {},
    actionItems: [{}],
    topics: [{}],
    steps: {},
    revision: Number,
    searchText: String,
    deletedAt: Date,
  },
  {
    idPrefix: 'call',
    indexes: [
      { fields: { sortAt: -1, _id: -1 } },
      { fields: { contentHash: 1 }, unique: true },
      { fields: { source: 1, sourceId: 1 }, unique: true, where: { sourceId: { $type: 'string' } } },
      { fields: { folderIds: 1, sortAt: -1 } },
      { fields: { tagIds: 1, sortAt: -1 } },
      { fields: { clientId: 1, sortAt: -1 } },
      { fields: { 'participants.speakerId': 1 } },
    ],
  },
);

/** What calls were before a bulk change, to put back. Kept 30 days. */
export interface UndoDocument {
  actorId: string;
  before: {
    callId: string;
    fields: Partial<
      Pick<CallDocument, 'tagIds' | 'folderIds' | 'outcome' | 'clientId' | 'isClientProposed' | 'deletedAt'>
    >;
  }[];
  expiresAt: Date;
}

export const undos = tenantCollection<UndoDocument>(
  'call_undos',
  { actorId: String, before: [{}], expiresAt: Date },
  { idPrefix: 'undo', expiresAt: 'expiresAt' },
);
