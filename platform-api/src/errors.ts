/** Fields of an error that a caller may act on. */
export interface ProblemDetail {
  /** Where in the input, such as `body.files.0.name`. */
  path?: string;
  message: string;
}

/**
 * An error the caller may know about. `message` names the thing and says the next step; it is shown to people.
 * Everything else that is thrown is a bug and answers 500 without details.
 */
export class PublicError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly options: { details?: ProblemDetail[]; retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = new.target.name;
  }

  /** Worth sending again unchanged. */
  get isRetryable(): boolean {
    return [429, 502, 503, 504].includes(this.status) || this.options.retryAfterSeconds !== undefined;
  }
}

export class NotFound extends PublicError {
  constructor(noun: string, id: string) {
    super(404, 'not_found', `There is no ${noun} "${id}" here. It may have been deleted, or the id belongs elsewhere.`);
  }
}

export class Unauthorized extends PublicError {
  constructor(code: string, message: string) {
    super(401, code, message);
  }
}

export class Forbidden extends PublicError {
  constructor(code: string, message: string) {
    super(403, code, message);
  }
}

export class Conflict extends PublicError {
  constructor(code: string, message: string, options: { retryAfterSeconds?: number } = {}) {
    super(409, code, message, options);
  }
}

export class InvalidInput extends PublicError {
  constructor(code: string, message: string, details?: ProblemDetail[]) {
    super(422, code, message, details ? { details } : {});
  }
}

export class TooMany extends PublicError {
  constructor(message: string, retryAfterSeconds: number) {
    super(429, 'rate_limited', message, { retryAfterSeconds });
  }
}

export class UpstreamFailed extends PublicError {
  constructor(code: string, message: string, options: { cause?: unknown; retryAfterSeconds?: number } = {}) {
    super(502, code, message, options);
  }
}
