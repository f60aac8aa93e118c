import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { browserArgs, browserEnv, browserPath } from '../../scripts/browser.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const shots = 'test-results/screenshots';

let browser: Promise<Browser> | undefined;
export const launch = () =>
  (browser ??= browserPath().then((executablePath) =>
    chromium.launch({ executablePath, args: browserArgs, env: browserEnv }),
  ));
export const close = async () => (await browser)?.close();

interface AxeResult {
  violations: { id: string; help: string; nodes: { target: unknown[] }[] }[];
}

/** Somebody on a partner's page. Whatever goes wrong in the browser meanwhile is remembered, and `leave` fails on it. */
export class Visitor {
  readonly problems: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly site: string,
  ) {
    page.on('console', (message) => {
      if (message.type() === 'error') this.problems.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.problems.push(`error: ${error.message}`));
  }

  static async signIn(site: string, user: string, options: BrowserContextOptions = {}): Promise<Visitor> {
    const context = await (
      await launch()
    ).newContext({
      viewport: { width: 1440, height: 1000 },
      locale: 'en-GB',
      timezoneId: 'America/New_York',
      ...options,
    });
    const page = await context.newPage();
    const visitor = new Visitor(page, site);
    await page.exposeFunction('reportPolicyViolation', (text: string) => visitor.problems.push(`policy: ${text}`));
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        const { reportPolicyViolation } = window as unknown as { reportPolicyViolation(text: string): void };
        reportPolicyViolation(`${violatedDirective} ${blockedURI}`);
      });
    });
    await page.goto(`${site}/sign-in`);
    await page.locator(`button[value="${user}"]`).click();
    return visitor;
  }

  async open(path: string): Promise<Page> {
    await this.page.goto(`${this.site}${path}`);
    return this.page;
  }

  /** A picture for people to look at, and the accessibility findings of what it shows. */
  async look(name: string): Promise<void> {
    mkdirSync(shots, { recursive: true });
    await this.page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
    await this.page.evaluate(axe);
    const { violations } = await this.page.evaluate<AxeResult>(
      "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })",
    );
    for (const { id, help, nodes } of violations)
      this.problems.push(`axe: ${id}, ${help} at ${JSON.stringify(nodes.map(({ target }) => target))}`);
  }

  /** Throws what went wrong since the sign-in. */
  async leave(): Promise<void> {
    await this.page.context().close();
    if (this.problems.length > 0) throw new Error(`The browser complained:\n${[...new Set(this.problems)].join('\n')}`);
  }
}
