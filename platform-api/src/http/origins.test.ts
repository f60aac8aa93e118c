import { describe, expect, it } from 'vitest';
import type { Caller } from './caller.ts';
import { checkOrigin, matchesOrigin } from './origins.ts';

const own = 'https://api.example';
const gatekeeper = {
  identify: () => Promise.reject(new Error('not asked')),
  originsOf: () =>
    Promise.resolve(['https://portal.example', 'https://*.agency.example', 'http://*.local.example:8080']),
};
const ctx = { tenantId: 't', actorId: 'u', role: 'member', permissions: new Set<string>() } as const;
const publishable: Caller = { kind: 'publishable', tenantId: 't', keyId: 'k', mode: 'live' };
const key: Caller = { kind: 'key', ctx, keyId: 'k', mode: 'live' };
const session = (mode: 'live' | 'test', origins: string[] | null = null): Caller => ({
  kind: 'session',
  ctx,
  sessionId: 's',
  mode,
  user: { id: 'u', name: 'U', email: null },
  role: 'member',
  widgets: null,
  origins,
  expiresAt: new Date(),
});
const check = (caller: Caller, origin?: string) =>
  checkOrigin(caller, origin, own, gatekeeper).then(
    () => 'admitted',
    (error: { code: string }) => error.code,
  );

describe('origins', () => {
  it('match exactly, or by one wildcard label', () => {
    for (const origin of ['https://a.agency.example', 'https://a-1.agency.example'])
      expect(matchesOrigin('https://*.agency.example', origin)).toBe(true);
    for (const origin of [
      'https://agency.example',
      'https://.agency.example',
      'https://a.b.agency.example',
      'http://a.agency.example',
      'https://a.agency.example:444',
      'https://a.agency.example.evil.example',
      'https://evil.example/.agency.example',
      'https://evil.example#.agency.example',
      'https://a@b.agency.example',
      'https://evilagency.example',
      'https://*.agency.example',
      'https://a%2e.agency.example',
      'null',
      '',
    ])
      expect([origin, matchesOrigin('https://*.agency.example', origin)]).toEqual([origin, false]);
    expect(matchesOrigin('https://portal.example', 'https://portal.example.evil.example')).toBe(false);
    expect(matchesOrigin('https://portal.example', 'https://PORTAL.example')).toBe(false);
  });

  it('admit the pages a tenant named, and servers, which send none', async () => {
    for (const caller of [publishable, session('live')]) {
      for (const origin of [
        'https://portal.example',
        'https://x.agency.example',
        'http://x.local.example:8080',
        own,
        undefined,
      ])
        expect([origin, await check(caller, origin)]).toEqual([origin, 'admitted']);
      for (const origin of [
        'https://evil.example',
        'null',
        'http://portal.example',
        'https://portal.example:8443',
        'https://portal.example.',
      ])
        expect([origin, await check(caller, origin)]).toEqual([origin, 'origin_not_allowed']);
    }
  });

  it('admit localhost to test keys only, and no look-alike of it', async () => {
    for (const origin of ['http://localhost', 'http://localhost:3000', 'https://127.0.0.1:5173', 'http://[::1]:80']) {
      expect([await check(session('test'), origin), await check(session('live'), origin)]).toEqual([
        'admitted',
        'origin_not_allowed',
      ]);
    }
    for (const origin of [
      'http://localhost.evil.example',
      'http://evil-localhost',
      'http://127.0.0.1.nip.example',
      'http://localhost:3000@evil.example',
      'file://localhost',
    ])
      expect(await check(session('test'), origin)).toBe('origin_not_allowed');
  });

  it('keep a session to the pages it was minted for', async () => {
    const minted = session('live', ['https://a.agency.example']);
    expect([await check(minted, 'https://a.agency.example'), await check(minted, 'https://b.agency.example')]).toEqual([
      'admitted',
      'origin_not_allowed',
    ]);
    expect(await check(session('live', ['https://evil.example']), 'https://evil.example')).toBe('origin_not_allowed');
  });

  it('refuse a secret key from any page, and say that it is no longer secret', async () => {
    for (const origin of ['https://portal.example', 'http://localhost:3000', 'null'])
      expect(await check(key, origin)).toBe('secret_key_in_browser');
    expect(await check(key)).toBe('admitted');
  });

  it('name the page and the setting', async () => {
    await expect(checkOrigin(session('live'), 'http://localhost:3000', own, gatekeeper)).rejects.toThrow(
      /http:\/\/localhost:3000.*PATCH \/v1\/tenant.*test key/,
    );
    await expect(checkOrigin(session('live', []), 'https://portal.example', own, gatekeeper)).rejects.toThrow(
      '`origins` of the session',
    );
  });
});
