// What a page pays, in kB of gzip: each entry with everything it imports. Fails where a budget is passed.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { init, parse } from 'es-module-lexer';

await init;

/** The file and all that it imports; on demand too where `deep`. */
function reach(paths, deep, found = new Set()) {
  for (const path of paths) {
    if (found.has(path)) continue;
    found.add(path);
    const [imports] = parse(readFileSync(path, 'utf8'));
    const next = imports
      .filter(({ specifier, type }) => specifier?.startsWith('.') && (type === 'static' || deep))
      .map(({ specifier }) => join(dirname(path), specifier));
    reach(next, deep, found);
  }
  return found;
}

const weigh = (paths) =>
  [...paths].reduce((sum, path) => sum + gzipSync(readFileSync(path), { level: 9 }).length, 0) / 1000;
const entry = (name) => `widgets/dist/${name}/define.js`;
const widgets = ['call-library', 'call-detail', 'search', 'chat', 'profits-browser', 'rebuttal-library'];
const runtime = reach([entry('app'), entry('call-library'), 'widgets/dist/autoload.js'], false);
const without = (paths, known) => new Set([...paths].filter((path) => !known.has(path)));

const rows = [
  ['loader', weigh(reach(['sdk/dist/loader.js'], false)), 3],
  ['SDK', weigh(reach(['sdk/dist/index.js'], false)), 10],
  ['first widget with the runtime (cv-app, cv-call-library)', weigh(runtime), 40],
  ...widgets.slice(1).map((name) => [`cv-${name}, further`, weigh(without(reach([entry(name)], false), runtime)), 18]),
  ['all seven on one page, before anybody clicks', weigh(reach(['app', ...widgets].map(entry), false)), 120],
];

let isOver = false;
for (const [name, size, budget] of rows) {
  const fits = size <= budget;
  isOver ||= !fits;
  console.log(`${fits ? 'ok  ' : 'OVER'} ${name.padEnd(60)} ${size.toFixed(1).padStart(6)} of ${budget} kB`);
}
console.log(
  `     with every part they load on demand: ${weigh(reach(['app', ...widgets].map(entry), true)).toFixed(1)} kB`,
);
process.exitCode = isOver ? 1 : 0;
