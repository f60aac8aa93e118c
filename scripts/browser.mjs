import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Where `@sparticuz/chromium` unpacks itself; it reads TMPDIR once, on import. */
const cache = fileURLToPath(new URL('../node_modules/.cache/chromium', import.meta.url));

/**
 * Flags for every browser we start. Never those of `@sparticuz/chromium`: they switch web security off, and a test that
 * passes without it proves nothing.
 */
export const browserArgs = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The environment to start it with: without a UTF-8 locale it garbles file names in uploads and downloads. */
export const browserEnv = { ...process.env, LANG: 'en_US.UTF-8' };

/** `CHROME_PATH`, else an installed Chrome or Chromium, else the one inside npm (Linux x64). */
export async function browserPath() {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names ${named}, and nothing is there.`);
    return named;
  }
  return installed.find((path) => existsSync(path)) ?? (await unpacked());
}

async function unpacked() {
  mkdirSync(cache, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = cache;
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    chromium.setGraphicsMode = false;
    const path = await chromium.executablePath();
    return path.startsWith('/') ? path : join(cache, path);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
