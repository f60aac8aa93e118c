import { z } from 'zod';
import { contract } from '../../http/contract.ts';
import { Flag, Id, listOf, page, PageQuery } from '../../http/schemas.ts';
import { CallFilter, CallRef } from '../calls/calls.contract.ts';
import { Evidence } from '../transcripts/transcripts.contract.ts';

export const objectionKinds = [
  'price',
  'timing',
  'authority',
  'need',
  'trust',
  'competitor',
  'status_quo',
  'other',
] as const;
export const ObjectionKind = z.enum(objectionKinds);

export const Verdict = z.enum(['accepted', 'softened', 'repeated', 'rejected', 'unclear']);

/** One objection in one call, the reply that followed, and what came of it. */
export const Objection = z.object({
  id: Id,
  call: CallRef,
  kind: ObjectionKind,
  evidence: Evidence,
  confidence: z.number(),
  reply: z.object({ rebuttalId: Id, evidence: Evidence }).nullable().describe('Null: nobody answered it.'),
  reaction: z.object({ verdict: Verdict, evidence: Evidence.nullable() }).nullable(),
  worked: z.boolean().nullable().describe('Null: cannot be said.'),
  judgedBy: z
    .enum(['next_words', 'outcome'])
    .nullable()
    .describe("The buyer's next words, or the known outcome of the call."),
  engine: z.string(),
});

/** A way of answering one kind of objection, with every time it was used. */
export const Rebuttal = z.object({
  id: Id,
  kind: ObjectionKind,
  name: z.string(),
  approach: z
    .string()
    .describe('Stable name of the approach, such as `measured_cost` or `own` for a reply of your own.'),
  words: z.string().describe('Verbatim from `example`, or your own words where `isOwn`.'),
  example: Objection.nullable(),
  speakers: z.array(z.string()).describe('Who used it, most often first.'),
  used: z.number().int(),
  judged: z.number().int().describe('Times it can be said whether it worked.'),
  worked: z.number().int(),
  won: z.number().int(),
  open: z.number().int(),
  lost: z.number().int(),
  reliability: z.number().describe('Lower bound (Wilson, 95 %) of the share that worked; what the list is ranked by.'),
  isPinned: z.boolean(),
  isRetired: z.boolean(),
  isOwn: z.boolean(),
});

const Scope = CallFilter.omit({ binned: true, q: true });
const RebuttalParams = z.object({ rebuttalId: Id });

export const listRebuttals = contract({
  method: 'get',
  path: '/v1/rebuttals',
  operation: 'rebuttals.list',
  summary: 'Replies ranked by how reliably they worked; the best reply to an objection typed in',
  permission: 'rebuttals:read',
  query: Scope.extend({
    objection: z
      .string()
      .trim()
      .max(500)
      .optional()
      .describe('What the buyer said; replies after objections that mean the same.'),
    kind: listOf(ObjectionKind).optional(),
    retired: Flag.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  output: z.object({
    items: z.array(Rebuttal),
    readsAs: z.array(ObjectionKind).describe('Kinds that the objection typed in reads as, likeliest first.'),
    objections: z.number().int().describe('Objections behind these replies.'),
  }),
});

export const rebuttalKinds = contract({
  method: 'get',
  path: '/v1/rebuttals/kinds',
  operation: 'rebuttals.kinds',
  summary: 'How often each kind was heard, and how often it was answered well',
  permission: 'rebuttals:read',
  query: Scope,
  output: z.object({
    objections: z.number().int(),
    calls: z.number().int(),
    callsRead: z.number().int(),
    kinds: z.array(
      z.object({
        kind: ObjectionKind,
        heard: z.number().int(),
        answered: z.number().int(),
        answeredWell: z.number().int(),
      }),
    ),
  }),
});

export const retrieveRebuttal = contract({
  method: 'get',
  path: '/v1/rebuttals/{rebuttalId}',
  operation: 'rebuttals.retrieve',
  summary: 'One reply with every case, the best first',
  permission: 'rebuttals:read',
  params: RebuttalParams,
  output: Rebuttal.extend({ cases: z.array(Objection) }),
});

export const createRebuttal = contract({
  method: 'post',
  path: '/v1/rebuttals',
  operation: 'rebuttals.create',
  summary: 'Add a reply of your own',
  permission: 'rebuttals:write',
  body: z.object({
    kind: ObjectionKind,
    name: z.string().trim().min(1).max(120),
    words: z.string().trim().min(1).max(2000),
  }),
  output: Rebuttal,
  status: 201,
});

export const updateRebuttal = contract({
  method: 'patch',
  path: '/v1/rebuttals/{rebuttalId}',
  operation: 'rebuttals.update',
  summary: 'Name, pin or retire a reply',
  permission: 'rebuttals:write',
  params: RebuttalParams,
  body: z.object({ name: z.string().trim().min(1).max(120), isPinned: z.boolean(), isRetired: z.boolean() }).partial(),
  output: Rebuttal,
});

export const listObjections = contract({
  method: 'get',
  path: '/v1/objections',
  operation: 'rebuttals.objections',
  summary: 'Objections across calls, latest call first',
  permission: 'rebuttals:read',
  query: Scope.extend(PageQuery.shape).extend({ kind: listOf(ObjectionKind).optional(), unanswered: Flag.optional() }),
  output: page(
    Objection.extend({ suggestions: z.array(Rebuttal).describe('Where nobody answered: replies that won elsewhere.') }),
  ).extend({ total: z.number().int() }),
});
