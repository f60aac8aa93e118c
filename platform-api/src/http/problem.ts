import type { ErrorRequestHandler, Request, Response } from 'express';
import type { z } from 'zod';
import { PublicError } from '../errors.ts';
import type { Logger } from '../ports/logger.ts';

/** Errors of Express's own middleware that are the caller's: a body that is no JSON, or too large. */
function fromExpress(error: unknown): PublicError | null {
  if (error instanceof URIError) return new PublicError(400, 'bad_path', 'The path holds a "%" that encodes nothing.');
  if (typeof error !== 'object' || error === null || !('type' in error)) return null;
  if (error.type === 'entity.too.large')
    return new PublicError(413, 'too_large', 'This request is larger than this route takes. Send it in parts.');
  if (error.type === 'entity.parse.failed') return new PublicError(400, 'bad_json', 'The body is not valid JSON.');
  if (error.type === 'encoding.unsupported' || error.type === 'charset.unsupported')
    return new PublicError(415, 'unsupported_encoding', 'Send JSON in UTF-8.');
  if (error.type === 'request.aborted' || error.type === 'request.size.invalid')
    return new PublicError(400, 'incomplete_request', 'The request ended early.');
  return null;
}

/** A refused input, field by field. */
export function invalidInput(error: z.ZodError, place: string): PublicError {
  const details = error.issues
    .slice(0, 20)
    .map((issue) => ({ path: [place, ...issue.path.map(String)].join('.'), message: issue.message }));
  const [first] = details;
  return new PublicError(422, 'invalid_input', `${first.path}: ${first.message}`, { details });
}

/** The one place that writes an error: problem+json (RFC 9457). Details of a bug go to the log only. */
export function problemHandler(logger: Logger): ErrorRequestHandler {
  return (thrown: unknown, request: Request, response: Response, _next) => {
    const known = thrown instanceof PublicError ? thrown : fromExpress(thrown);
    const requestId = String(response.locals.requestId ?? '');
    const error =
      known ??
      new PublicError(
        500,
        'internal',
        `Something went wrong here. Try again; if it fails again, give support the id ${requestId}.`,
      );
    const facts = {
      requestId,
      code: error.code,
      status: error.status,
      method: request.method,
      route: response.locals.operation ?? null,
    };
    if (!known) logger.error({ ...facts, err: thrown }, 'a request failed');
    else if (error.status >= 500)
      logger.warn({ ...facts, err: error.options.cause ?? error }, 'a request could not be answered');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (error.options.retryAfterSeconds !== undefined)
      response.setHeader('Retry-After', String(Math.ceil(error.options.retryAfterSeconds)));
    response
      .status(error.status)
      .type('application/problem+json')
      .send(
        JSON.stringify({
          type: `https://callvault.dev/errors/${error.code}`,
          title: error.code.replaceAll('_', ' '),
          status: error.status,
          code: error.code,
          detail: error.message,
          requestId,
          retryable: error.isRetryable,
          ...(error.options.details ? { errors: error.options.details } : {}),
        }),
      );
  };
}
