import { CitationList } from './citations.ts';
import type { Citation } from './citations.ts';
import type { Evidence } from './evidence.ts';
import type { EvidenceGate } from './gate.ts';
import { escapeMarkdown, inertMarkup, plainMarkup } from './prose-markup.ts';
import { markAt } from './prose-quotes.ts';
import { nextUnit } from './prose-units.ts';

/**
 * What is safe to show, in order. A citation comes before whatever uses its number. The words of a quotation are not
 * in the text: whoever shows them cuts them then, for the reader of that moment, and puts `shownQuote` in their place.
 */
export type ProseEvent =
  { type: 'citation'; citation: Citation } | { type: 'text'; text: string } | { type: 'quote'; number: number };

/** A quotation as Markdown: the words as they are, whatever they contain, between the marks only code may write. */
export const shownQuote = (words: string): string => `“${escapeMarkdown(words)}”`;

export interface ProseCounts {
  /** Quotations and citations that stand. */
  proved: number;
  /** Quotations whose words could not be located; the words stayed, the marks went. */
  unlocatedQuotes: number;
  /** Citations the model made up. They vanished. */
  unknownCitations: number;
}

const idList = String.raw`\^?\s*[a-z]?\d{1,6}(?:\s*[,;]\s*\^?[a-z]?\d{1,6})*\s*`;
const citationMark = new RegExp(
  String.raw`\[\[?${idList}\]?\]|【${idList}[^】]{0,20}】|\(c\d{1,6}(?:, ?c\d{1,6})*\)`,
  'iy',
);
const forgedToken = /\[\s*\^?\s*\d+\s*\]/g;
const attribution =
  /^([\s\S]*?)((?:\s+|\n)(?:[—–]|--?)\s*(?:[^\n"“”«»„‹›「」『』`'‘’]|(?<=\p{L})['’](?=\p{L})){1,80})$/u;

/**
 * Between a model that writes and a reader who trusts: prose goes in as it streams, and comes out unit by unit with
 * every quotation either located and cut from the transcript, or without its quotation marks. The model cites with ids
 * that `offer` gave out in this answer; code writes the citations. Any chunking of the same text gives the same output.
 */
export class ProseGate {
  readonly counts: ProseCounts = { proved: 0, unlocatedQuotes: 0, unknownCitations: 0 };
  private readonly offers = new Map<string, Evidence>();
  private buffer = '';
  private isLineStart = true;
  private lastCharacter = '';
  /** The citation written last, while no word has followed it. */
  private lastCited?: Citation;

  constructor(
    private readonly gate: EvidenceGate,
    private readonly citations = new CitationList(),
  ) {}

  /** The id by which the model may cite these words in this answer. */
  offer(evidence: Evidence): string {
    const id = `c${this.offers.size + 1}`;
    this.offers.set(id, evidence);
    return id;
  }

  push(delta: string): ProseEvent[] {
    this.buffer += delta;
    return this.release(false);
  }

  /** Releases the rest. Call it once, at the end of each stretch of prose. */
  end(): ProseEvent[] {
    return this.release(true);
  }

  private release(isFinal: boolean): ProseEvent[] {
    const events: ProseEvent[] = [];
    for (;;) {
      const unit = nextUnit(this.buffer, { isLineStart: this.isLineStart, isFinal });
      if (!unit) return events;
      const raw = this.buffer.slice(0, unit.length);
      this.buffer = this.buffer.slice(unit.length);
      this.isLineStart = raw.endsWith('\n');
      if (unit.kind === 'prose') this.writeProse(raw, events);
      if (unit.kind === 'blockquote') this.writeBlockquote(raw, events);
    }
  }

  private writeProse(raw: string, events: ProseEvent[]): void {
    const text = plainMarkup(raw);
    const droppedMarks = new Set<number>();
    let prose = '';
    const flush = () => {
      const safe = inertMarkup(withoutTokens(prose), this.lastCharacter);
      prose = '';
      if (!safe) return;
      if (/[\p{L}\p{N}]/u.test(safe)) this.lastCited = undefined;
      this.write(safe, events);
    };

    for (let at = 0; at < text.length; at++) {
      citationMark.lastIndex = at;
      const ids = citationMark.exec(text)?.[0];
      if (ids) {
        const cited = this.offered(ids);
        if (cited.length) flush();
        else prose = prose.replace(/[ \t]+$/, '');
        for (const evidence of cited) this.cite(evidence, events);
        at += ids.length - 1;
        continue;
      }
      if (droppedMarks.has(at)) continue;
      const mark = markAt(text, at);
      if (mark.kind === 'none') prose += text.charAt(at);
      if (mark.kind !== 'quote') continue;

      const found = this.locateSpan(text, at, mark.closes);
      if (found) {
        flush();
        this.quote(found.evidence, events);
        // Held back with the prose that follows, so that an id after the full stop still counts as following the words.
        prose = found.rest;
        at = found.close;
      } else {
        this.counts.unlocatedQuotes++;
        droppedMarks.add(mark.closes[0] ?? at);
      }
    }
    flush();
  }

  private locateSpan(text: string, open: number, closes: readonly number[]) {
    for (const close of closes) {
      const found = this.locateWords(text.slice(open + 1, close), text.slice(close + 1));
      if (found) return { ...found, close };
    }
    return null;
  }

  /** Tries the words as written, then without emphasis, then without the comma or full stop a writer puts inside. */
  private locateWords(words: string, following: string): { evidence: Evidence; rest: string } | null {
    const near = this.offered(/^\s*(\[[^\]]*\]+)/.exec(following)?.[1] ?? '', false)[0];
    for (const form of new Set([words, words.replace(/\*\*?|__?/g, '')])) {
      const evidence = this.find(form, near);
      if (evidence) return { evidence, rest: '' };
      const punctuation = /[,.]\s*$/.exec(form)?.[0];
      const shorter = punctuation ? this.find(form.slice(0, -punctuation.length), near) : null;
      if (shorter && punctuation) return { evidence: shorter, rest: punctuation.trim() };
    }
    return null;
  }

  /** Prefers the words the model points at, then what it was offered, then any transcript opened for this answer. */
  private find(quote: string, near?: Evidence): Evidence | null {
    const preferred = near ? [near, ...this.offers.values()] : [...this.offers.values()];
    for (const { callId, segmentStart, segmentEnd } of preferred) {
      const found = this.gate.admit({ quote, callId, near: segmentStart });
      if (found && found.segmentStart <= segmentEnd && found.segmentEnd >= segmentStart) return found;
    }
    return this.gate.admit({ quote });
  }

  private writeBlockquote(raw: string, events: ProseEvent[]): void {
    const text = plainMarkup(raw.replace(/^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?:>[ \t]?)+/gm, ''));
    const ids = new RegExp(citationMark.source, 'gi');
    const words = text.replace(ids, '').trim();
    const [, said, by] = attribution.exec(words) ?? [];
    for (const [quote, speaker] of [[words, ''], ...(said ? [[said, by]] : [])] as [string, string][]) {
      const found = this.locateWords(
        quote.trim().replace(/^["“«„‘']+|["”»“’']+$/g, ''),
        text.match(ids)?.join('') ?? '',
      );
      if (!found) continue;
      this.write('> ', events);
      this.quote(found.evidence, events);
      // The blank line keeps whatever follows from reading as part of the quotation.
      this.write(`${inertMarkup(speaker, this.lastCharacter)}\n\n`, events);
      return;
    }
    this.counts.unlocatedQuotes++;
    this.writeProse(raw.replace(/^[ \t]*((?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)(?:>[ \t]?)+/gm, '$1'), events);
  }

  /** The evidence behind ids in brackets; those never offered are counted. */
  private offered(brackets: string, isCounted = true): Evidence[] {
    const found: Evidence[] = [];
    for (const id of brackets.match(/[a-z]?\d{1,6}/gi) ?? []) {
      const evidence = this.offers.get(id.toLowerCase());
      if (evidence) found.push(evidence);
      else if (isCounted) this.counts.unknownCitations++;
    }
    return found;
  }

  private write(text: string, events: ProseEvent[]): void {
    const last = events.at(-1);
    if (last?.type === 'text') last.text += text;
    else events.push({ type: 'text', text });
    this.lastCharacter = text.slice(-1);
  }

  private quote(evidence: Evidence, events: ProseEvent[]): void {
    this.counts.proved++;
    const { citation, isNew } = this.citations.cite(evidence);
    if (isNew) events.push({ type: 'citation', citation });
    events.push({ type: 'quote', number: citation.number });
    this.lastCharacter = '”';
    this.write(`[${citation.number}]`, events);
    this.lastCited = citation;
  }

  private cite(evidence: Evidence, events: ProseEvent[]): void {
    if (this.lastCited && covers(evidence, this.lastCited.evidence)) return;
    this.counts.proved++;
    const { citation, isNew } = this.citations.cite(evidence);
    if (isNew) events.push({ type: 'citation', citation });
    this.write(`[${citation.number}]`, events);
    this.lastCited = citation;
  }
}

/** A passage cited right after its own words says nothing new. */
function covers(passage: Evidence, words: Evidence): boolean {
  return (
    passage.callId === words.callId &&
    passage.segmentStart <= words.segmentStart &&
    passage.segmentEnd >= words.segmentEnd
  );
}

/** Code's own tokens, written by a model. Again and again, as one may appear where another was. */
function withoutTokens(prose: string): string {
  const without = prose.replace(forgedToken, '');
  return without === prose ? prose : withoutTokens(without);
}
