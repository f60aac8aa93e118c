import type { Evidence } from '../../evidence/evidence.ts';
import type { Element } from './profits.model.ts';

/** What either mind finds: a statement of its own, and words that stand in the call. */
export interface FoundProfits {
  element: Element;
  statement: string;
  evidence: Evidence;
  strength: number;
  confidence: number;
}

export interface ProfitsFindings {
  items: FoundProfits[];
  /** Items left out because their quote is not in the transcript. */
  dropped: number;
}
