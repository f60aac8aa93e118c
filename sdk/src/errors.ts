/** What every error of the API carries. `code` is stable; `message` is for people. */
export interface ErrorFacts {
  code: string;
  status: number | null;
  requestId: string | null;
  retryable: boolean;
  docUrl: string | null;
  /** Where the input was wrong, when it was. */
  errors: { path?: string; message: string }[];
  retryAfterSeconds: number | null;
}

/** Base of everything the SDK throws, except `AbortError` when you abort a request yourself. */
export class CallVaultError extends Error implements ErrorFacts {
  readonly code: string;
  readonly status: number | null;
  readonly requestId: string | null;
  readonly retryable: boolean;
  readonly docUrl: string | null;
  readonly errors: { path?: string; message: string }[];
  readonly retryAfterSeconds: number | null;

  constructor(message: string, facts: Partial<ErrorFacts> & { code: string }, cause?: unknown) {
    super(message, { cause });
    this.name = new.target.name;
    this.code = facts.code;
    this.status = facts.status ?? null;
    this.requestId = facts.requestId ?? null;
    this.retryable = facts.retryable ?? false;
    this.docUrl = facts.docUrl ?? null;
    this.errors = facts.errors ?? [];
    this.retryAfterSeconds = facts.retryAfterSeconds ?? null;
  }
}

/** The request never got an answer: no network, a refused connection, or a time-out (`code` is `timeout`). */
export class ConnectionError extends CallVaultError {}
/** No valid key or session (401). `code` is `session_expired` where a fresh session would help. */
export class AuthenticationError extends CallVaultError {}
/** The key or role lacks a permission (403). */
export class PermissionError extends CallVaultError {}
/** Nothing with that id for this caller (404). */
export class NotFoundError extends CallVaultError {}
/** Somebody else changed it first, or it exists already (409). */
export class ConflictError extends CallVaultError {}
/** The input was refused (422); see `errors`. */
export class InvalidInputError extends CallVaultError {}
/** Too many requests (429); `retryAfterSeconds` says when to come back. */
export class RateLimitError extends CallVaultError {}
/** The service failed (5xx). */
export class ServerError extends CallVaultError {}

const classes: Record<number, typeof CallVaultError> = {
  401: AuthenticationError,
  403: PermissionError,
  404: NotFoundError,
  409: ConflictError,
  422: InvalidInputError,
  429: RateLimitError,
};

/** Turns an answer that is not 2xx into the error it stands for. */
export async function errorFrom(response: Response): Promise<CallVaultError> {
  const body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  const text = (key: string) => (typeof body[key] === 'string' ? body[key] : null);
  const retryAfter = Number(response.headers.get('retry-after'));
  const facts: ErrorFacts = {
    code: text('code') ?? `http_${response.status}`,
    status: response.status,
    requestId: text('requestId') ?? response.headers.get('x-request-id'),
    retryable: body.retryable === true || [429, 502, 503, 504].includes(response.status),
    docUrl: text('type'),
    errors: Array.isArray(body.errors) ? (body.errors as ErrorFacts['errors']) : [],
    retryAfterSeconds: Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : null,
  };
  const ErrorClass = classes[response.status] ?? (response.status >= 500 ? ServerError : CallVaultError);
  return new ErrorClass(text('detail') ?? `The service answered ${response.status}.`, facts);
}
