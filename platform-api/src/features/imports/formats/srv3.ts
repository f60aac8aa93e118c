import { cueSegments } from './cue-segments.ts';
import { unreadableTime } from './cue-times.ts';
import { factsFromName } from './name-facts.ts';
import type { ParsedCall } from './parsed-call.ts';
import { namedParticipants } from './participants.ts';
import type { XmlFormat } from './transcript-format.ts';
import { fromWordCues } from './word-cues.ts';
import type { WordCue } from './word-cues.ts';
import { childElements, descendants, textContent } from './xml.ts';
import type { XmlElement } from './xml.ts';

function milliseconds(element: XmlElement, name: string): number | null {
  const text = element.attributes[name];
  if (text === undefined) return null;
  if (!/^\d{1,10}$/.test(text.trim()))
    throw unreadableTime('srv3', element.line, text, `milliseconds, as in ${name}="12500"`);
  return Number(text);
}

function readParagraph(element: XmlElement): WordCue {
  const startMs = milliseconds(element, 't');
  if (startMs === null) throw unreadableTime('srv3', element.line, 'missing', 'milliseconds, as in t="12500"');
  const confidences = childElements(element, 's').flatMap(({ attributes: { ac } }) =>
    /^\d{1,3}$/.test(ac ?? '') ? [Number(ac)] : [],
  );
  return { startMs, durationMs: milliseconds(element, 'd'), text: textContent(element), confidences };
}

/** YouTube's `<timedtext format="3">`: paragraphs of words, in milliseconds. Those that only append a line end hold no words. */
export const srv3: XmlFormat = {
  name: 'srv3',
  recognises: (root) => root.name === 'timedtext',
  read(root, file): ParsedCall[] {
    const segments = cueSegments(fromWordCues(descendants(root, 'p').map(readParagraph)));
    return [
      {
        format: 'srv3',
        source: 'youtube',
        ...factsFromName(file.name),
        participants: namedParticipants(segments),
        segments,
      },
    ];
  },
};
