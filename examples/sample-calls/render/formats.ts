import { callvaultJson } from './callvault-json.ts';
import { fathomJson } from './fathom-json.ts';
import { firefliesJson } from './fireflies-json.ts';
import { meetText, otterText, plainText, srt, teamsVtt, zoomVtt } from './text-formats.ts';
import type { FormatName, RenderedCall } from './types.ts';

export interface Format {
  extension: string;
  render: (call: RenderedCall) => string;
}

export const formats = {
  zoom: { extension: '.transcript.vtt', render: zoomVtt },
  teams: { extension: '.teams.vtt', render: teamsVtt },
  meet: { extension: '.meet.txt', render: meetText },
  fathom: { extension: '.fathom.json', render: fathomJson },
  fireflies: { extension: '.fireflies.json', render: firefliesJson },
  otter: { extension: '.otter.txt', render: otterText },
  srt: { extension: '.srt', render: srt },
  plain: { extension: '.txt', render: plainText },
  callvault: { extension: '.json', render: callvaultJson },
} satisfies Record<FormatName, Format>;
