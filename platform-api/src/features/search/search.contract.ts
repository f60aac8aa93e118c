import { z } from 'zod';
import { contract } from '../../http/contract.ts';
import { listOf } from '../../http/schemas.ts';
import { CallFilter, CallRef, SpeechStrip } from '../calls/calls.contract.ts';
import { Evidence, SpeakerRef } from '../transcripts/transcripts.contract.ts';

export const HitTurn = z.object({
  index: z.number().int().describe('Turn of the transcript.'),
  speaker: SpeakerRef,
  startMs: z.number().nullable(),
  text: z.string(),
  segmentStart: z.number().int(),
  segmentEnd: z.number().int(),
  highlights: z
    .array(z.object({ start: z.number().int(), end: z.number().int() }))
    .describe('Words of the query, in UTF-16 offsets of `text`.'),
});

export const SearchHit = z.object({
  call: CallRef.extend({ strip: SpeechStrip }),
  foundIn: z.enum(['transcript', 'summary']),
  evidence: Evidence.describe('The sentence that answers best, ready to open and to highlight.'),
  turns: z.array(HitTurn).max(8),
  bestTurn: z.number().int().describe('Index in the transcript of the turn that answers best.'),
});

export const search = contract({
  method: 'get',
  path: '/v1/search',
  operation: 'search.query',
  summary: 'Find passages across the calls this caller may see',
  permission: 'search:read',
  query: CallFilter.omit({ q: true, binned: true }).extend({
    q: z.string().trim().min(1).max(500),
    speaker: listOf(z.string()).optional().describe('Only what speakers with this name said.'),
    intent: listOf(z.string()).optional(),
    topic: listOf(z.string()).optional(),
    entity: listOf(z.string()).optional(),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  output: z.object({
    items: z.array(SearchHit).describe('Best first; at most 3 of one call unless the scope is one call.'),
    calls: z
      .array(CallRef.extend({ highlights: z.array(z.object({ start: z.number().int(), end: z.number().int() })) }))
      .describe('Calls whose title matches.'),
    callsSearched: z.number().int(),
    tookMs: z.number(),
  }),
});
