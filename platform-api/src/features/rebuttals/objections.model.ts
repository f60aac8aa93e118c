import type { Evidence } from '../../evidence/evidence.ts';
import { tenantCollection } from '../../tenancy/tenant-collection.ts';

export type Kind = 'price' | 'timing' | 'authority' | 'need' | 'trust' | 'competitor' | 'status_quo' | 'other';
export type Verdict = 'accepted' | 'softened' | 'repeated' | 'rejected' | 'unclear';

export interface ObjectionDocument {
  callId: string;
  callAt: Date;
  kind: Kind;
  evidence: Evidence;
  confidence: number;
  reply: { evidence: Evidence; approach: string } | null;
  reaction: { evidence: Evidence | null; verdict: Verdict } | null;
  engine: string;
}

export const objections = tenantCollection<ObjectionDocument>(
  'objections',
  {
    callId: String,
    callAt: Date,
    kind: String,
    evidence: {},
    confidence: Number,
    reply: {},
    reaction: {},
    engine: String,
  },
  {
    idPrefix: 'obj',
    indexes: [
      { fields: { callId: 1 } },
      { fields: { callAt: -1, _id: -1 } },
      { fields: { kind: 1, callAt: -1, _id: -1 } },
    ],
  },
);

/** What people decided about a reply: its name, a pin, retirement; or a whole reply of their own. */
export interface CuratedReplyDocument {
  /** `<kind>:<approach>` of replies that were heard; the document's own id for replies of one's own. */
  key: string;
  kind: Kind;
  name: string | null;
  words: string | null;
  isPinned: boolean;
  isRetired: boolean;
}

export const curatedReplies = tenantCollection<CuratedReplyDocument>(
  'curated_replies',
  { key: String, kind: String, name: String, words: String, isPinned: Boolean, isRetired: Boolean },
  { idPrefix: 'rep', indexes: [{ fields: { key: 1 }, unique: true }] },
);
