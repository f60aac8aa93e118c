import { playwrightLauncher } from '@web/test-runner-playwright';
import { browserModules } from './scripts/browser-modules.mjs';
import { browserArgs, browserEnv, browserPath } from './scripts/browser.mjs';

const executablePath = await browserPath();

/** The policy of a strict host page. WTR's own start script is inline, hence that one exception. */
const policy = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self' ws:",
].join('; ');

export default {
  files: 'widgets/src/**/*.test.ts',
  ...browserModules,
  concurrentBrowsers: 1,
  concurrency: 2,
  testsFinishTimeout: 120_000,
  browsers: [
    playwrightLauncher({
      product: 'chromium',
      launchOptions: { executablePath, args: browserArgs, env: browserEnv },
      createBrowserContext: ({ browser }) =>
        browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' }),
    }),
  ],
  testFramework: { config: { timeout: 10_000 } },
  testRunnerHtml: (testFramework) => `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8" />
    <title>Widgets under test</title>
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
  </head>
  <body>
    <script type="module" src="${testFramework}"></script>
  </body>
</html>`,
};
