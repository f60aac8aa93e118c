import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check } from 'prettier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callvault-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (...args: string[]) =>
  new Promise<number>((resolve) => {
    const loader = import.meta.resolve('tsx');
    const child = execFile(process.execPath, ['--import', loader, join(root, 'scripts/new.ts'), ...args], {
      cwd: folder,
    });
    child.on('exit', (code) => resolve(code ?? -1));
  });
const written = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('npm run new', () => {
  it('refuses what is no name, and writes nothing', async () => {
    expect(
      await Promise.all([
        run(),
        run('feature'),
        run('feature', '../../etc'),
        run('gadget', 'scorecards'),
        run('widget', 'Score Card'),
      ]),
    ).toEqual([2, 2, 2, 2, 2]);
    expect(await written()).toEqual([]);
  });

  it('writes the files of a feature and of a widget, formatted, and never over what is there', async () => {
    expect([await run('feature', 'score-cards'), await run('widget', 'score-cards')]).toEqual([0, 0]);
    const files = await written();
    expect(files.length).toBe(10);
    for (const file of files)
      expect([
        file,
        await check(await readFile(file, 'utf8'), { parser: 'typescript', printWidth: 120, singleQuote: true }),
      ]).toEqual([file, true]);
    expect(await run('feature', 'score-cards')).toBe(1);
  });
});
