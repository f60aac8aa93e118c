import { afterAll, expect, inject, it } from 'vitest';
import { close, Visitor } from './visitor.ts';

afterAll(close);

it('finds a passage and opens it at the moment', async () => {
  const visitor = await Visitor.signIn(inject('partner'), 'tess');
  const page = await visitor.open('/search');
  const search = page.locator('cv-search');
  await search.getByRole('combobox').or(search.getByRole('searchbox')).first().fill('detention charges');
  const hit = search.getByRole('option').filter({ hasText: 'We book detention under freight' }).first();
  await hit.waitFor();
  await visitor.look('search');
  await hit.click();
  await page.waitForURL(/call=call_/);
  const detail = page.locator('cv-call-detail');
  await detail.getByText('We book detention under freight').first().waitFor();
  expect(page.url()).toMatch(/[?&]t=\d+/);
  await visitor.leave();
});
