import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import MiniSearch from 'minisearch';
import { embeddedSearchIndex } from '../../platform-api/src/adapters/embedded/search-index/index.ts';
import type { IndexedCall, TenantSearchIndex } from '../../platform-api/src/ports/search-index.ts';

interface Chunk {
  id: number;
  text: string;
}
interface KnownItem {
  knownItemSet(folder: string, size: number, asked: number): { chunks: Chunk[]; queries: Chunk[] };
}
interface NaiveScan {
  naiveScan(chunks: Chunk[]): (query: string) => { chunk: Chunk }[];
}
type Search = (text: string) => number[] | Promise<number[]>;

interface Timing {
  p50ms: number;
  p95ms: number;
  mrr10: number;
  /** Of questions of three words and more, as the known items have. */
  queries: number;
}

export interface RetrievalBench {
  chunks: number;
  indexSeconds: number;
  chunksPerSecond: number;
  callVault: Timing;
  miniSearch: Timing;
  naiveScan: Timing;
  p95ofScan: number;
  p95ofMiniSearch: number;
  twoHourCall: { turns: number; putMs: number; longestStallMs: number };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/**
 * Known items among many chunks: our search through its port beside MiniSearch and a naive scan, same process, same run.
 * `shared` is the folder with the frozen baselines and meetings.
 */
export async function benchRetrieval(shared: string, size = 100_000, asked = 300): Promise<RetrievalBench> {
  const load = async <T>(name: string): Promise<T> =>
    (await import(pathToFileURL(join(shared, 'bench', name)).href)) as T;
  const { knownItemSet } = await load<KnownItem>('known-item.mjs');
  const { naiveScan } = await load<NaiveScan>('baseline-scan.mjs');
  const meetings = join(shared, 'data/meetings/qmsum');
  const { chunks, queries } = knownItemSet(meetings, size, asked);

  const dataDir = await mkdtemp(join(tmpdir(), 'callvault-bench-'));
  const index = embeddedSearchIndex({ dataDir });
  try {
    const ctx = { tenantId: 'bench', actorId: 'system', role: 'owner', permissions: new Set<string>() } as const;
    const calls = index.in(ctx);
    const indexSeconds = await secondsOf(() => putAll(calls, chunks));
    const callVault = await timed(queries, async (text) =>
      (await calls.search({ text, limit: 10 })).map(({ callId }) => Number(callId)),
    );
    const mini = new MiniSearch<Chunk>({ fields: ['text'] });
    mini.addAll(chunks);
    const miniSearch = await timed(queries, (text) => mini.search(text).map(({ id }) => Number(id)));
    const scan = naiveScan(chunks);
    const scanned = await timed(queries, (text) => scan(text).map(({ chunk }) => chunk.id));
    return {
      chunks: size,
      indexSeconds: round(indexSeconds),
      chunksPerSecond: Math.round(size / indexSeconds),
      callVault,
      miniSearch,
      naiveScan: scanned,
      p95ofScan: round(callVault.p95ms / scanned.p95ms),
      p95ofMiniSearch: round(callVault.p95ms / miniSearch.p95ms),
      twoHourCall: await putTwoHours(calls, meetings),
    };
  } finally {
    await index.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function putAll(calls: TenantSearchIndex, chunks: readonly Chunk[]): Promise<void> {
  const atOnce = 500;
  for (let from = 0; from < chunks.length; from += atOnce) {
    await Promise.all(chunks.slice(from, from + atOnce).map(({ id, text }) => calls.put(aCall(String(id), [text]))));
  }
}

const aCall = (callId: string, texts: readonly string[]): IndexedCall => ({
  callId,
  title: '',
  summary: '',
  turns: texts.map((text, index) => ({ index, speaker: '', text })),
  facets: [],
});

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

/** The first tenth warms up caches and is not timed. */
async function timed(queries: readonly Chunk[], search: Search): Promise<Timing> {
  for (const { text } of queries.slice(0, Math.ceil(queries.length / 10))) await search(text);
  const times: number[] = [];
  let reciprocal = 0;
  for (const { id, text } of queries) {
    const started = performance.now();
    const found = await search(text);
    times.push(performance.now() - started);
    const at = found.slice(0, 10).indexOf(id);
    reciprocal += at < 0 ? 0 : 1 / (at + 1);
  }
  times.sort((a, b) => a - b);
  const quantile = (share: number) => round(times[Math.min(times.length - 1, Math.floor(times.length * share))]);
  return {
    p50ms: quantile(0.5),
    p95ms: quantile(0.95),
    mrr10: round(reciprocal / queries.length),
    queries: queries.length,
  };
}

/** Puts a call of about two hours and watches how long the event loop is held up meanwhile. */
async function putTwoHours(calls: TenantSearchIndex, folder: string): Promise<RetrievalBench['twoHourCall']> {
  const texts: string[] = [];
  for (const name of (await readdir(folder)).sort()) {
    const { turns } = JSON.parse(await readFile(join(folder, name), 'utf8')) as { turns: { text: string }[] };
    texts.push(...turns.map(({ text }) => text));
    if (texts.length >= 1_500) break;
  }
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const seconds = await secondsOf(() => calls.put(aCall('two hours', texts.slice(0, 1_500))));
  delay.disable();
  return { turns: 1_500, putMs: round(seconds * 1000), longestStallMs: round(delay.max / 1e6) };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [, , shared = '../shared', size = '100000'] = process.argv;
  console.log(JSON.stringify(await benchRetrieval(resolve(shared), Number(size)), null, 1));
}
