// `npm run bench`: figures with the peer beside us in the same run. Timing never decides a test; look at the ratios.
import { existsSync } from 'node:fs';
import { benchRetrieval } from './bench/retrieval.ts';

const shared = process.argv[2] ?? '../shared';
if (!existsSync(`${shared}/bench`)) {
  console.error(`The peers are read from ${shared}/bench, which is not there. Give the folder: npm run bench -- PATH`);
  process.exit(2);
}
console.log(JSON.stringify(await benchRetrieval(shared), null, 2));
