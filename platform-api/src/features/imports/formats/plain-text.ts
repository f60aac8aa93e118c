import { factsFromName } from './name-facts.ts';
import type { ParsedCall } from './parsed-call.ts';
import { namedParticipants } from './participants.ts';
import { readSpokenLines } from './spoken-lines.ts';
import type { TextFormat } from './transcript-format.ts';

/** `[time] Name: text` and its relatives: the last to be asked, and the only one that takes hand-written files. */
export const plainText: TextFormat = {
  name: 'plain_text',
  recognises: ({ lines }) => readSpokenLines('plain_text', lines).length > 0,
  read(file): ParsedCall[] {
    const segments = readSpokenLines('plain_text', file.lines);
    return [
      {
        format: 'plain_text',
        source: 'file',
        ...factsFromName(file.name),
        participants: namedParticipants(segments),
        segments,
      },
    ];
  },
};
