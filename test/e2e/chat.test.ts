import { afterAll, expect, inject, it } from 'vitest';
import { close, Visitor } from './visitor.ts';

afterAll(close);

it('names the top three objections of the fourth quarter, from every call', async () => {
  const visitor = await Visitor.signIn(inject('partner'), 'ines');
  const page = await visitor.open('/');
  const chat = page.locator('cv-chat');
  const field = chat.getByRole('textbox').or(chat.getByRole('combobox')).first();
  await field.fill('What are the top 3 objections across all my Q4 sales calls?');
  await field.press('Enter');
  const words = () =>
    page.evaluate(() => {
      const found: string[] = [];
      const walk = (root: ParentNode) => {
        for (const element of root.querySelectorAll('*')) {
          if (element.matches('li, p, h3, strong, .res, summary')) found.push(element.textContent ?? '');
          if (element.shadowRoot) walk(element.shadowRoot);
        }
      };
      const root = document.querySelector('cv-chat')?.shadowRoot;
      if (root) walk(root);
      return found.join('\n').toLowerCase();
    });
  await expect.poll(words, { timeout: 30_000 }).toMatch(/\d+ of \d+ calls/);
  await expect.poll(words, { timeout: 30_000 }).toContain('trust');
  const answer = await words();
  const [, read, total] = /(\d+) of (\d+) calls/.exec(answer) ?? [];
  expect([read, Number(total) > 10]).toEqual([total, true]);
  const places = ['price', 'timing', 'trust'].map((kind) => answer.indexOf(kind));
  expect(places.every((place) => place >= 0)).toBe(true);
  expect([...places].sort((a, b) => a - b)).toEqual(places);
  await visitor.look('chat');
  await visitor.leave();
});

it('says so where the calls hold no answer', async () => {
  const visitor = await Visitor.signIn(inject('partner'), 'ines');
  const page = await visitor.open('/');
  const chat = page.locator('cv-chat');
  const field = chat.getByRole('textbox').or(chat.getByRole('combobox')).first();
  await field.fill('Which volcano erupted during the onboarding of the submarine crew?');
  await field.press('Enter');
  await chat
    .getByText(/not in these calls/i)
    .first()
    .waitFor();
  await visitor.leave();
});
