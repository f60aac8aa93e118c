import { CallVault } from '@callvault/sdk';
import { afterAll, expect, inject, it } from 'vitest';
import { close, Visitor } from './visitor.ts';

afterAll(close);

it('accepts an item, and keeps that over a reload', async () => {
  const vault = new CallVault({ baseUrl: inject('api'), secretKey: inject('keys').northbeam.secretKey });
  const accepted = async () => (await vault.profits.list({ status: 'accepted' })).total;
  const before = await accepted();
  const visitor = await Visitor.signIn(inject('partner'), 'ines');
  const page = await visitor.open('/profits');
  const browser = page.locator('cv-profits-browser');
  await browser
    .getByRole('button', { name: /^Accept/ })
    .first()
    .waitFor();
  await visitor.look('profits');
  await browser
    .getByRole('button', { name: /^Accept/ })
    .first()
    .click();
  await expect.poll(accepted).toBe(before + 1);
  await page.reload();
  await browser
    .getByText(/\d+ to review/)
    .first()
    .waitFor();
  expect(await accepted()).toBe(before + 1);
  await visitor.leave();
});
