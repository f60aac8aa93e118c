import {
  circuitBreaker,
  ConsecutiveBreaker,
  DelegateBackoff,
  handleWhen,
  isBrokenCircuitError,
  retry,
} from 'cockatiel';
import type { Clock } from '../ports/clock.ts';
import type {
  LanguageModel,
  ModelAnswer,
  ModelCallOptions,
  ModelEvent,
  ModelRequest,
  ModelUsage,
} from '../ports/language-model.ts';
import type { Logger } from '../ports/logger.ts';
import type { TenantContext } from '../tenancy/context.ts';
import { Deadline } from './deadline.ts';
import { ModelFailed } from './model-failed.ts';
import { costMicros, defaultPrices } from './prices.ts';
import type { PriceTable } from './prices.ts';
import { TenantTurns } from './tenant-turns.ts';
import { estimateUsage } from './token-count.ts';
import type { UsageRecord, UsageRecorder } from './usage.ts';

export interface GatewayLimits {
  /** Until the first word of a stream, and between any two. */
  silenceMs: number;
  totalMs: number;
  /** Tries after the first. */
  retries: number;
  /** First wait before a retry; later ones double, with jitter. */
  retryAfterMs: number;
  /** A provider that asks for a longer wait than this is not waited for: the caller is told instead. */
  longestWaitMs: number;
  /** Failures in a row after which calls fail at once. */
  breakAfter: number;
  breakForMs: number;
  callsAtOncePerTenant: number;
}

export const defaultLimits: GatewayLimits = {
  silenceMs: 30_000,
  totalMs: 120_000,
  retries: 2,
  retryAfterMs: 500,
  longestWaitMs: 20_000,
  breakAfter: 5,
  breakForMs: 15_000,
  callsAtOncePerTenant: 4,
};

export interface GatewayParts {
  clock: Clock;
  usage: UsageRecorder;
  log: Logger;
  prices?: PriceTable;
  limits?: Partial<GatewayLimits>;
}

/** The way to a model that can be depended on: time limits, retries, a circuit breaker, turns per tenant, and the bill. */
export function modelGateway(model: LanguageModel, parts: GatewayParts): LanguageModel {
  return new ModelGateway(model, parts);
}

class ModelGateway implements LanguageModel {
  readonly provider: string;
  readonly model: string;
  private readonly limits: GatewayLimits;
  private readonly prices: PriceTable;
  private readonly turns: TenantTurns;
  private readonly breaker;
  private readonly retries;

  constructor(
    private readonly inner: LanguageModel,
    private readonly parts: GatewayParts,
  ) {
    this.provider = inner.provider;
    this.model = inner.model;
    this.prices = parts.prices ?? defaultPrices;
    this.limits = { ...defaultLimits, ...parts.limits };
    this.turns = new TenantTurns(this.limits.callsAtOncePerTenant);
    this.breaker = circuitBreaker(
      handleWhen((error) => error instanceof ModelFailed && error.isOutage),
      { breaker: new ConsecutiveBreaker(this.limits.breakAfter), halfOpenAfter: this.limits.breakForMs },
    );
    this.retries = retry(
      handleWhen((error) => this.isWorthRetrying(error)),
      {
        maxAttempts: this.limits.retries,
        backoff: new DelegateBackoff(({ attempt, result }) => this.waitMs(attempt, 'error' in result && result.error)),
      },
    );
  }

  async complete<Parsed>(ctx: TenantContext, request: ModelRequest<Parsed>, { signal }: ModelCallOptions = {}) {
    const leave = await this.turns.take(ctx.tenantId, signal);
    try {
      return await this.retries.execute(() => this.breaker.execute(() => this.attempt(ctx, request, signal)));
    } catch (error) {
      throw this.translated(error);
    } finally {
      leave();
    }
  }

  async *stream(ctx: TenantContext, request: ModelRequest, { signal }: ModelCallOptions = {}) {
    const leave = await this.turns.take(ctx.tenantId, signal);
    let attempt: StreamAttempt | undefined;
    try {
      // A stream can only be retried while nothing of it has been shown.
      attempt = await this.retries.execute(() => this.open(ctx, request, signal));
      yield attempt.first;
      yield* attempt.rest;
      attempt.settle();
    } catch (error) {
      attempt?.settle(error);
      throw this.translated(error);
    } finally {
      await attempt?.close();
      leave();
    }
  }

  private async attempt<Parsed>(ctx: TenantContext, request: ModelRequest<Parsed>, signal?: AbortSignal) {
    using deadline = new Deadline(this.limits.totalMs, signal);
    const bill = this.openBill(ctx, request);
    try {
      const answer = await this.inner.complete(ctx, request, { signal: deadline.signal });
      await bill('answered', answer);
      return answer;
    } catch (error) {
      const failure = deadline.isPassed ? this.timeout(this.limits.totalMs) : error;
      await bill(signal?.aborted ? 'aborted' : 'failed', {
        usage: failure instanceof ModelFailed ? failure.usage : undefined,
      });
      throw failure;
    }
  }

