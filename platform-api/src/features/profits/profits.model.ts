import type { Evidence } from '../../evidence/evidence.ts';
import { tenantCollection } from '../../tenancy/tenant-collection.ts';

export type Element = 'pain' | 'results' | 'obstacles' | 'fears' | 'identity' | 'triggers' | 'success';

export interface ProfitsDocument {
  callId: string;
  /** The call's `sortAt`, so that lists follow the calls. */
  callAt: Date;
  element: Element;
  statement: string;
  isEdited: boolean;
  evidence: Evidence;
  strength: number;
  confidence: number;
  status: 'to_review' | 'accepted' | 'rejected';
  isStarred: boolean;
  engine: string;
}

export const profits = tenantCollection<ProfitsDocument>(
  'profits',
  {
    callId: String,
    callAt: Date,
    element: String,
    statement: String,
    isEdited: Boolean,
    evidence: {},
    strength: Number,
    confidence: Number,
    status: String,
    isStarred: Boolean,
    engine: String,
  },
  {
    idPrefix: 'prf',
    indexes: [
      { fields: { callId: 1 } },
      { fields: { element: 1, callAt: -1, _id: -1 } },
      { fields: { callAt: -1, _id: -1 } },
    ],
  },
);
