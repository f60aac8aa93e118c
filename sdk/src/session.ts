import { AuthenticationError } from './errors.ts';

/** Asks the host's server for a session token. Called once for everybody who waits. */
export type FetchSession = () => Promise<string>;

/** Seconds before expiry at which a token is renewed; the jitter keeps a thousand tabs from asking at once. */
const renewBefore = 60;
const jitter = 30;
const longestPause = 30_000;

/** Milliseconds since the epoch at which a JWT expires, or null where it does not say. */
function expiryOf(token: string): number | null {
  try {
    const payload = JSON.parse(atob(token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/'))) as { exp?: number };
    return typeof payload.exp === 'number' ? payload.exp * 1000 : null;
  } catch {
    return null;
  }
}

/**
 * Keeps one session token, in memory only. Renews it before it expires, when the network or the tab comes back and when
 * the service refuses it; one renewal at a time however many requests wait, and never a storm after failures.
 */
export class Session {
  private token: string | null = null;
  private renewAt = Infinity;
  private pending: Promise<string> | null = null;
  private failures = 0;
  private retryAt = 0;
  private epoch = 0;

  constructor(private readonly fetchSession: FetchSession) {
    if (typeof window !== 'undefined') {
      window.addEventListener('online', this.wake);
      document.addEventListener('visibilitychange', this.wake);
    }
  }

  /** A token that is good for at least a moment. */
  current(): Promise<string> {
    if (this.token !== null && Date.now() < this.renewAt) return Promise.resolve(this.token);
    return this.renew();
  }

  /** Called when the service refused `token`: the next request gets a new one. */
  refused(token: string): void {
    if (this.token === token) this.token = null;
  }

  /** Forgets the token. What is under way is ignored. */
  clear(): void {
    this.epoch += 1;
    this.token = null;
    this.pending = null;
  }

  destroy(): void {
    this.clear();
    if (typeof window !== 'undefined') {
      window.removeEventListener('online', this.wake);
      document.removeEventListener('visibilitychange', this.wake);
    }
  }

  private renew(): Promise<string> {
    if (this.pending) return this.pending;
    const wait = this.retryAt - Date.now();
    if (wait > 0) {
      const seconds = Math.ceil(wait / 1000);
      return Promise.reject(
        new AuthenticationError(`Signing in failed. Again in ${seconds} s.`, {
          code: 'session_unavailable',
          retryable: true,
          retryAfterSeconds: seconds,
        }),
      );
    }
    const { epoch } = this;
    const pending = this.request().finally(() => {
      if (this.epoch === epoch) this.pending = null;
    });
    this.pending = pending;
    return pending;
  }

  private async request(): Promise<string> {
    const { epoch } = this;
    try {
      const token = await this.fetchSession();
      if (typeof token !== 'string' || token === '') throw new TypeError('fetchSession resolved without a token');
      if (this.epoch === epoch) this.accept(token);
      return token;
    } catch (error) {
      this.failures += 1;
      this.retryAt = Date.now() + Math.min(longestPause, 500 * 2 ** this.failures) * (0.5 + Math.random() / 2);
      throw new AuthenticationError(
        'The page could not sign you in. Reload it, or sign in again.',
        { code: 'session_unavailable', retryable: true },
        error,
      );
    }
  }

  private accept(token: string): void {
    const expiry = expiryOf(token);
    this.token = token;
    this.failures = 0;
    this.retryAt = 0;
    this.renewAt = expiry === null ? Infinity : expiry - (renewBefore + Math.random() * jitter) * 1000;
  }

  /** A laptop that slept or a network that came back must not wait out an old back-off. */
  private readonly wake = () => {
    if (document.visibilityState === 'hidden') return;
    this.retryAt = 0;
    if (this.token !== null && Date.now() >= this.renewAt) this.renew().catch(() => undefined);
  };
}
