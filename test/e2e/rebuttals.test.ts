import { afterAll, expect, inject, it } from 'vitest';
import { close, Visitor } from './visitor.ts';

afterAll(close);

it('finds a reply to an objection typed in', async () => {
  const visitor = await Visitor.signIn(inject('partner'), 'ines');
  const page = await visitor.open('/');
  const widget = page.locator('cv-rebuttal-library');
  await widget
    .getByText(/of \d+ worked/)
    .first()
    .waitFor();
  const field = widget.getByRole('textbox').or(widget.getByRole('searchbox')).first();
  await field.fill('We just do not have the budget for that this year');
  await widget.getByText('Price', { exact: true }).first().waitFor();
  await expect.poll(() => widget.getByText(/replies after \d+ objections/).count()).toBeGreaterThan(0);
  await visitor.look('rebuttals');
  await visitor.leave();
});
