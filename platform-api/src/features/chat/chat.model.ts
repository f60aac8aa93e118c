import type { Citation } from '../../evidence/citations.ts';
import { tenantCollection } from '../../tenancy/tenant-collection.ts';
import type { AnswerEvent, AnswerStep } from './answer-writer.ts';
import type { ChatScope } from './chat.scope.ts';

export interface SessionDocument {
  /** Whose chat it is. Nobody else reads it, not even an admin. */
  userId: string;
  title: string;
  foldedTitle: string;
  /** False until a person or the first question named it. */
  isTitled: boolean;
  scope: ChatScope;
  scopeLabel: string;
  isPinned: boolean;
  /** Sorts the list: latest first, pinned before all others. */
  rank: number;
  messages: number;
  /** The answer under way, if any: one at a time. */
  answeringId: string | null;
}

export const chatSessions = tenantCollection<SessionDocument>(
  'chat_sessions',
  {
    userId: String,
    title: String,
    foldedTitle: String,
    isTitled: Boolean,
    scope: {},
    scopeLabel: String,
    isPinned: Boolean,
    rank: Number,
    messages: Number,
    answeringId: String,
  },
  { idPrefix: 'chat', indexes: [{ fields: { userId: 1, rank: -1, _id: -1 } }] },
);

export interface MessageDocument {
  sessionId: string;
  userId: string;
  role: 'user' | 'assistant';
  /** Order within the chat; a question and its answer follow one another. */
  position: number;
  /** Quotations stand as numbers: their words are cut anew for every reader. */
  parts: ({ text: string } | { quote: number })[];
  mentions: { callId: string; title: string }[];
  status: 'answering' | 'done' | 'stopped' | 'failed';
  engine: string | null;
  isFallback: boolean;
  steps: AnswerStep[];
  citations: Citation[];
  callsRead: { read: number; total: number } | null;
  leftOut: number;
  error: { code: string; message: string } | null;
  /** Which run writes the answer, and until when it may be silent; a silent one is taken for dead. */
  runId: string | null;
  aliveUntil: Date | null;
  isStopWanted: boolean;
}

export const chatMessages = tenantCollection<MessageDocument>(
  'chat_messages',
  {
    sessionId: String,
    userId: String,
    role: String,
    position: Number,
    parts: [{}],
    mentions: [{}],
    status: String,
    engine: String,
    isFallback: Boolean,
    steps: [{}],
    citations: [{}],
    callsRead: {},
    leftOut: Number,
    error: {},
    runId: String,
    aliveUntil: Date,
    isStopWanted: Boolean,
  },
  { idPrefix: 'msg', indexes: [{ fields: { sessionId: 1, position: 1 }, unique: true }] },
);

/** What an answer did, in order, so that any process can tell it again from any point. Kept for a day. */
export interface EventDocument {
  answerId: string;
  sequence: number;
  event: AnswerEvent;
  expiresAt: Date;
}

export const chatEvents = tenantCollection<EventDocument>(
  'chat_events',
  { answerId: String, sequence: Number, event: {}, expiresAt: Date },
  { idPrefix: 'cev', indexes: [{ fields: { answerId: 1, sequence: 1 }, unique: true }], expiresAt: 'expiresAt' },
);
