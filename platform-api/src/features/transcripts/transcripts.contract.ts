import { z } from 'zod';
import { contract } from '../../http/contract.ts';
import { Id } from '../../http/schemas.ts';

export const SpeakerRef = z.object({
  id: Id,
  name: z.string(),
  title: z.string().nullable().describe('Role and company, such as "CFO, Alder Foods".'),
  side: z.enum(['us', 'them', 'unknown']),
});

/**
 * Words somebody said, with the place that proves it. `text` was cut from the transcript by code, never written by a mind.
 * `start` is a UTF-16 offset in the text of segment `segmentStart`, `end` one in that of `segmentEnd` (exclusive).
 */
export const Evidence = z.object({
  callId: Id,
  callTitle: z.string(),
  callStartedAt: z.string().nullable(),
  revision: z.number().int(),
  segmentStart: z.number().int(),
  segmentEnd: z.number().int(),
  start: z.number().int(),
  end: z.number().int(),
  text: z.string(),
  speaker: SpeakerRef,
  startMs: z.number().nullable(),
  endMs: z.number().nullable(),
});

export const Segment = z.object({
  index: z.number().int(),
  startMs: z.number().nullable(),
  endMs: z.number().nullable(),
  text: z.string().describe('As readers see it: the edited words where a person edited them; empty where hidden.'),
  isEdited: z.boolean(),
  isHidden: z.boolean(),
  confidence: z.number().nullable(),
});

/** Consecutive segments of one speaker. Its text is its segments' texts joined by a space. */
export const TranscriptTurn = z.object({
  index: z.number().int(),
  speakerId: Id,
  startMs: z.number().nullable(),
  endMs: z.number().nullable(),
  segments: z.array(Segment),
});

export const Transcript = z.object({
  callId: Id,
  revision: z.number().int(),
  language: z.string().nullable(),
  speakers: z.array(SpeakerRef),
  turns: z.array(TranscriptTurn),
});

const CallParams = z.object({ callId: Id });

export const retrieveTranscript = contract({
  method: 'get',
  path: '/v1/calls/{callId}/transcript',
  operation: 'transcripts.retrieve',
  summary: 'The transcript as this reader may see it',
  permission: 'transcripts:read',
  params: CallParams,
  output: Transcript,
});

export const SegmentEdit = z.object({
  index: z.number().int().min(0),
  text: z.string().max(20_000).optional().describe('Empty or missing keeps the words.'),
  speakerId: Id.optional(),
  isHidden: z.boolean().optional(),
});

export const editTranscript = contract({
  method: 'patch',
  path: '/v1/calls/{callId}/transcript',
  operation: 'transcripts.edit',
  summary: 'Edit words, speaker or visibility of segments. Makes a new revision; the raw words are kept',
  permission: 'transcripts:write',
  params: CallParams,
  body: z.object({
    revision: z.number().int().describe('The revision you edited; refused when somebody else was faster.'),
    edits: z.array(SegmentEdit).min(1).max(500),
  }),
  output: Transcript,
});
