import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { joinTurns, parseTranscript } from '../../features/imports/formats/index.ts';
import type { Turn } from '../../features/transcripts/turn.ts';

/** What the author of a sample call heard in one of its turns. */
export type SampleLabel = { turn: number } & (
  | { type: 'objection'; kind: string; reaction: string; reply: string }
  | { type: 'profits'; element: string; statement: string; quote: string }
  | { type: 'action'; owner: string; what: string; due: string }
);

export interface SampleCall {
  file: string;
  tenant: string;
  startedAt: Date;
  outcome: string;
  /**
   * Errors in `tuning` calls were read while the rules were written, those in `held_out` calls were not; their totals were
   * printed beside, so they are a little better than a stranger's calls would be.
   */
  part: 'tuning' | 'held_out';
  turns: Turn[];
  labels: SampleLabel[];
}

interface Manifest {
  tenants: Record<string, { calls: { file: string; startedAt: string; participants: Participant[] }[] }>;
}

interface Participant {
  name: string;
  side: Turn['side'];
}

const folder = new URL('../../../../examples/sample-calls/', import.meta.url);
const read = (path: string): Buffer => readFileSync(new URL(path, folder));
const readJson = (path: string): unknown => JSON.parse(read(path).toString('utf8'));

/** The calls of `examples/sample-calls` as an import reads them, with their author's labels. */
export function sampleCalls(): SampleCall[] {
  const facts = readJson('facts.json') as { file: string; outcome: string; labels: SampleLabel[] }[];
  const { tenants } = readJson('manifest.json') as Manifest;
  return Object.entries(tenants).flatMap(([tenant, { calls }]) =>
    calls.flatMap(({ file, startedAt, participants }): SampleCall[] => {
      const fact = facts.find((one) => one.file === file);
      if (!fact) return [];
      const { outcome, labels } = fact;
      return [
        {
          file,
          tenant,
          startedAt: new Date(startedAt),
          outcome,
          labels,
          part: partOf(file),
          turns: turnsOf(file, participants),
        },
      ];
    }),
  );
}

/** Their labels had been read before the halves were drawn, so they can hold nothing out. */
const readBefore = [
  'cobalt-packaging-first-call',
  'lakeshore-dental-discovery',
  'norvane-first-demo',
  'merrow-hotels-discovery',
];

/** Half of the calls by a hash of the name, so that nobody chose which. */
function partOf(file: string): SampleCall['part'] {
  if (readBefore.some((name) => file.includes(name))) return 'tuning';
  const [first = 0] = createHash('sha256').update(file).digest();
  return first % 2 === 0 ? 'tuning' : 'held_out';
}

function turnsOf(file: string, participants: readonly Participant[]): Turn[] {
  const [call] = parseTranscript({ name: file.split('/').pop() ?? file, bytes: read(file) });
  return joinTurns(call?.segments ?? []).map(({ speaker, text, startMs, endMs }, index) => ({
    index,
    speakerId: speaker ?? '',
    speaker: speaker ?? '',
    side: participants.find(({ name }) => name === speaker)?.side ?? 'unknown',
    text,
    startMs,
    endMs,
  }));
}
