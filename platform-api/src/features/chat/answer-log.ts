import { EventEmitter, once } from 'node:events';
import type { Clock } from '../../ports/clock.ts';
import type { TenantContext } from '../../tenancy/context.ts';
import type { Stored } from '../../tenancy/tenant-collection.ts';
import type { AnswerEvent } from './answer-writer.ts';
import { chatEvents, chatMessages } from './chat.model.ts';
import type { EventDocument, MessageDocument } from './chat.model.ts';

const keptMs = 24 * 3_600_000;
const pageSize = 200;
/** Another process writes without telling this one, so a reader looks again this often. */
const lookAgainMs = 400;

/** Thrown at a run whose answer is no longer its own: stopped by its reader, or taken for dead. */
export class AnswerTaken extends Error {}

/** The events of answers, durable and in order. */
export class AnswerLog {
  private readonly news = new EventEmitter().setMaxListeners(0);

  constructor(private readonly clock: Clock) {}

  /** Appends and answers the last number used. */
  async append(ctx: TenantContext, answerId: string, last: number, events: readonly AnswerEvent[]): Promise<number> {
    const expiresAt = new Date(this.clock.now().getTime() + keptMs);
    await chatEvents
      .in(ctx)
      .createMany(events.map((event, at) => ({ answerId, sequence: last + at + 1, event, expiresAt })));
    this.tell(answerId);
    return last + events.length;
  }

  /** Wakes the readers of an answer. */
  tell(answerId: string): void {
    this.news.emit(answerId);
  }

  async all(ctx: TenantContext, answerId: string): Promise<AnswerEvent[]> {
    return (await chatEvents.in(ctx).find({ answerId }, { sort: { sequence: 1 } })).map(({ event }) => event);
  }

  async forget(ctx: TenantContext, answerIds: readonly string[]): Promise<void> {
    await chatEvents.in(ctx).deleteMany({ answerId: { $in: answerIds } });
  }

  /** Events after a number, as they come, until the answer has ended; answers its last state. Whoever writes it. */
  async *follow(
    ctx: TenantContext,
    answerId: string,
    after: number,
    signal: AbortSignal,
    stateOf: () => Promise<Stored<MessageDocument> | null>,
  ): AsyncGenerator<Stored<EventDocument>, Stored<MessageDocument> | null, void> {
    for (let last = after; !signal.aborted;) {
      // Listens before it looks: what comes in between is heard.
      const woken = this.nextNews(answerId, signal);
      const message = await stateOf();
      const events = await chatEvents
        .in(ctx)
        .find({ answerId, sequence: { $gt: last } }, { sort: { sequence: 1 }, limit: pageSize });
      for (const event of events) {
        yield event;
        last = event.sequence;
      }
      if (events.length === pageSize) continue;
      if (!message || message.status !== 'answering') return message;
      if (!events.length) await woken;
    }
    return null;
  }

  private async nextNews(answerId: string, signal: AbortSignal): Promise<void> {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(lookAgainMs)]);
    await once(this.news, answerId, { signal: limit }).catch(() => undefined);
  }
}

/** Puts events together as the message they make. */
export function messageOf(events: readonly AnswerEvent[]): Pick<MessageDocument, 'parts' | 'steps' | 'citations'> {
  const parts: MessageDocument['parts'] = [];
  const steps = new Map<string, MessageDocument['steps'][number]>();
  const citations: MessageDocument['citations'] = [];
  for (const event of events) {
    const last = parts.at(-1);
    if (event.type === 'step') steps.set(event.step.id, event.step);
    else if (event.type === 'citation') citations.push(event.citation);
    else if (event.type === 'quote') parts.push({ quote: event.number });
    else if (last && 'text' in last) last.text += event.text;
    else parts.push({ text: event.text });
  }
  return { parts, steps: [...steps.values()], citations };
}

/** Keeps a run's hold on its answer, and tells whether its reader wants it stopped. */
export async function keepAlive(ctx: TenantContext, answerId: string, runId: string, until: Date): Promise<void> {
  const held = await chatMessages
    .in(ctx)
    .update(answerId, { $set: { aliveUntil: until } }, { runId, status: 'answering' });
  if (!held || held.isStopWanted) throw new AnswerTaken('The answer was stopped or taken over.');
}
