/**
 * Shows the stories of the widgets, and takes their pictures:
 *   node scripts/stories.mjs                                        serves them
 *   node scripts/stories.mjs shoot <story[?query]> <folder> [1440x900 ...]  one picture per size and scheme
 */
import { mkdirSync } from 'node:fs';
import { startDevServer } from '@web/dev-server';
import { chromium } from 'playwright-core';
import { browserModules } from './browser-modules.mjs';
import { browserArgs, browserEnv, browserPath } from './browser.mjs';

const [command = 'serve', storyAndQuery = '', folder = '', ...sizes] = process.argv.slice(2);
const [story, extra = ''] = storyAndQuery.split('?');

const server = await startDevServer({
  readCliArgs: false,
  readFileConfig: false,
  logStartMessage: false,
  autoExitProcess: false,
  config: {
    ...browserModules,
    port: Number(process.env.PORT ?? 0) || undefined,
  },
});
const { port } = server.server.address();
const urlOf = (name, scheme) => `http://localhost:${port}/widgets/stories/${name}.html?scheme=${scheme}&${extra}`;

if (command === 'serve') console.log(urlOf('call-library', 'light'));
else
  await shoot().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });

async function shoot() {
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: await browserPath(), args: browserArgs, env: browserEnv });
  try {
    for (const size of sizes.length > 0 ? sizes : ['1440x900', '390x844'])
      for (const scheme of ['light', 'dark']) await picture(browser, size, scheme);
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function picture(browser, size, scheme) {
  const [width, height] = size.split('x').map(Number);
  const page = await browser.newPage({ viewport: { width, height }, locale: 'en-GB', timezoneId: 'UTC' });
  await page.clock.setFixedTime('2026-11-23T16:00:00Z');
  page.on('console', (message) => message.type() === 'error' && console.error(`${story}: ${message.text()}`));
  page.on('pageerror', (error) => console.error(`${story}: ${error.message}`));
  await page.goto(urlOf(story, scheme));
  await page.waitForSelector('html[data-ready="true"]', { state: 'attached', timeout: 15_000 });
  await page.waitForTimeout(300);
  await page.screenshot({ path: `${folder}/${story}-${scheme}-${width}.png` });
  await page.close();
}
