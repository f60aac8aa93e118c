import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { joinTurns, ParseProblem, parseTranscript } from '../../platform-api/src/features/imports/formats/index.ts';

const toSeconds = (ms: number | null): number | null => (ms === null ? null : ms / 1000);

function predictFile(name: string, bytes: Uint8Array): object {
  try {
    const segments = parseTranscript({ name, bytes }).flatMap((call) => call.segments);
    const turns = joinTurns(segments).map(({ speaker, text, startMs, endMs }) => ({
      speaker,
      text,
      start: toSeconds(startMs),
      end: toSeconds(endMs),
    }));
    return { file: name, turns };
  } catch (error) {
    if (error instanceof ParseProblem) return { file: name, error: error.message };
    throw error;
  }
}

/** Reads every file of a folder as an import would and writes one line each: its turns, or why it was refused. */
export async function predictCaptions(input: string, write: (row: object) => void): Promise<void> {
  const entries = await readdir(input, { withFileTypes: true });
  for (const name of entries
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort()) {
    write(predictFile(name, await readFile(join(input, name))));
  }
}
