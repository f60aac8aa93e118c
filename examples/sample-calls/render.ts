import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { factsJson, factsMarkdown } from './render/facts.ts';
import { formats } from './render/formats.ts';
import { manifest } from './render/manifest.ts';
import { parseSource } from './render/source.ts';
import { timeTurns } from './render/timing.ts';
import type { RenderedCall } from './render/types.ts';

/**
 * Writes every sample call in the file format its source names, with `manifest.json` and the labels.
 * Run from the root: `npx tsx examples/sample-calls/render.ts`. Same sources, same bytes.
 */
const root = dirname(fileURLToPath(import.meta.url));
const sources = join(root, 'source');

function renderCall(tenant: string, sourceFile: string): RenderedCall {
  const name = basename(sourceFile, '.txt');
  const source = parseSource(readFileSync(join(sources, tenant, sourceFile), 'utf8'), `${tenant}/${sourceFile}`);
  const format = formats[source.format];
  return { ...source, ...timeTurns(source), tenant, name, file: `${tenant}/${name}${format.extension}` };
}

const calls = readdirSync(sources)
  .sort()
  .flatMap((tenant) =>
    readdirSync(join(sources, tenant))
      .filter((file) => file.endsWith('.txt'))
      .sort()
      .map((file) => renderCall(tenant, file)),
  )
  .sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));

for (const tenant of new Set(calls.map((call) => call.tenant))) {
  rmSync(join(root, tenant), { recursive: true, force: true });
  mkdirSync(join(root, tenant));
}
for (const call of calls) writeFileSync(join(root, call.file), formats[call.format].render(call));

writeFileSync(join(root, 'manifest.json'), `${JSON.stringify(manifest(calls), null, 2)}\n`);
writeFileSync(join(root, 'facts.json'), `${JSON.stringify(factsJson(calls), null, 1)}\n`);
writeFileSync(join(root, 'FACTS.md'), factsMarkdown(calls));
process.stdout.write(`${calls.length} calls, ${calls.reduce((sum, call) => sum + call.words, 0)} words\n`);
