import type { Evidence } from '../../evidence/evidence.ts';
import type { Kind, Verdict } from './objections.model.ts';

/** What either mind finds: an objection, the reply and the buyer's next words, each where it stands in the call. */
export interface FoundObjection {
  kind: Kind;
  evidence: Evidence;
  confidence: number;
  reply: Evidence | null;
  reaction: { evidence: Evidence | null; verdict: Verdict } | null;
}

export interface ObjectionFindings {
  items: FoundObjection[];
  dropped: number;
}
