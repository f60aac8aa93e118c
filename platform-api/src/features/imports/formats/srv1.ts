import { cueLines } from './cue.ts';
import type { Cue } from './cue.ts';
import { cueSegments } from './cue-segments.ts';
import { unreadableTime } from './cue-times.ts';
import { factsFromName } from './name-facts.ts';
import type { ParsedCall } from './parsed-call.ts';
import { namedParticipants } from './participants.ts';
import type { XmlFormat } from './transcript-format.ts';
import { descendants, textContent } from './xml.ts';
import type { XmlElement } from './xml.ts';

/** A number of seconds (`start`) or of milliseconds (`t`, the srv2 spelling), in milliseconds. */
function timeOf(element: XmlElement, seconds: string, milliseconds: string): number | null {
  const { [seconds]: inSeconds, [milliseconds]: inMilliseconds } = element.attributes;
  const text = inSeconds ?? inMilliseconds;
  if (text === undefined) return null;
  if (!/^\d{1,9}(?:\.\d{1,9})?$/.test(text.trim()))
    throw unreadableTime('srv1', element.line, text, 'seconds, as in start="12.5"');
  return Math.round(Number(text) * (inSeconds === undefined ? 1 : 1000));
}

function readCue(element: XmlElement): Cue {
  const startMs = timeOf(element, 'start', 't');
  if (startMs === null) throw unreadableTime('srv1', element.line, 'missing', 'seconds, as in start="12.5"');
  const duration = timeOf(element, 'dur', 'd');
  // The text is escaped twice: once as XML, decoded by then, and once as HTML.
  return {
    startMs,
    endMs: duration === null ? null : startMs + duration,
    lines: cueLines(textContent(element).split('\n')),
  };
}

/** YouTube's older timed text: `<transcript><text start dur>`, and srv2, `<timedtext><text t d>`. */
export const srv1: XmlFormat = {
  name: 'srv1',
  recognises: (root) =>
    (root.name === 'transcript' || root.name === 'timedtext') && descendants(root, 'text').length > 0,
  read(root, file): ParsedCall[] {
    const segments = cueSegments(descendants(root, 'text').map(readCue));
    return [
      {
        format: 'srv1',
        source: 'youtube',
        ...factsFromName(file.name),
        participants: namedParticipants(segments),
        segments,
      },
    ];
  },
};
