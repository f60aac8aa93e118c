import type { Citation } from '../../evidence/citations.ts';
import { shownQuote } from '../../evidence/stream.ts';
import type { TenantContext } from '../../tenancy/context.ts';
import type { Stored } from '../../tenancy/tenant-collection.ts';
import type { Reading, TranscriptsService } from '../transcripts/index.ts';
import type { MessageDocument, SessionDocument } from './chat.model.ts';

type Shown = NonNullable<Awaited<ReturnType<TranscriptsService['show']>>[number]>;

/** A citation as a reader may see it now: its words from the transcript of today, and the words around them. */
export interface ShownCitation {
  number: number;
  evidence: Shown;
  before: string;
  after: string;
}

const aroundAtMost = 160;
/** Stands where words were that this reader may not see, or that an edit took away. */
export const goneWords = '*(words no longer in the transcript)*';

export const viewSession = ({
  id,
  title,
  scope,
  scopeLabel,
  isPinned,
  messages,
  createdAt,
  updatedAt,
}: Stored<SessionDocument>) => ({
  id,
  title,
  scope,
  scopeLabel,
  isPinned,
  messages,
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});

/** Cuts citations anew for this reader. Those whose words are gone, or whose call is not this reader's, are missing. */
export class CitationViewer {
  private readonly readings = new Map<string, Promise<Reading | null>>();

  constructor(
    private readonly ctx: TenantContext,
    private readonly transcripts: TranscriptsService,
  ) {}

  async view(citations: readonly Citation[]): Promise<Map<number, ShownCitation>> {
    const shown = await this.transcripts.show(
      this.ctx,
      citations.map(({ evidence }) => evidence),
    );
    const views = new Map<number, ShownCitation>();
    for (const [at, { number }] of citations.entries()) {
      const evidence = shown[at];
      if (evidence) views.set(number, { number, evidence, ...(await this.around(evidence)) });
    }
    return views;
  }

  /** The same speaker's words just before and after. */
  private async around({
    callId,
    segmentStart,
    segmentEnd,
    start,
    end,
  }: Shown): Promise<{ before: string; after: string }> {
    let reading = this.readings.get(callId);
    if (!reading) {
      reading = this.transcripts.open(this.ctx, callId).catch(() => null);
      this.readings.set(callId, reading);
    }
    const segments = (await reading)?.segments ?? [];
    return {
      before: (segments[segmentStart]?.text.slice(0, start) ?? '').slice(-aroundAtMost),
      after: (segments[segmentEnd]?.text.slice(end) ?? '').slice(0, aroundAtMost),
    };
  }
}

/** An answer's Markdown for this reader: words in their places, and no number without a citation behind it. */
export function shownText(parts: MessageDocument['parts'], shown: ReadonlyMap<number, ShownCitation>): string {
  const text = parts.map((part) => {
    if ('text' in part)
      return part.text.replaceAll(/(?<!\\)\[(\d+)\]/g, (token, number) => (shown.has(Number(number)) ? token : ''));
    const citation = shown.get(part.quote);
    return citation ? shownQuote(citation.evidence.text) : goneWords;
  });
  return text.join('');
}

/** A question stands as it was asked. */
const askedText = (parts: MessageDocument['parts']): string =>
  parts.map((part) => ('text' in part ? part.text : '')).join('');

export async function viewMessage(message: Stored<MessageDocument>, viewer: CitationViewer) {
  const {
    id,
    role,
    parts,
    mentions,
    status,
    engine,
    isFallback,
    steps,
    citations,
    callsRead,
    leftOut,
    error,
    createdAt,
  } = message;
  const shown = await viewer.view(citations);
  return {
    id,
    role,
    text: role === 'user' ? askedText(parts) : shownText(parts, shown),
    mentions,
    status,
    engine,
    isFallback,
    steps,
    citations: [...shown.values()],
    callsRead,
    leftOut,
    error,
    createdAt: createdAt.toISOString(),
  };
}