  /** Starts a stream and waits for its first event; the circuit hears how the whole of it ended. */
  private async open(ctx: TenantContext, request: ModelRequest, signal?: AbortSignal): Promise<StreamAttempt> {
    const events = this.watched(ctx, request, signal);
    let settle: StreamAttempt['settle'] = () => undefined;
    const whole = new Promise<void>((resolve, reject) => {
      settle = (failure) => (failure === undefined ? resolve() : reject(failure as Error));
    });
    await new Promise<void>((admit, refuse) => {
      this.breaker
        .execute(() => {
          admit();
          return whole;
        })
        .catch(refuse);
    });
    try {
      const first = await events.next();
      if (first.done) throw this.cutOff();
      return { first: first.value, rest: events, settle, close: async () => void (settle(), await events.return()) };
    } catch (error) {
      settle(error);
      throw error;
    }
  }

  private async *watched(
    ctx: TenantContext,
    request: ModelRequest,
    signal?: AbortSignal,
  ): AsyncGenerator<ModelEvent, void, void> {
    const started = Date.now();
    using deadline = new Deadline(Math.min(this.limits.silenceMs, this.limits.totalMs), signal);
    const bill = this.openBill(ctx, request);
    let said = '';
    let answer: ModelAnswer | undefined;
    let failure: unknown;
    try {
      for await (const event of this.inner.stream(ctx, request, { signal: deadline.signal })) {
        // Whatever time the reader takes is not the model's silence, and the total limit stays.
        const left = this.limits.totalMs - (Date.now() - started);
        deadline.extend(Math.max(0, left));
        if (event.type === 'text') said += event.delta;
        else answer = event.answer;
        yield event;
        deadline.extend(Math.max(0, Math.min(this.limits.silenceMs, this.limits.totalMs - (Date.now() - started))));
      }
      if (!answer) throw this.cutOff();
    } catch (error) {
      const isLate = Date.now() - started >= this.limits.totalMs;
      failure = deadline.isPassed ? this.timeout(isLate ? this.limits.totalMs : this.limits.silenceMs) : error;
      throw failure;
    } finally {
      const outcome = answer ? 'answered' : failure === undefined || signal?.aborted ? 'aborted' : 'failed';
      const spent = answer ?? { usage: said ? await estimateUsage(request, said) : undefined };
      await bill(outcome, spent);
    }
  }

  /** Starts the clock of a call; the answer writes its bill. A call that used no tokens leaves none. */
  private openBill(ctx: TenantContext, request: ModelRequest) {
    const startedAt = this.parts.clock.now();
    const started = performance.now();
    return async (outcome: UsageRecord['outcome'], spent: { usage?: ModelUsage; model?: string }): Promise<void> => {
      if (!spent.usage) return;
      const model = spent.model ?? this.model;
      const cost = costMicros(model, spent.usage, this.prices) ?? costMicros(this.model, spent.usage, this.prices);
      const record: UsageRecord = {
        tenantId: ctx.tenantId,
        actorId: ctx.actorId,
        purpose: request.purpose,
        provider: this.provider,
        model,
        ...spent.usage,
        costMicros: cost,
        isUnpriced: cost === null,
        pricesAsOf: this.prices.asOf,
        outcome,
        startedAt,
        ms: Math.round(performance.now() - started),
      };
      try {
        await this.parts.usage.record(ctx, record);
      } catch (error) {
        // The answer is worth more than its bill; the log line lets the bill be written by hand.
        this.parts.log.error(
          { ...record, reason: error instanceof Error ? error.name : 'unknown' },
          'usage was not recorded',
        );
      }
    };
  }

  private isWorthRetrying(error: Error): boolean {
    if (!(error instanceof ModelFailed) || error.code === 'model_timeout') return false;
    if ((error.retryAfterSeconds ?? 0) * 1_000 > this.limits.longestWaitMs) return false;
    return error.isOutage || error.code === 'model_bad_output';
  }

  private waitMs(attempt: number, error: unknown): number {
    const asked = error instanceof ModelFailed ? (error.retryAfterSeconds ?? 0) * 1_000 : 0;
    const backoff = this.limits.retryAfterMs * 2 ** (attempt - 1) * (0.5 + Math.random());
    return Math.max(asked, Math.min(backoff, this.limits.longestWaitMs));
  }

  private translated(error: unknown): unknown {
    if (!isBrokenCircuitError(error)) return error;
    return new ModelFailed(
      'model_unavailable',
      `${this.provider} has failed ${this.limits.breakAfter} times in a row and is left alone for a moment. Try again shortly.`,
      { retryAfterSeconds: Math.ceil(this.limits.breakForMs / 1_000) },
    );
  }

  private timeout(ms: number): ModelFailed {
    return new ModelFailed(
      'model_timeout',
      `${this.model} gave no complete answer within ${Math.ceil(ms / 1_000)} seconds. Try again, or ask about fewer calls.`,
    );
  }

  private cutOff(): ModelFailed {
    return new ModelFailed('model_unavailable', `${this.model} broke off in the middle of its answer. Try again.`);
  }
}

interface StreamAttempt {
  first: ModelEvent;
  rest: AsyncGenerator<ModelEvent, void, void>;
  /** Tells the circuit breaker how the stream ended. Only the first call counts. */
  settle: (failure?: unknown) => void;
  close: () => Promise<void>;
}
