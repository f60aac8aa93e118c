import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CallVault } from '@callvault/sdk';
import { afterAll, expect, inject, it } from 'vitest';
import type { Page } from 'playwright-core';
import { close, Visitor } from './visitor.ts';

afterAll(close);

interface Dropped {
  name: string;
  text: string;
}

/** As if a person dragged the files onto the widget. */
async function drop(page: Page, files: Dropped[]): Promise<void> {
  const transfer = await page.evaluateHandle((dropped) => {
    const data = new DataTransfer();
    for (const { name, text } of dropped) data.items.add(new File([text], name, { type: 'text/plain' }));
    return data;
  }, files);
  for (const type of ['dragenter', 'dragover', 'drop'])
    await page.locator('cv-call-library').dispatchEvent(type, { dataTransfer: transfer });
}

const own: Dropped[] = [
  {
    name: 'harbour.vtt',
    text: 'WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\nOla Nilsen: We moor at the harbour at nine.\n\n2\n00:00:04.000 --> 00:00:08.000\nPia Holm: Then the crane has to be free by eight.\n',
  },
  {
    name: 'harbour.srt',
    text: '1\n00:00:01,000 --> 00:00:04,000\nOla Nilsen: The second berth costs more than we planned.\n\n2\n00:00:04,000 --> 00:00:08,000\nPia Holm: That is a lot for one crane.\n',
  },
  { name: 'broken.srt', text: '1\n00:00:01,000 --> later\nNobody will read this.\n' },
];

it('takes transcripts dropped on the page, each format, and names what is wrong with a bad one', async () => {
  const visitor = await Visitor.signIn(inject('partner'), 'ines');
  const page = await visitor.open('/calls');
  const library = page.locator('cv-call-library');
  await library.getByText(/calls/).first().waitFor();
  await drop(page, own);
  await library
    .getByText(/Line 2/)
    .first()
    .waitFor();
  await visitor.look('import');
  const vault = new CallVault({ baseUrl: inject('api'), secretKey: inject('keys').northbeam.secretKey });
  await expect.poll(async () => (await vault.calls.list({ q: 'Ola Nilsen' })).total, { timeout: 20_000 }).toBe(2);
  await drop(page, own.slice(0, 1));
  await expect
    .poll(async () => (await vault.imports.list({ limit: 1 })).items[0].files[0].status, { timeout: 20_000 })
    .toBe('duplicate');
  expect((await vault.calls.list({ q: 'Ola Nilsen' })).total).toBe(2);
  await visitor.leave();
});

const shared = '../shared/data/captions';
it.skipIf(!existsSync(shared))(
  'takes the real exports of ../shared: Zoom, Teams, Fathom (skipped where that folder is absent)',
  async () => {
    const read = (path: string): Dropped => ({
      name: path.split('/').pop() ?? path,
      text: readFileSync(join(shared, path), 'utf8'),
    });
    const visitor = await Visitor.signIn(inject('partner'), 'ines');
    const page = await visitor.open('/calls');
    const library = page.locator('cv-call-library');
    await library.getByText(/calls/).first().waitFor();
    const real = `real_zoom/${readdirSync(join(shared, 'real_zoom')).find((name) => name.endsWith('.vtt'))}`;
    await drop(page, ['zoom.transcript.vtt', 'teams.vtt', 'fathom_meetings.json', real].map(read));
    const vault = new CallVault({ baseUrl: inject('api'), secretKey: inject('keys').northbeam.secretKey });
    const newest = async () => (await vault.imports.list({ limit: 1 })).items[0];
    await expect
      .poll(async () => [(await newest()).files.length, (await newest()).status], { timeout: 30_000 })
      .toEqual([4, 'done']);
    const { files } = await newest();
    expect(files.map(({ name, status }) => [name, status === 'failed'])).toEqual(
      files.map(({ name }) => [name, false]),
    );
    // The same call from Zoom and Teams is one.
    expect(files[1].callIds).toEqual(files[0].callIds);
    await visitor.leave();
  },
);
