/** The pictures `cv-problem` has. */
export type ProblemKind =
  'failed' | 'timeout' | 'unreachable' | 'offline' | 'forbidden' | 'expired' | 'limited' | 'plan' | 'missing';

/** What is known of a failure, whatever was thrown. */
export interface Problem {
  readonly kind: ProblemKind;
  /** Stable code of the API, or empty when it never answered. */
  readonly code: string;
  /** The API's own sentence: safe to show, it names the thing and the next step. */
  readonly message: string | undefined;
  readonly requestId: string | undefined;
  /** Seconds to wait, when the API said so. */
  readonly retryAfter: number | undefined;
  readonly retryable: boolean;
  readonly docUrl: string | undefined;
}

/** Reads an error of the SDK by its shape: an error of another copy of the SDK has another class. */
export function problemOf(error: unknown): Problem {
  const of = typeof error === 'object' && error !== null ? (error as Readonly<Record<string, unknown>>) : {};
  const status = number(of['status']);
  const code = text(of['code']) ?? '';
  const kind = kindOf(status, code);
  return {
    kind,
    code,
    message: status === undefined ? undefined : text(of['message']),
    requestId: text(of['requestId']),
    retryAfter: number(of['retryAfterSeconds']),
    retryable: of['retryable'] === true || !['forbidden', 'missing', 'plan'].includes(kind),
    docUrl: text(of['docUrl']),
  };
}

function kindOf(status: number | undefined, code: string): ProblemKind {
  if (code === 'session_unavailable') return navigator.onLine ? 'expired' : 'offline';
  if (status === undefined) {
    if (!navigator.onLine) return 'offline';
    return code.includes('timeout') ? 'timeout' : code.startsWith('connection') ? 'unreachable' : 'failed';
  }
  if (status === 402 || code === 'plan_limit') return 'plan';
  if (status === 401) return 'expired';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'missing';
  if (status === 429) return 'limited';
  return status === 408 || status === 504 ? 'timeout' : 'failed';
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
