import type { Formats } from '../core/formats.ts';
import type { TranscriptIndex } from './transcript-index.ts';

/** The transcript as plain text, for pasting elsewhere: time, name, words. */
export function transcriptText({ turns }: TranscriptIndex, formats: Formats): string {
  return turns
    .filter(({ text }) => text !== '')
    .map(({ startMs, speaker, text }) => {
      const time = startMs === null ? '' : `[${formats.timecode(startMs / 1000)}] `;
      return `${time}${speaker.name}\n${text}`;
    })
    .join('\n\n');
}
