import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AuthenticationError } from './errors.ts';
import { Session } from './session.ts';
import { aToken } from './token.fixture.ts';

const seconds = () => Math.floor(Date.now() / 1000);
let minted = 0;
const fresh = (lifetime = 900) => aToken({ iat: seconds(), exp: seconds() + lifetime, jti: String(++minted) });

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-10-05T09:00:00Z') }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a session', () => {
  it('asks once however many wait', async () => {
    const fetchSession = vi.fn(async () => fresh());
    const session = new Session(fetchSession);
    const tokens = await Promise.all(Array.from({ length: 50 }, () => session.current()));
    expect([new Set(tokens).size, fetchSession.mock.calls.length]).toEqual([1, 1]);
  });

  it('renews between 60 and 90 seconds before the end, and not all tabs at one moment', async () => {
    const moments = new Set<number>();
    for (let tab = 0; tab < 20; tab++) {
      vi.setSystemTime(new Date('2026-10-05T09:00:00Z'));
      const fetchSession = vi.fn(async () => fresh());
      const session = new Session(fetchSession);
      await session.current();
      let after = 0;
      for (; fetchSession.mock.calls.length === 1 && after < 900; after++) {
        vi.setSystemTime(Date.now() + 1000);
        await session.current();
      }
      expect(after).toBeGreaterThanOrEqual(810);
      expect(after).toBeLessThanOrEqual(841);
      moments.add(after);
    }
    expect(moments.size).toBeGreaterThan(5);
  });

  it('serves the token it has while the next one is fetched, and while fetching it fails', async () => {
    const first = fresh();
    const fetchSession = vi
      .fn<() => Promise<string>>()
      .mockResolvedValueOnce(first)
      .mockRejectedValue(new Error('down'));
    const session = new Session(fetchSession);
    await session.current();
    vi.setSystemTime(Date.now() + 850_000);
    expect(await session.current()).toBe(first);
    await vi.advanceTimersByTimeAsync(0);
    expect(await session.current()).toBe(first);
    vi.setSystemTime(Date.now() + 60_000);
    await expect(session.current()).rejects.toBeInstanceOf(AuthenticationError);
  });

  it.each([-3_600_000, 3_600_000])(
    'does not ask at every request when the clock of the computer is off by %i ms',
    async (off) => {
      const fetchSession = vi.fn(async () => {
        const now = Math.floor((Date.now() - off) / 1000);
        return aToken({ iat: now, exp: now + 900, jti: String(++minted) });
      });
      const session = new Session(fetchSession);
      for (let request = 0; request < 20; request++) await session.current();
      vi.setSystemTime(Date.now() + 700_000);
      await session.current();
      expect(fetchSession).toHaveBeenCalledTimes(1);
      vi.setSystemTime(Date.now() + 190_000);
      await session.current();
      await vi.advanceTimersByTimeAsync(0);
      await session.current();
      expect(fetchSession.mock.calls.length).toBe(2);
    },
  );

  it('does not renew a short-lived token at every request', async () => {
    const fetchSession = vi.fn(async () => fresh(60));
    const session = new Session(fetchSession);
    for (let request = 0; request < 20; request++) await session.current();
    expect(fetchSession).toHaveBeenCalledTimes(1);
  });

  it('makes no storm of failures: a minute of impatience is a handful of tries', async () => {
    const fetchSession = vi.fn<() => Promise<string>>().mockRejectedValue(new Error('down'));
    const session = new Session(fetchSession);
    for (let at = 0; at < 600; at++) {
      const error: unknown = await session.current().catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: 'session_unavailable', retryable: true });
      vi.setSystemTime(Date.now() + 100);
    }
    expect(fetchSession.mock.calls.length).toBeGreaterThan(2);
    expect(fetchSession.mock.calls.length).toBeLessThan(12);
  });

  it('takes no token for an answer that is none, nor the one that was just refused', async () => {
    expect(await new Session(async () => '').current().catch((error: unknown) => error)).toMatchObject({
      code: 'session_unavailable',
    });
    const token = fresh();
    const session = new Session(async () => token);
    session.refused(await session.current());
    await expect(session.current()).rejects.toMatchObject({ code: 'session_unavailable' });
  });

  it('keeps the new token when an answer to the old one comes late', async () => {
    const session = new Session(async () => fresh());
    const old = await session.current();
    session.refused(old);
    const renewed = await session.current();
    session.refused(old);
    expect(await session.current()).toBe(renewed);
  });

  it('hands nobody the token of the user who has left', async () => {
    let arrive: (token: string) => void = () => undefined;
    const fetchSession = vi
      .fn<() => Promise<string>>()
      .mockImplementationOnce(() => new Promise((resolve) => (arrive = resolve)));
    const session = new Session(fetchSession);
    const waiting = session.current().catch((error: unknown) => error);
    session.clear();
    const next = fresh();
    fetchSession.mockResolvedValue(next);
    expect(await session.current()).toBe(next);
    arrive(fresh());
    expect(await waiting).toBeInstanceOf(AuthenticationError);
    expect(await session.current()).toBe(next);
  });

  it('forgets its back-off when the network or the tab comes back, and listens no more once destroyed', async () => {
    const listeners = new Map<string, () => void>();
    const target = {
      addEventListener: (type: string, listener: () => void) => void listeners.set(type, listener),
      removeEventListener: (type: string) => void listeners.delete(type),
    };
    const page = { ...target, visibilityState: 'visible' };
    vi.stubGlobal('window', target);
    vi.stubGlobal('document', page);
    const token = fresh();
    const fetchSession = vi
      .fn<() => Promise<string>>()
      .mockRejectedValueOnce(new Error('offline'))
      .mockResolvedValue(token);
    const session = new Session(fetchSession);
    await session.current().catch(() => undefined);
    await session.current().catch(() => undefined);
    expect(fetchSession).toHaveBeenCalledTimes(1);
    page.visibilityState = 'hidden';
    listeners.get('visibilitychange')?.();
    await expect(session.current()).rejects.toThrow();
    page.visibilityState = 'visible';
    listeners.get('online')?.();
    expect(await session.current()).toBe(token);
    vi.setSystemTime(Date.now() + 850_000);
    listeners.get('visibilitychange')?.();
    expect(fetchSession).toHaveBeenCalledTimes(3);
    session.destroy();
    expect(listeners.size).toBe(0);
  });
});
