import { CallVault, type Evidence } from '@callvault/sdk';
import { afterAll, expect, inject, it } from 'vitest';
import { close, Visitor } from './visitor.ts';

afterAll(close);

it('opens a citation and highlights exactly its words', async () => {
  const vault = new CallVault({ baseUrl: inject('api'), secretKey: inject('keys').northbeam.secretKey });
  const { items } = await vault.search.query({ q: 'nobody sees the charges until quarter end', limit: 1 });
  const [{ evidence }] = items;
  const visitor = await Visitor.signIn(inject('partner'), 'ines');
  const page = await visitor.open('/calls');
  const detail = page.locator('cv-call-detail');
  await page.locator('cv-call-library').getByText(/calls/).first().waitFor();
  await page.evaluate((proof: Evidence) => {
    const element = document.querySelector('cv-call-detail') as
      (HTMLElement & { callId: string; evidence: Evidence }) | null;
    if (!element) throw new Error('The page has no cv-call-detail.');
    element.hidden = false;
    Object.assign(element, { callId: proof.callId, evidence: proof });
  }, evidence);
  await detail.getByText(evidence.text.slice(0, 30)).first().waitFor();
  // The marked pieces, joined as the transcript joins segments, are the words of the evidence and nothing else.
  const marked = () =>
    page.evaluate(() => {
      const found: string[] = [];
      const walk = (root: ParentNode) => {
        for (const element of root.querySelectorAll('*')) {
          if (element.matches('mark.on, mark.strong, mark[data-active], mark.active'))
            found.push(element.textContent ?? '');
          if (element.shadowRoot) walk(element.shadowRoot);
        }
      };
      walk(document);
      return found.join(' ').replace(/\s+/g, ' ').trim();
    });
  await expect.poll(marked, { timeout: 10_000 }).toBe(evidence.text.replace(/\s+/g, ' '));
  await visitor.look('evidence');
  await visitor.leave();
});
