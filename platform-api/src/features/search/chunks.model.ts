import { tenantCollection } from '../../tenancy/tenant-collection.ts';

/** A stretch of a call with what was found in it. Turns are inclusive; overlapping chunks share turns. */
export interface ChunkDocument {
  callId: string;
  index: number;
  revision: number;
  turnStart: number;
  turnEnd: number;
  tokens: number;
  topics: string[];
  intents: string[];
  entities: { type: string; name: string }[];
  sentiment: { label: 'positive' | 'neutral' | 'negative'; confidence: number };
}

export const chunks = tenantCollection<ChunkDocument>(
  'chunks',
  {
    callId: String,
    index: Number,
    revision: Number,
    turnStart: Number,
    turnEnd: Number,
    tokens: Number,
    topics: [String],
    intents: [String],
    entities: [{}],
    sentiment: {},
  },
  { idPrefix: 'chk', indexes: [{ fields: { callId: 1, index: 1 } }] },
);
