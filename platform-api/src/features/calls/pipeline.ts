import { z } from 'zod';
import { PublicError } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import { job, type JobQueue } from '../../ports/job-queue.ts';
import type { TenantContext } from '../../tenancy/context.ts';
import type { CallStore } from './call-store.ts';
import { stepNames, type StepDocument, type StepName } from './calls.model.ts';

/** One step: does its work for a call and says which engine did it. Safe to run again. */
export type Step = (ctx: TenantContext, callId: string, signal: AbortSignal) => Promise<string>;

/** What happens to a call after it is stored. The steps come from the features that own them; this only runs them. */
export class Pipeline {
  private steps?: Record<StepName, Step>;

  readonly process = job({
    name: 'calls.process',
    payload: z.object({ callId: z.string(), only: z.enum(stepNames).optional() }),
    run: async (ctx, { callId, only }, { signal, progress }) => {
      const wanted = only ? [only] : stepNames;
      for (const [at, name] of wanted.entries()) {
        await progress(at, wanted.length);
        await this.run(ctx, callId, name, signal, only !== undefined);
      }
      await progress(wanted.length, wanted.length);
    },
  });

  constructor(
    private readonly calls: CallStore,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  connect(steps: Record<StepName, Step>): void {
    this.steps = steps;
  }

  /** Queues every step of a call; those that are done for the current transcript are skipped. */
  async enqueue(ctx: TenantContext, callId: string): Promise<void> {
    await this.jobs.in(ctx).enqueue(this.process, { callId }, { key: callId, again: true, total: stepNames.length });
  }

  async runStep(ctx: TenantContext, callId: string, step: StepName) {
    await this.calls.get(ctx, callId);
    const { id } = await this.jobs
      .in(ctx)
      .enqueue(this.process, { callId, only: step }, { key: `${callId}:${step}`, total: 1 });
    return { jobId: id };
  }

  /** Does one step here and now, as part of a job that is running already. */
  runNow(ctx: TenantContext, callId: string, step: StepName, signal: AbortSignal): Promise<void> {
    return this.run(ctx, callId, step, signal, true);
  }

  private async run(
    ctx: TenantContext,
    callId: string,
    name: StepName,
    signal: AbortSignal,
    isForced: boolean,
  ): Promise<void> {
    const call = await this.calls.get(ctx, callId);
    const known = call.steps[name];
    if (!isForced && known.status === 'done' && known.revision === call.revision) return;
    await this.mark(ctx, callId, name, { ...known, status: 'running', error: null });
    try {
      const engine = await this.steps?.[name](ctx, callId, signal);
      await this.mark(ctx, callId, name, {
        status: 'done',
        engine: engine ?? null,
        finishedAt: this.clock.now(),
        error: null,
        revision: call.revision,
      });
    } catch (error) {
      if (!signal.aborted) {
        const message =
          error instanceof PublicError
            ? error.message
            : 'This step failed. Run it again; if it fails again, look at the log.';
        await this.mark(ctx, callId, name, { ...known, status: 'failed', error: message });
      }
      throw error;
    }
  }

  private async mark(ctx: TenantContext, callId: string, name: StepName, step: StepDocument): Promise<void> {
    const call = await this.calls.update(ctx, callId, { [`steps.${name}`]: step } as never);
    if (!call) return;
    const states = Object.values(call.steps).map(({ status }) => status);
    const status = states.includes('failed')
      ? 'failed'
      : states.every((state) => state === 'done')
        ? 'ready'
        : 'processing';
    if (status !== call.status) await this.calls.update(ctx, callId, { status });
  }
}
