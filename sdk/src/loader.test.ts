import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCallVault } from './loader.ts';

class FakeElement {
  [name: string]: unknown;
  readonly children: FakeElement[] = [];
  isRemoved = false;
  constructor(readonly tag: string) {}
  append(child: FakeElement) {
    this.children.push(child);
  }
  remove() {
    this.isRemoved = true;
  }
}

const script = (code: string) => `data:text/javascript,${encodeURIComponent(code)}//`;
const options = { publishableKey: 'pk_test_x', fetchSession: () => Promise.resolve('token') };

beforeEach(() => vi.stubGlobal('document', { createElement: (tag: string) => new FakeElement(tag) }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the loader', () => {
  it('does nothing when it is imported on a server', async () => {
    const file = JSON.stringify(fileURLToPath(new URL('./loader.ts', import.meta.url)));
    const code = `
      const before = Object.keys(globalThis).join();
      globalThis.fetch = () => { throw new Error('it fetched'); };
      await import(${file});
      if (Object.keys(globalThis).join() !== before) throw new Error('it left something behind');
      console.log('quiet', process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length);`;
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--import',
      'tsx',
      '--input-type=module',
      '-e',
      code,
    ]);
    expect(stdout.trim()).toBe('quiet 0');
  });

  it('makes widgets before their code has arrived, and says when it has', async () => {
    const vault = createCallVault({ ...options, baseUrl: script('export {}'), locale: 'de' });
    const app = vault.create('cv-call-library', { view: 'list' }) as unknown as FakeElement;
    expect([app.tag, app.publishableKey, app.locale, app.children[0].tag, app.children[0].view]).toEqual([
      'cv-app',
      'pk_test_x',
      'de',
      'cv-call-library',
      'list',
    ]);
    await new Promise((resolve) => vault.on('ready', resolve));
    vault.update({ locale: 'fr' });
    expect([app.locale, (vault.create('cv-chat') as unknown as FakeElement).locale]).toEqual(['fr', 'fr']);
    vault.destroy();
    expect(app.isRemoved).toBe(true);
  });

  it('tells when the code could not be loaded, to those who ask later too', async () => {
    const vault = createCallVault({ ...options, baseUrl: script('throw new Error("blocked")') });
    const detail = await new Promise((resolve) => vault.on('error', resolve));
    expect(detail).toMatchObject({ code: 'load_failed' });
    expect(await new Promise((resolve) => vault.on('error', resolve))).toBe(detail);
    const heard = vi.fn();
    vault.on('error', heard)();
    await Promise.resolve();
    expect(heard).toHaveBeenCalledTimes(0);
  });

  it('turns waiting for ever into an error', async () => {
    vi.useFakeTimers();
    const vault = createCallVault({ ...options, baseUrl: script('await new Promise(() => {})') });
    const heard = vi.fn();
    vault.on('error', heard);
    await vi.advanceTimersByTimeAsync(20_001);
    expect(heard).toHaveBeenCalledWith(expect.objectContaining({ code: 'load_timeout' }));
  });

  it('asks for one token however many widgets start, and for a new one after a failure or a logout', async () => {
    const fetchSession = vi
      .fn<() => Promise<string>>()
      .mockRejectedValueOnce(new Error('down'))
      .mockResolvedValue('token');
    const vault = createCallVault({ ...options, fetchSession, baseUrl: script('export {}') });
    const app = vault.create('cv-chat') as unknown as { fetchSession: () => Promise<string>; logout: () => void };
    const logout = vi.fn();
    app.logout = logout;
    await expect(app.fetchSession()).rejects.toThrow('down');
    expect(await Promise.all([app.fetchSession(), app.fetchSession()])).toEqual(['token', 'token']);
    expect(fetchSession).toHaveBeenCalledTimes(2);
    vault.logout();
    await app.fetchSession();
    expect([fetchSession.mock.calls.length, logout.mock.calls.length]).toEqual([3, 1]);
    vault.destroy();
  });
});
