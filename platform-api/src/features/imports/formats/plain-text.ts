import { factsFromName } from './name-facts.ts';
import { ParseProblem } from './parse-problem.ts';
import type { ParsedCall } from './parsed-call.ts';
import { namedParticipants } from './participants.ts';
import { readSpokenLines } from './spoken-lines.ts';
import type { TextFormat } from './transcript-format.ts';

/** `[time] Name: text` and its relatives: the last to be asked, and the only one that takes hand-written files. */
export const plainText: TextFormat = {
  name: 'plain_text',
  recognises: () => true,
  read(file): ParsedCall[] {
    const segments = readSpokenLines('plain_text', file.lines);
    if (segments.length === 0) {
      const reason =
        'no line of this text has a time or a speaker. Write lines such as "[00:01:05] Name: words", or import captions.';
      throw new ParseProblem({ code: 'unknown_format', format: 'plain_text', reason });
    }
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
