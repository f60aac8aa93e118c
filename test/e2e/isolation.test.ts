import { afterAll, expect, inject, it } from 'vitest';
import { close, Visitor } from './visitor.ts';

afterAll(close);

it("shows one tenant's page nothing of the other", async () => {
  const visitor = await Visitor.signIn(inject('law'), 'eleanor');
  const page = await visitor.open('/calls');
  const library = page.locator('cv-call-library');
  await library
    .getByText(/4 calls/)
    .first()
    .waitFor();
  const text = await page.evaluate(() => document.querySelector('cv-call-library')?.shadowRoot?.textContent ?? '');
  for (const foreign of ['Alder', 'Kestrel', 'Northbeam', 'Cobalt', 'Maya'])
    expect([foreign, text.includes(foreign)]).toEqual([foreign, false]);
  await visitor.look('second-tenant');
  await visitor.leave();
});

it("refuses a session token of one tenant on the other tenant's page, naming the origin", async () => {
  const { secretKey } = inject('keys')['harbor-law'];
  const answer = await fetch(`${inject('api')}/v1/sessions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ user: { id: 'e', name: 'E', role: 'member' }, origins: [inject('law')] }),
  });
  const { token } = (await answer.json()) as { token: string };
  const refused = await fetch(`${inject('api')}/v1/calls`, {
    headers: { authorization: `Bearer ${token}`, origin: inject('partner') },
  });
  expect(refused.status).toBe(403);
  expect(await refused.text()).toContain(inject('partner'));
});
