import { AuthenticationError } from './errors.ts';

/** Asks the host's server for a session token. Called once for everybody who waits. */
export type FetchSession = () => Promise<string>;

/** Seconds before expiry at which a token is renewed; the jitter keeps a thousand tabs from asking at once. */
const renewBefore = 60;
const jitter = 30;
const longestPause = 30_000;
/** A token this close to its end may be refused on the way. */
const lastMomentMs = 5_000;

/**
 * Milliseconds a JWT has left, or null where it does not say. Counted from when it was issued, by the issuer's clock: the
 * clock of a reader's computer may be wrong by hours.
 */
function lifetimeOf(token: string): number | null {
  try {
    const claims = JSON.parse(atob(token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/'))) as Record<
      string,
      unknown
    >;
    const { exp, iat } = claims;
    if (typeof exp !== 'number') return null;
    return exp * 1000 - (typeof iat === 'number' ? iat * 1000 : Date.now());
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
  private endsAt = Infinity;
  private lastRefused: string | null = null;
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

  /** A token that is good for at least a moment. One that is due for renewal serves on while the next is fetched. */
  current(): Promise<string> {
    const { token } = this;
    const now = Date.now();
    if (token === null || now >= this.endsAt) return this.renew();
    if (now >= this.renewAt) this.renew().catch(() => undefined);
    return Promise.resolve(token);
  }

  /** Called when the service refused `token`: the next request gets a new one. */
  refused(token: string): void {
    this.lastRefused = token;
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
      if (token === this.lastRefused) throw new TypeError('fetchSession resolved with the token that was just refused');
      // Whoever was signed in when it was asked for is not any more.
      if (this.epoch !== epoch) throw new TypeError('the session was ended meanwhile');
      this.accept(token);
      return token;
    } catch (error) {
      if (this.epoch === epoch) {
        this.failures += 1;
        this.retryAt = Date.now() + Math.min(longestPause, 500 * 2 ** this.failures) * (0.5 + Math.random() / 2);
      }
      throw new AuthenticationError(
        'The page could not sign you in. Reload it, or sign in again.',
        { code: 'session_unavailable', retryable: true },
        error,
      );
    }
  }

  private accept(token: string): void {
    const left = lifetimeOf(token);
    const now = Date.now();
    this.token = token;
    this.lastRefused = null;
    this.failures = 0;
    this.retryAt = 0;
    this.endsAt = left === null ? Infinity : now + left - lastMomentMs;
    // A token that lives no longer than that would be renewed at every request: half of its life is soon enough.
    const early = (renewBefore + Math.random() * jitter) * 1000;
    this.renewAt = left === null ? Infinity : now + Math.max(left - early, left / 2);
  }

  /** A laptop that slept or a network that came back must not wait out an old back-off. */
  private readonly wake = () => {
    if (document.visibilityState === 'hidden') return;
    this.retryAt = 0;
    if (this.token !== null && Date.now() >= this.renewAt) this.renew().catch(() => undefined);
  };
}
