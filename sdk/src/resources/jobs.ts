import type { Answer, Query } from '../operations.ts';
import type { RequestOptions, Transport } from '../transport.ts';

type Verb = 'cancel' | 'pause' | 'resume' | 'retry';

/** Long work: progress, and the levers to hold or stop it. */
export class Jobs {
  constructor(private readonly transport: Transport) {}

  list(query: Query<'jobs.list'> = {}, options?: RequestOptions) {
    return this.transport.json<Answer<'jobs.list'>>({ method: 'GET', path: '/v1/jobs', query, options });
  }

  retrieve(jobId: string, options?: RequestOptions) {
    return this.transport.json<Answer<'jobs.retrieve'>>({
      method: 'GET',
      path: `/v1/jobs/${encodeURIComponent(jobId)}`,
      options,
    });
  }

  /** Stops a job; what it finished stays. */
  cancel(jobId: string, options?: RequestOptions) {
    return this.change(jobId, 'cancel', options);
  }

  pause(jobId: string, options?: RequestOptions) {
    return this.change(jobId, 'pause', options);
  }

  resume(jobId: string, options?: RequestOptions) {
    return this.change(jobId, 'resume', options);
  }

  /** Runs a failed or cancelled job again; finished parts are skipped. */
  retry(jobId: string, options?: RequestOptions) {
    return this.change(jobId, 'retry', options);
  }

  private change(jobId: string, verb: Verb, options?: RequestOptions) {
    return this.transport.json<Answer<'jobs.cancel'>>({
      method: 'POST',
      path: `/v1/jobs/${encodeURIComponent(jobId)}/${verb}`,
      options,
    });
  }
}
