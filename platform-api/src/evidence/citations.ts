import type { Evidence, EvidenceRef } from './evidence.ts';

/** A numbered citation of one answer; its token in the text is `[number]`. */
export interface Citation {
  number: number;
  evidence: Evidence;
}

/** The citations of one answer, numbered in the order in which they appear. The same words keep their number. */
export class CitationList {
  private readonly cited = new Map<string, Citation>();

  get all(): Citation[] {
    return [...this.cited.values()];
  }

  cite(evidence: Evidence): { citation: Citation; isNew: boolean } {
    const key = keyOf(evidence);
    const known = this.cited.get(key);
    if (known) return { citation: known, isNew: false };
    const citation = { number: this.cited.size + 1, evidence };
    this.cited.set(key, citation);
    return { citation, isNew: true };
  }
}

const keyOf = ({ callId, revision, segmentStart, segmentEnd, start, end }: EvidenceRef) =>
  [callId, revision, segmentStart, segmentEnd, start, end].join(':');
