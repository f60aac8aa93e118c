import { CitationList } from '../../evidence/citations.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import { escapeMarkdown } from '../../evidence/prose-markup.ts';
import type { ProseEvent } from '../../evidence/stream.ts';

/** One thing the answer did, as its card shows it. */
export interface AnswerStep {
  id: string;
  tool: string;
  object: string;
  result: string;
  items: string[];
  ms: number;
  status: 'running' | 'done' | 'failed';
}

export type AnswerEvent = { type: 'step'; step: AnswerStep } | ProseEvent;

/** Takes events in order; durable when it resolves. Throws where the answer must stop. */
export type AnswerSink = (events: readonly AnswerEvent[]) => Promise<void>;

export interface RunningStep {
  done(result: string, items?: string[]): Promise<void>;
  failed(result: string): Promise<void>;
}

/** Where an answer is written, by code or from the evidence gate. Markdown; names of people and calls go through `plain`. */
export class AnswerWriter {
  readonly citations = new CitationList();
  /** Statements and citations that were left out because no passage proves them. */
  leftOut = 0;
  /** How many of the calls asked about the answer rests on; every one where it was not said otherwise. */
  callsRead: number | null = null;
  /** Whether anything but steps was written. */
  hasSpoken = false;
  private steps = 0;
  private pending: AnswerEvent[] = [];

  constructor(private readonly sink: AnswerSink) {}

  /** Hands on at once; for prose that is worth showing as soon as it is there. */
  emit(events: readonly AnswerEvent[]): Promise<void> {
    this.add(events);
    return this.flush();
  }

  /** Hands on a line at a time: every handing on is a durable write. */
  text(text: string): Promise<void> {
    this.add([{ type: 'text', text }]);
    return text.endsWith('\n') ? this.flush() : Promise.resolve();
  }

  /** Hands on what has not been yet. */
  async flush(): Promise<void> {
    const events = this.pending;
    this.pending = [];
    if (events.length) await this.sink(events);
  }

  /** The words of the evidence between quotation marks, with their citation. */
  quote(evidence: Evidence): void {
    const { citation, isNew } = this.citations.cite(evidence);
    this.add([
      ...(isNew ? [{ type: 'citation' as const, citation }] : []),
      { type: 'quote', number: citation.number },
      { type: 'text', text: `[${citation.number}]` },
    ]);
  }

  /** A citation after words of our own. */
  cite(evidence: Evidence): void {
    const { citation, isNew } = this.citations.cite(evidence);
    this.add([
      ...(isNew ? [{ type: 'citation' as const, citation }] : []),
      { type: 'text', text: `[${citation.number}]` },
    ]);
  }

  /** Begins a step: a stable tool name and, in words, what it works on. */
  async step(tool: string, object: string): Promise<RunningStep> {
    const id = `step_${++this.steps}`;
    const started = performance.now();
    const report = (status: AnswerStep['status'], result: string, items: string[] = []) =>
      this.emit([
        {
          type: 'step',
          step: { id, tool, object, result, items, status, ms: Math.round(performance.now() - started) },
        },
      ]);
    await report('running', '');
    return { done: (result, items) => report('done', result, items), failed: (result) => report('failed', result) };
  }

  /** Text that follows text joins it, so that an answer is few events. */
  private add(events: readonly AnswerEvent[]): void {
    for (const event of events) {
      const last = this.pending.at(-1);
      if (event.type === 'text' && !event.text) continue;
      this.hasSpoken ||= event.type !== 'step';
      if (event.type === 'text' && last?.type === 'text')
        this.pending[this.pending.length - 1] = { type: 'text', text: last.text + event.text };
      else this.pending.push(event);
    }
  }
}

/** A name or title as Markdown that shows it and nothing else. */
export const plain = (name: string): string => escapeMarkdown(name.replace(/\s+/g, ' ').trim());

export const dateOf = (at: Date | null): string =>
  at?.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }) ?? 'undated';

export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
