import { assemblyAi } from './assemblyai.ts';
import { callVaultJson } from './callvault-json.ts';
import { refuseCompanionFiles } from './companion-files.ts';
import { decodeText } from './decode-text.ts';
import { fathom } from './fathom.ts';
import { fireflies } from './fireflies.ts';
import { gecko } from './gecko.ts';
import { googleMeetDocument } from './google-meet-document.ts';
import { googleMeetEntries } from './google-meet-entries.ts';
import { parseJson } from './json.ts';
import { json3 } from './json3.ts';
import { otter } from './otter.ts';
import { ParseProblem } from './parse-problem.ts';
import type { ParsedCall } from './parsed-call.ts';
import { plainText } from './plain-text.ts';
import { sbv } from './sbv.ts';
import { sourceFile } from './source-file.ts';
import type { SourceFile } from './source-file.ts';
import { srt } from './srt.ts';
import { srv1 } from './srv1.ts';
import { srv3 } from './srv3.ts';
import type { JsonFormat, TextFormat, XmlFormat } from './transcript-format.ts';
import { ttml } from './ttml.ts';
import { twilio } from './twilio.ts';
import { webVtt } from './webvtt.ts';
import { parseXml } from './xml.ts';

// Each table is asked in order: the more particular shape first, hand-written text last.
const JSON_FORMATS: readonly JsonFormat[] = [
  callVaultJson,
  json3,
  gecko,
  googleMeetEntries,
  fathom,
  fireflies,
  twilio,
  assemblyAi,
];
const XML_FORMATS: readonly XmlFormat[] = [srv1, srv3, ttml];
const TEXT_FORMATS: readonly TextFormat[] = [webVtt, sbv, srt, googleMeetDocument, otter, plainText];

/** Names of all parsers, for documentation and for messages. */
export const formatNames: readonly string[] = [...TEXT_FORMATS, ...XML_FORMATS, ...JSON_FORMATS].map(
  ({ name }) => name,
);

export interface TranscriptInput {
  /** File name; tells facts such as Zoom's start time, never the format. */
  name: string;
  bytes: Uint8Array;
}

export interface ParseLimits {
  bytes: number;
  /** Over all calls of the file. */
  segments: number;
}

export const defaultLimits: ParseLimits = { bytes: 20 * 1024 * 1024, segments: 200_000 };

const KNOWN =
  'WebVTT, SRT, SBV, TTML, YouTube captions, Google Meet, Fathom, Fireflies, Otter, Gecko or text such as "[00:01:05] Name: words"';

const unknown = (what: string): ParseProblem =>
  new ParseProblem({ code: 'unknown_format', format: 'unknown', reason: `${what} Import ${KNOWN}.` });

function readDetected(file: SourceFile): ParsedCall[] {
  const start = file.text.trimStart();
  if (/^(?:\{|\[\s*(?:[{\]"]|$))/.test(start)) {
    const value = parseJson(file);
    const format = JSON_FORMATS.find((candidate) => candidate.recognises(value));
    if (!format) throw unknown('This is JSON, but not of a transcript that is known here.');
    return format.read(value, file);
  }
  refuseCompanionFiles(file);
  if (/^<(?:[?!]|[a-z][\w:-]*[\s/>])/i.test(start)) {
    const root = parseXml(file);
    const format = XML_FORMATS.find((candidate) => candidate.recognises(root));
    if (!format) throw unknown(`This is XML with the root <${root.name.slice(0, 40)}>, not captions.`);
    return format.read(root, file);
  }
  const format = TEXT_FORMATS.find((candidate) => candidate.recognises(file)) ?? plainText;
  return format.read(file);
}

function checkWords(calls: readonly ParsedCall[], limits: ParseLimits): void {
  const segments = calls.reduce((total, call) => total + call.segments.length, 0);
  const format = calls[0]?.format ?? 'unknown';
  if (segments === 0) {
    const reason =
      'this file holds no words. If the transcript was not ready yet, export it again; otherwise choose another file.';
    throw new ParseProblem({ code: 'no_words', format, reason });
  }
  if (segments > limits.segments) {
    const reason = `this file holds ${segments} segments; ${limits.segments} is the most that is read. Split it and import the parts.`;
    throw new ParseProblem({ code: 'too_many_segments', format, reason });
  }
}

/**
 * Reads a transcript file of any known format, told from its content. Returns every call in it, or throws a
 * `ParseProblem`; nothing is ever half-read.
 */
export function parseTranscript(input: TranscriptInput, limits: ParseLimits = defaultLimits): ParsedCall[] {
  if (input.bytes.length > limits.bytes) {
    const reason = `this file has ${input.bytes.length} bytes; ${limits.bytes} is the most that is read. Split it, or upload a recording as one.`;
    throw new ParseProblem({ code: 'too_large', format: 'unknown', reason });
  }
  const file = sourceFile(input.name, decodeText(input.bytes));
  if (file.text.trim() === '') {
    throw new ParseProblem({
      code: 'empty_file',
      format: 'unknown',
      reason: 'this file is empty. Export the transcript again.',
    });
  }
  const calls = readDetected(file);
  checkWords(calls, limits);
  return calls;
}
