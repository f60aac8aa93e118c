import { ConnectionError, errorFrom } from './errors.ts';
import { serverEvents, type ServerEvent } from './server-events.ts';
import { Session, type FetchSession } from './session.ts';

export interface TransportOptions {
  /** Where the API lives, such as `https://api.callvault.example`. */
  baseUrl: string;
  /** For servers only. */
  secretKey?: string;
  /** For browsers: names the tenant, and is enough to read the brand. */
  publishableKey?: string;
  /** For browsers: asks your server for a session token. */
  fetchSession?: FetchSession;
  /** Milliseconds until a request without an answer fails. 30,000 unless said. */
  timeoutMs?: number;
  /** How often a request that is safe to repeat is sent again. 2 unless said. */
  maxRetries?: number;
  fetch?: typeof fetch;
}

export interface RequestOptions {
  signal?: AbortSignal;
  /** Makes a repeated POST answer as the first one did instead of acting twice. */
  idempotencyKey?: string;
  timeoutMs?: number;
}

export interface Request {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  path: string;
  query?: object;
  body?: unknown;
  options?: RequestOptions;
  /** `publishable` sends the publishable key where there is no secret one. */
  auth?: 'session' | 'publishable';
}

const pause = (ms: number, signal?: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => (clearTimeout(timer), reject(signal.reason)), { once: true });
  });

function queryString(query: object = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const part of Array.isArray(value) ? value : [value]) {
      if (part !== undefined && part !== null) parameters.append(name, String(part));
    }
  }
  const text = parameters.toString();
  return text ? `?${text}` : '';
}

/** Sends requests: signs them, repeats what may be repeated, and turns failures into typed errors. */
export class Transport {
  readonly session: Session | null;
  private readonly send: typeof fetch;

  constructor(readonly options: TransportOptions) {
    this.session = options.fetchSession ? new Session(options.fetchSession) : null;
    this.send = options.fetch ?? ((input, init) => fetch(input, init));
  }

  async json<T>(request: Request): Promise<T> {
    const response = await this.response(request);
    return (response.status === 204 ? null : await response.json()) as T;
  }

  /** Events of a stream; resumes after a dropped connection from the last event seen. Ends when the server ends it. */
  async *events(request: Request): AsyncGenerator<ServerEvent> {
    let lastId: string | null = null;
    let drops = 0;
    for (;;) {
      const response = await this.response(request, {
        accept: 'text/event-stream',
        ...(lastId ? { 'last-event-id': lastId } : {}),
      });
      try {
        if (!response.body) return;
        for await (const event of serverEvents(response.body)) {
          lastId = event.id ?? lastId;
          drops = 0;
          yield event;
        }
        return;
      } catch (error) {
        if (request.options?.signal?.aborted || ++drops > 5) throw error;
        await pause(250 * 2 ** drops, request.options?.signal);
      }
    }
  }

  private async response(request: Request, headers: Record<string, string> = {}): Promise<Response> {
    const { options = {} } = request;
    // A GET repeats safely; anything else only with a key by which the service knows it has seen it.
    const key = options.idempotencyKey ?? (request.method === 'POST' ? crypto.randomUUID() : undefined);
    let renewed = false;
    for (let attempt = 0; ; attempt++) {
      const token = await this.token(request);
      const failure = await this.attempt(request, { ...headers, ...(key ? { 'idempotency-key': key } : {}) }, token);
      if (failure instanceof Response) return failure;
      if (failure.status === 401 && token && this.session && !renewed) {
        renewed = true;
        this.session.refused(token);
        continue;
      }
      const mayRepeat = failure.retryable && attempt < (this.options.maxRetries ?? 2);
      if (!mayRepeat) throw failure;
      const seconds = failure.retryAfterSeconds ?? 0.2 * 2 ** attempt * (0.5 + Math.random());
      // A long wait is the caller's to show, not ours to hide.
      if (seconds > 5) throw failure;
      await pause(seconds * 1000, options.signal);
    }
  }

  private token({ auth }: Request): Promise<string | undefined> {
    const { secretKey, publishableKey } = this.options;
    if (secretKey) return Promise.resolve(secretKey);
    if (auth === 'publishable' && publishableKey) return Promise.resolve(publishableKey);
    return this.session ? this.session.current() : Promise.resolve(publishableKey);
  }

  /** One try: the answer, or the error it stands for. Throws only when the caller aborted. */
  private async attempt(
    { method, path, query, body, options = {} }: Request,
    headers: Record<string, string>,
    token?: string,
  ) {
    const limit = AbortSignal.timeout(options.timeoutMs ?? this.options.timeoutMs ?? 30_000);
    const isStream = headers.accept === 'text/event-stream';
    const signals = [options.signal, isStream ? undefined : limit].filter((signal) => signal !== undefined);
    try {
      const response = await this.send(`${this.options.baseUrl}${path}${queryString(query)}`, {
        method,
        headers: {
          ...headers,
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        credentials: 'omit',
        signal: AbortSignal.any(signals),
      });
      return response.ok ? response : await errorFrom(response);
    } catch (error) {
      options.signal?.throwIfAborted();
      return limit.aborted
        ? new ConnectionError(
            'The service did not answer in time.',
            { code: 'timeout', retryable: method === 'GET' },
            error,
          )
        : new ConnectionError(
            'The service could not be reached.',
            { code: 'connection_failed', retryable: true },
            error,
          );
    }
  }
}
