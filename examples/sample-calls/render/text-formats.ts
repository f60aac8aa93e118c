import { createHash } from 'node:crypto';
import { callCues, stamp } from './cues.ts';
import { clock } from './timing.ts';
import type { RenderedCall } from './types.ts';

const meetHeadingMs = 300_000;

export function zoomVtt(call: RenderedCall): string {
  const blocks = callCues(call).map(
    (cue, index) =>
      `${index + 1}\n${stamp(cue.startMs)} --> ${stamp(cue.endMs)}\n${cue.turn.speaker.name}: ${cue.text}\n`,
  );
  return `WEBVTT\n\n${blocks.join('\n')}`;
}

export function teamsVtt(call: RenderedCall): string {
  const hash = createHash('sha256').update(call.name).digest('hex');
  const id = [hash.slice(0, 8), hash.slice(8, 12), `4${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`].join('-');
  const blocks = callCues(call).map((cue, index) => {
    const text = cue.text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
    return [
      `${id}-${hash.slice(20, 32)}/${index + 1}-0`,
      `${stamp(cue.startMs)} --> ${stamp(cue.endMs)}`,
      `<v ${cue.turn.speaker.name}>${text}</v>\n`,
    ].join('\n');
  });
  return `WEBVTT\n\n${blocks.join('\n')}`;
}

export function srt(call: RenderedCall): string {
  return callCues(call)
    .map(
      (cue, index) =>
        `${index + 1}\n${stamp(cue.startMs, ',')} --> ${stamp(cue.endMs, ',')}\n${cue.turn.speaker.name}: ${cue.text}\n`,
    )
    .join('\n');
}

export function otterText(call: RenderedCall): string {
  const blocks = call.turns.map((turn) => `${turn.speaker.name}  ${clock(turn.startMs)}  \n${turn.text}\n`);
  return `${blocks.join('\n')}\nTranscribed by https://otter.ai\n`;
}

export function plainText(call: RenderedCall): string {
  return call.turns.map((turn) => `[${stamp(turn.startMs, '')}] ${turn.speaker.name}: ${turn.text}\n`).join('');
}

/** Google Meet's document gives one time about every five minutes and none to the lines below it. */
export function meetText(call: RenderedCall): string {
  const date = call.startedAt.slice(0, 10).replaceAll('-', '/');
  const zone = call.startedAt.endsWith('-04:00') ? 'EDT' : 'EST';
  const lines = [
    `${call.title} - ${date} ${call.startedAt.slice(11, 16)} ${zone} - Transcript`,
    'Attendees',
    call.people.map((person) => person.name).join(', '),
    'Transcript',
  ];
  let nextHeading = 0;
  for (const turn of call.turns) {
    if (turn.startMs >= nextHeading) {
      lines.push('', nextHeading === 0 ? stamp(0, '') : stamp(turn.startMs, ''), ' ');
      nextHeading = (Math.floor(turn.startMs / meetHeadingMs) + 1) * meetHeadingMs;
    }
    lines.push(`${turn.speaker.name}: ${turn.text}`);
  }
  lines.push(
    '',
    `Transcription ended after ${stamp(call.durationMs, '')}`,
    '',
    'This editable transcript was computer generated and might contain errors. People can also change the text after it was created.',
  );
  return `${lines.join('\n')}\n`;
}
