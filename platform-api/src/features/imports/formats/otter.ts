import type { ParsedCall } from './parsed-call.ts';
import { namedParticipants } from './participants.ts';
import type { SourceFile } from './source-file.ts';
import { readSpokenLines } from './spoken-lines.ts';
import { trailingStamp } from './time-stamps.ts';
import type { TextFormat } from './transcript-format.ts';

const FOOTER = /^\s*Transcribed by https?:\/\/otter\.ai\/?\s*$/i;

/** A head of Otter: a name, two spaces, the time, and words right below it. */
function isHead(lines: readonly string[], at: number): boolean {
  const line = (lines[at] ?? '').trimEnd();
  return (
    (line.includes('  ') || /^\d/.test(line)) &&
    trailingStamp(line, true) !== null &&
    (lines[at + 1] ?? '').trim() !== ''
  );
}

const startsBlock = (lines: readonly string[], at: number): boolean =>
  (lines[at] ?? '').trim() !== '' && (lines[at - 1] ?? '').trim() === '';

function hasOtterHeads({ lines }: SourceFile): boolean {
  const starts = lines.flatMap((_line, at) => (startsBlock(lines, at) ? [at] : []));
  const heads = starts.filter((at) => isHead(lines, at) && !/^\d/.test(lines[at] ?? ''));
  return heads.length > 0 && heads.length >= starts.length * 0.5;
}

/** Otter's text export: `Name  0:05` above what was said; the name may be absent or `Unknown Speaker`. */
export const otter: TextFormat = {
  name: 'otter',
  recognises: (file) => file.lines.slice(-20).some((line) => FOOTER.test(line)) || hasOtterHeads(file),
  read({ lines }): ParsedCall[] {
    const segments = readSpokenLines(
      'otter',
      lines.map((line) => (FOOTER.test(line) ? '' : line)),
    );
    return [{ format: 'otter', source: 'otter', participants: namedParticipants(segments), segments }];
  },
};
