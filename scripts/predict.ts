// `npm run -s predict -- <task> --in PATH --out FILE.jsonl`: what the product says about labelled data, one JSON object a line.
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';

type Write = (row: object) => void;
type Predict = (input: string, write: Write) => Promise<void> | void;

const tasks: Record<string, () => Promise<Predict>> = {
  captions: async () => (await import('./predict/captions.ts')).predictCaptions,
  objections: async () => (await import('./predict/objections.ts')).predictObjections,
  retrieval: async () => (await import('./predict/retrieval.ts')).predictRetrieval,
};
/** Tasks of the scorer that features to come will answer. */
const later = ['pii', 'pii_spoken', 'dedup', 'sentiment'];

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { in: { type: 'string' }, out: { type: 'string' } },
});
const [task = ''] = positionals;
if (later.includes(task)) {
  console.error(`${task}: not built yet.`);
  process.exit(3);
}
if (!tasks[task] || !values.in || !values.out) {
  console.error(`usage: npm run -s predict -- <${Object.keys(tasks).join('|')}> --in PATH --out FILE.jsonl`);
  process.exit(2);
}
const predict = await tasks[task]();
const file = createWriteStream(values.out);
await predict(values.in, (row) => file.write(`${JSON.stringify(row)}\n`));
await finished(file.end());
