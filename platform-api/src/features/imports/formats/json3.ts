import { z } from 'zod';
import { cueSegments } from './cue-segments.ts';
import { firstOf, isObject, readAs } from './json.ts';
import { factsFromName } from './name-facts.ts';
import type { ParsedCall } from './parsed-call.ts';
import { namedParticipants } from './participants.ts';
import type { JsonFormat } from './transcript-format.ts';
import { fromWordCues } from './word-cues.ts';

const Milliseconds = z.number().min(0);

const Json3 = z.object({
  events: z.array(
    z.object({
      tStartMs: Milliseconds.default(0),
      dDurationMs: Milliseconds.optional(),
      segs: z.array(z.object({ utf8: z.string().default(''), acAsrConf: z.number().optional() })).default([]),
    }),
  ),
});

/** YouTube's `fmt=json3`. Events without words set up windows or append a line end. */
export const json3: JsonFormat = {
  name: 'json3',
  recognises(value) {
    if (!isObject(value) || !Array.isArray(value.events)) return false;
    const first = firstOf(value, 'events');
    return 'wireMagic' in value || (isObject(first) && 'tStartMs' in first);
  },
  read(value, file): ParsedCall[] {
    const { events } = readAs('json3', Json3, value);
    const wordCues = events.map(({ tStartMs, dDurationMs, segs }) => ({
      startMs: Math.round(tStartMs),
      durationMs: dDurationMs === undefined ? null : Math.round(dDurationMs),
      text: segs.map(({ utf8 }) => utf8).join(''),
      confidences: segs.flatMap(({ acAsrConf }) => acAsrConf ?? []),
    }));
    const segments = cueSegments(fromWordCues(wordCues));
    return [
      {
        format: 'json3',
        source: 'youtube',
        ...factsFromName(file.name),
        participants: namedParticipants(segments),
        segments,
      },
    ];
  },
};
