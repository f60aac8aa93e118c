import { cut } from './cut.ts';
import type { Evidence, EvidenceRange, EvidenceSource } from './evidence.ts';
import { locateIn } from './locate.ts';
import type { QuoteQuery } from './locate.ts';
import { speechRuns } from './speech-runs.ts';
import type { SpeechRuns } from './speech-runs.ts';

/** What a mind says it read: words, or a range; of one call, or (words only) of any call that was opened. */
export type Proposal = (QuoteQuery & { callId?: string }) | (EvidenceRange & { callId: string; speakerId?: string });

export interface Admission<Claim> {
  accepted: { claim: Claim; evidence: Evidence[] }[];
  /** Claims of which no word could be located. They are not shown. */
  dropped: number;
  /** Proposed quotes that could not be located, those of accepted claims included. */
  unlocated: number;
}

/**
 * The one door through which a quote reaches a reader, whoever proposes it: a language model or the analyst.
 * Holds the transcripts this reader may see and was given for this piece of work, and nothing else.
 */
export class EvidenceGate {
  private readonly sources = new Map<string, { source: EvidenceSource; runs?: SpeechRuns }>();

  constructor(sources: Iterable<EvidenceSource> = []) {
    for (const source of sources) this.open(source);
  }

  /** Lets words of one more transcript through; a later revision of the same call replaces the earlier one. */
  open(source: EvidenceSource): void {
    this.sources.set(source.callId, { source });
  }

  has(callId: string): boolean {
    return this.sources.has(callId);
  }

  /** The evidence for a proposal, its words cut from the transcript; nothing where they do not stand there. */
  admit(proposal: Proposal): Evidence | null {
    if ('segmentStart' in proposal) return this.admitRange(proposal);
    const callIds = proposal.callId === undefined ? [...this.sources.keys()] : [proposal.callId];
    for (const callId of callIds) {
      const found = this.admitQuote(callId, proposal);
      if (found) return found;
    }
    return null;
  }

  /** Admits claims with the quotes each rests on. A claim stands when at least one of its quotes does. */
  admitAll<Claim>(
    claims: readonly Claim[],
    proposalsOf: (claim: Claim) => Proposal | readonly Proposal[],
  ): Admission<Claim> {
    const admission: Admission<Claim> = { accepted: [], dropped: 0, unlocated: 0 };
    for (const claim of claims) {
      const proposals = [proposalsOf(claim)].flat() as readonly Proposal[];
      const evidence = proposals.map((proposal) => this.admit(proposal)).filter((found) => found !== null);
      admission.unlocated += proposals.length - evidence.length;
      if (evidence.length) admission.accepted.push({ claim, evidence });
      else admission.dropped++;
    }
    return admission;
  }

  private admitQuote(callId: string, query: QuoteQuery): Evidence | null {
    const opened = this.sources.get(callId);
    if (!opened) return null;
    opened.runs ??= speechRuns(opened.source.segments);
    const found = locateIn(opened.runs, query);
    if (!found) return null;
    const { isUnique: _, ...located } = found;
    return { callId, revision: opened.source.revision, ...located };
  }

  private admitRange({ callId, speakerId, segmentStart, segmentEnd, start, end }: Extract<Proposal, EvidenceRange>) {
    const opened = this.sources.get(callId);
    const range = { segmentStart, segmentEnd, start, end };
    const words = opened && cut(range, opened.source.segments);
    if (!words || (speakerId !== undefined && words.speakerId !== speakerId)) return null;
    return { callId, revision: opened.source.revision, ...range, ...words };
  }
}
