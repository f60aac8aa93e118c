import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/logger.ts';
import type { TenantContext } from '../../tenancy/context.ts';
import type { Stored } from '../../tenancy/tenant-collection.ts';
import { AnswerTaken, keepAlive, messageOf } from './answer-log.ts';
import type { AnswerLog } from './answer-log.ts';
import { publicFailure } from './answer-run.ts';
import type { AnswerOutcome } from './answer-run.ts';
import type { AnswerSink } from './answer-writer.ts';
import { chatMessages, chatSessions } from './chat.model.ts';
import type { MessageDocument } from './chat.model.ts';

type Message = Stored<MessageDocument>;

/** How long a run may be silent before its answer counts as interrupted. */
const silenceMs = 20_000;
const heartbeatMs = 5_000;

const interrupted = {
  code: 'answer_interrupted',
  message: 'The server stopped in the middle of this answer. What was said stays; ask again for the rest.',
};

/** The answers this process is making, and the end of those that another one left behind. */
export class AnswerRuns {
  private readonly running = new Map<string, { abort: AbortController; done: Promise<void> }>();

  constructor(
    private readonly log: AnswerLog,
    private readonly engines: { clock: Clock; logger: Logger },
  ) {}

  /** Runs an answer in this process, every event durable before it counts. */
  start(
    ctx: TenantContext,
    { id, runId }: Message,
    make: (signal: AbortSignal, sink: AnswerSink) => Promise<AnswerOutcome>,
  ): void {
    const abort = new AbortController();
    let last = 0;
    const sink: AnswerSink = async (events) => {
      abort.signal.throwIfAborted();
      last = await this.log.append(ctx, id, last, events);
    };
    const heartbeat = setInterval(() => {
      keepAlive(ctx, id, runId ?? '', this.aliveUntil()).catch((error: unknown) => abort.abort(error));
    }, heartbeatMs);
    const run = async () => {
      try {
        const outcome = await make(abort.signal, sink);
        await this.end(ctx, { id, runId }, 'done', outcome);
      } catch (error) {
        if (abort.signal.reason instanceof AnswerTaken) return await this.end(ctx, { id, runId }, 'stopped', null);
        if (!abort.signal.aborted)
          this.engines.logger.error({ err: error, answerId: id, tenantId: ctx.tenantId }, 'an answer failed');
        await this.end(ctx, { id, runId }, 'failed', {
          error: abort.signal.aborted ? interrupted : publicFailure(error),
        });
      }
    };
    const done = run()
      .catch((error: unknown) =>
        this.engines.logger.error({ err: error, answerId: id, tenantId: ctx.tenantId }, 'an answer could not be ended'),
      )
      .finally(() => {
        clearInterval(heartbeat);
        this.running.delete(id);
      });
    this.running.set(id, { abort, done });
  }

  /** Closes an answer once: whoever comes second changes nothing. */
  async end(
    ctx: TenantContext,
    { id, runId }: Pick<Message, 'id' | 'runId'>,
    status: 'done' | 'stopped' | 'failed',
    outcome: Partial<AnswerOutcome> | null,
  ): Promise<void> {
    const made = messageOf(await this.log.all(ctx, id));
    const ended = await chatMessages
      .in(ctx)
      .update(
        id,
        { $set: { ...made, ...outcome, status, runId: null, aliveUntil: null } },
        { runId, status: 'answering' },
      );
    if (ended) await chatSessions.in(ctx).update(ended.sessionId, { $set: { answeringId: null } }, { answeringId: id });
    this.log.tell(id);
  }

  /** An answer's state, after one whose run went silent was ended. */
  async living(ctx: TenantContext, answerId: string): Promise<Message | null> {
    const message = await chatMessages.in(ctx).get(answerId);
    const isSilent =
      message?.status === 'answering' && (message.aliveUntil?.getTime() ?? 0) < this.engines.clock.now().getTime();
    if (!message || !isSilent) return message;
    await this.end(ctx, message, 'failed', { error: interrupted });
    return chatMessages.in(ctx).get(answerId);
  }

  /** Frees a chat from an answer that has ended, or whose process died before, while or after it said so. */
  async release(ctx: TenantContext, sessionId: string, answerId: string): Promise<void> {
    const message = await this.living(ctx, answerId);
    if (message?.status === 'answering') return;
    await chatSessions.in(ctx).update(sessionId, { $set: { answeringId: null } }, { answeringId: answerId });
  }

  /** Stops a run of this process; one of another process hears of it by the answer's `isStopWanted`. */
  abort(answerId: string, why: string): void {
    this.running.get(answerId)?.abort.abort(new AnswerTaken(why));
  }

  /**
   * Lets the answers of this process, which is about to stop, come to their end, and ends those that take too long: they
   * say so, keep what was said and can be asked again.
   */
  async close(graceMs = 5_000): Promise<void> {
    const runs = [...this.running.values()];
    const ended = Promise.allSettled(runs.map(({ done }) => done));
    const late = setTimeout(() => {
      for (const { abort } of runs) abort.abort();
    }, graceMs);
    await ended;
    clearTimeout(late);
  }

  /** Until when a run that was heard of now counts as alive. */
  aliveUntil(): Date {
    return new Date(this.engines.clock.now().getTime() + silenceMs);
  }
}
