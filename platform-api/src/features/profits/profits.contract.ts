import { z } from 'zod';
import { contract } from '../../http/contract.ts';
import { Flag, Id, listOf, page, PageQuery, Timestamp } from '../../http/schemas.ts';
import { CallFilter, CallRef } from '../calls/calls.contract.ts';
import { Evidence } from '../transcripts/transcripts.contract.ts';

export const profitsElements = ['pain', 'results', 'obstacles', 'fears', 'identity', 'triggers', 'success'] as const;
export const ProfitsElement = z.enum(profitsElements);

export const ProfitsItem = z.object({
  id: Id,
  call: CallRef,
  element: ProfitsElement,
  statement: z.string().describe("In a mind's or a person's words; the proof is `evidence`."),
  isEdited: z.boolean(),
  evidence: Evidence,
  strength: z.number().int().min(1).max(3),
  confidence: z.number().min(0).max(1),
  status: z.enum(['to_review', 'accepted', 'rejected']),
  isStarred: z.boolean(),
  engine: z.string(),
  createdAt: Timestamp,
});

const Scope = CallFilter.omit({ binned: true });

export const listProfits = contract({
  method: 'get',
  path: '/v1/profits',
  operation: 'profits.list',
  summary: 'PROFITS items across calls, latest call first',
  permission: 'profits:read',
  query: Scope.extend(PageQuery.shape).extend({
    element: listOf(ProfitsElement).optional(),
    status: listOf(ProfitsItem.shape.status).optional().describe('Without it: everything that is not rejected.'),
    starred: Flag.optional(),
  }),
  output: page(ProfitsItem).extend({ total: z.number().int() }),
});

export const profitsOverview = contract({
  method: 'get',
  path: '/v1/profits/overview',
  operation: 'profits.overview',
  summary: 'Counts per element, a grid of the latest calls by element, and what is missing',
  permission: 'profits:read',
  query: Scope,
  output: z.object({
    items: z.number().int(),
    calls: z.number().int().describe('Calls in scope that were read.'),
    elements: z.array(
      z.object({
        element: ProfitsElement,
        total: z.number().int(),
        accepted: z.number().int(),
        toReview: z.number().int(),
        starred: z.number().int(),
      }),
    ),
    grid: z
      .array(z.object({ call: CallRef, counts: z.record(ProfitsElement, z.number().int()) }))
      .describe('The latest 8 calls.'),
    missing: z.array(
      z.object({
        call: CallRef,
        elements: z.array(ProfitsElement),
        question: z.string().describe('One to ask next time.'),
      }),
    ),
  }),
});

export const updateProfits = contract({
  method: 'patch',
  path: '/v1/profits/{itemId}',
  operation: 'profits.update',
  summary: 'Accept, edit, reject or star an item',
  permission: 'profits:write',
  params: z.object({ itemId: Id }),
  body: z
    .object({ statement: z.string().trim().min(1).max(300), status: ProfitsItem.shape.status, isStarred: z.boolean() })
    .partial(),
  output: ProfitsItem,
});

export const extractProfits = contract({
  method: 'post',
  path: '/v1/profits/extract',
  operation: 'profits.extract',
  summary: 'Read a selection of calls for PROFITS, as a job. Calls that have not changed are skipped',
  permission: 'profits:write',
  body: z.object({
    callIds: z.array(Id).min(1).max(5000).optional(),
    folderId: Id.optional(),
    tagId: Id.optional(),
    force: z.boolean().default(false),
  }),
  output: z.object({ jobId: Id, calls: z.number().int() }),
  status: 202,
});
