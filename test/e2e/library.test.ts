import { afterAll, expect, inject, it } from 'vitest';
import { close, Visitor } from './visitor.ts';

afterAll(close);

it('shows the sample calls, and opens one', async () => {
  const visitor = await Visitor.signIn(inject('partner'), 'ines');
  const page = await visitor.open('/calls');
  const library = page.locator('cv-call-library');
  await library
    .getByText(/^\d+ calls/)
    .first()
    .waitFor();
  await library.getByText('Kestrel Freight').first().waitFor();
  await visitor.look('call-library');
  await library.getByText('Alder Foods: pricing review with finance').first().click();
  const detail = page.locator('cv-call-detail');
  await detail.getByRole('heading', { name: 'Alder Foods: pricing review with finance' }).waitFor();
  await detail.getByText('Karen Whitfield').first().waitFor();
  expect(page.url()).toContain('call=call_');
  await visitor.look('call-detail');
  await visitor.leave();
});

it.each([
  ['dark', { colorScheme: 'dark' as const, viewport: { width: 1440, height: 1000 } }],
  ['narrow', { viewport: { width: 390, height: 844 } }],
  ['narrowest', { viewport: { width: 320, height: 700 } }],
])('fits the screen, %s', async (name, options) => {
  const visitor = await Visitor.signIn(inject('partner'), 'maya', options);
  for (const path of ['/', '/calls', '/profits', '/search']) {
    const page = await visitor.open(path);
    await page.waitForLoadState('networkidle');
    const { scroll, width } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      width: innerWidth,
    }));
    expect([path, scroll <= width]).toEqual([path, true]);
    await visitor.look(`${name}${path.replace('/', '-')}`);
  }
  await visitor.leave();
});
