import { CallVaultError, ConnectionError, errorFrom, ServerError } from './errors.ts';
import type { ServerEvent } from './server-events.ts';
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

/** A stream sends a comment every 15 seconds: this long without a byte and nobody is there any more. */
const silenceMs = 45_000;
const dropsInARow = 5;

async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  let stop: (() => void) | undefined;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    stop = () => (clearTimeout(timer), resolve());
    signal?.addEventListener('abort', stop);
  });
  if (stop) signal?.removeEventListener('abort', stop);
  signal?.throwIfAborted();
}

/** A body that fails when nothing arrives for a while: a laptop that slept does not hear that its connection is gone. */
function watched(body: ReadableStream<Uint8Array>, silent: AbortController): ReadableStream<Uint8Array> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wind = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silent.abort(new Error('The stream went silent.')), silenceMs);
  };
  silent.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  wind();
  const watch = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => (wind(), controller.enqueue(chunk)),
    flush: () => clearTimeout(timer),
  });
  return body.pipeThrough(watch, { signal: silent.signal });
}

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
    return this.answer(request, {}, async (response) => (response.status === 204 ? null : await response.json()) as T);
  }

  /** Events of a stream; resumes after a dropped connection from the last event seen. Ends when the server ends it. */
  async *events(request: Request): AsyncGenerator<ServerEvent> {
    let lastId: string | null = null;
    let drops = 0;
    for (;;) {
      const silent = new AbortController();
      try {
        const headers: Record<string, string> = {
          accept: 'text/event-stream',
          ...(lastId ? { 'last-event-id': lastId } : {}),
        };
        const body = await this.answer(request, headers, (response) => Promise.resolve(response.body));
        if (!body) return;
        // Most pages never stream: the parser comes with the first stream.
        const { serverEvents } = await import('./server-events.ts');
        for await (const event of serverEvents(watched(body, silent))) {
          lastId = event.id ?? lastId;
          drops = 0;
          yield event;
        }
        return;
      } catch (error) {
        const isFinal = error instanceof CallVaultError && !error.retryable;
        if (isFinal || request.options?.signal?.aborted || ++drops > dropsInARow) throw error;
        await pause(250 * 2 ** drops, request.options?.signal);
      } finally {
        silent.abort();
      }
    }
  }

  private async answer<T>(
    request: Request,
    headers: Record<string, string>,
    read: (response: Response) => Promise<T>,
  ): Promise<T> {
    const { method, options = {} } = request;
    const key = options.idempotencyKey ?? (method === 'POST' ? crypto.randomUUID() : undefined);
    let renewed = false;
    for (let attempt = 0; ; attempt++) {
      const token = await this.token(request);
      const sent = { ...headers, ...(key ? { 'idempotency-key': key } : {}) };
      const outcome = await this.attempt(request, sent, token, read);
      if (!('failure' in outcome)) return outcome.value;
      const { failure } = outcome;
      if (failure.status === 401 && token && this.session && !renewed) {
        renewed = true;
        this.session.refused(token);
        continue;
      }
      // A GET repeats safely, and what was turned away at the door has not been done; anything else repeats only with a
      // key by which the service knows that it has seen it.
      const isSafe = method === 'GET' || key !== undefined || failure.status === 429;
      if (!failure.retryable || !isSafe || attempt >= (this.options.maxRetries ?? 2)) throw failure;
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

  /** One try: the answer as `read` takes it, or the error it stands for. Throws only when the caller aborted. */
  private async attempt<T>(
    { method, path, query, body, options = {} }: Request,
    headers: Record<string, string>,
    token: string | undefined,
    read: (response: Response) => Promise<T>,
  ): Promise<{ value: T } | { failure: CallVaultError }> {
    const isStream = headers.accept === 'text/event-stream';
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), options.timeoutMs ?? this.options.timeoutMs ?? 30_000);
    let status: number | null = null;
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
        signal: options.signal ? AbortSignal.any([options.signal, limit.signal]) : limit.signal,
      });
      // From here on a stream may take its time; any other answer must arrive whole.
      if (isStream) clearTimeout(timer);
      if (!response.ok) return { failure: await errorFrom(response) };
      status = response.status;
      return { value: await read(response) };
    } catch (error) {
      options.signal?.throwIfAborted();
      return { failure: failureOf(error, { isLate: limit.signal.aborted, method, status }) };
    } finally {
      clearTimeout(timer);
    }
  }
}

function failureOf(
  error: unknown,
  { isLate, method, status }: { isLate: boolean; method: string; status: number | null },
): CallVaultError {
  if (isLate)
    return new ConnectionError(
      'The service did not answer in time.',
      { code: 'timeout', retryable: method === 'GET' },
      error,
    );
  if (error instanceof SyntaxError)
    return new ServerError(
      'What answered is not the service: check `baseUrl`.',
      { code: 'invalid_answer', status },
      error,
    );
  return new ConnectionError(
    'The service could not be reached.',
    { code: 'connection_failed', retryable: true },
    error,
  );
}
