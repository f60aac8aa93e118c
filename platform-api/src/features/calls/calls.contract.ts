import { z } from 'zod';
import { contract } from '../../http/contract.ts';
import { Flag, Id, listOf, Nothing, page, PageQuery, Timestamp } from '../../http/schemas.ts';
import { Evidence } from '../transcripts/transcripts.contract.ts';

export const Side = z.enum(['us', 'them', 'unknown']);
export const Sentiment = z.enum(['positive', 'neutral', 'negative']);

export const Participant = z.object({
  speakerId: Id,
  name: z.string(),
  email: z.string().nullable(),
  title: z.string().nullable().describe('Role and company, such as "CFO, Alder Foods".'),
  side: Side,
  talkShare: z.number().min(0).max(1).describe('Share of the words spoken.'),
});

/** Who talked when: one number from 0 to 1 per bar, ours above the line, theirs below. */
export const SpeechStrip = z.object({ us: z.array(z.number()), them: z.array(z.number()) });

export const TagRef = z.object({
  id: Id,
  name: z.string(),
  color: z.number().int().min(1).max(8),
  isSystem: z.boolean(),
});
export const ClientRef = z.object({ id: Id, name: z.string() });

/** Enough of a call to name it, place it in time and open it. */
export const CallRef = z.object({
  id: Id,
  title: z.string(),
  startedAt: Timestamp.nullable(),
  durationMs: z.number().int().nullable(),
  outcome: z.string().nullable(),
  client: ClientRef.nullable(),
});

export const StepName = z.enum(['transcript', 'enrich', 'summary', 'index', 'profits', 'objections']);
export const Step = z.object({
  name: StepName,
  status: z.enum(['waiting', 'running', 'done', 'failed']),
  engine: z.string().nullable().describe('Which engine did it: "local analyst", or a model\'s name.'),
  finishedAt: Timestamp.nullable(),
  error: z.string().nullable(),
});

export const Call = CallRef.extend({
  status: z.enum(['processing', 'ready', 'failed']),
  isTitleGenerated: z.boolean(),
  isClientProposed: z.boolean().describe('True until a person confirms or changes the client.'),
  source: z.string().describe('Where it came from, such as `zoom` or `fathom`.'),
  sourceUrl: z.string().nullable(),
  language: z.string().nullable(),
  participants: z.array(Participant),
  owner: z.string().nullable(),
  tags: z.array(TagRef).max(2).describe('The first is the primary one.'),
  folderIds: z.array(Id),
  sentiment: z.object({ label: Sentiment, confidence: z.number() }).nullable(),
  strip: SpeechStrip,
  counts: z.object({
    turns: z.number().int(),
    objections: z.number().int(),
    profits: z.number().int(),
    actionItems: z.number().int(),
    openActionItems: z.number().int(),
  }),
  createdAt: Timestamp,
  updatedAt: Timestamp,
  deletedAt: Timestamp.nullable().describe('When it went to the bin; purged 30 days later.'),
});

export const ActionItem = z.object({
  id: Id,
  text: z.string(),
  assignee: z.string().nullable(),
  dueAt: Timestamp.nullable(),
  dueText: z.string().nullable().describe('The words it was promised for, such as "by Thursday".'),
  isDone: z.boolean(),
  madeBy: z.enum(['person', 'machine']),
  evidence: Evidence.nullable(),
});

export const CallDetail = Call.extend({
  summary: z
    .object({
      engine: z.string(),
      isEdited: z.boolean(),
      sentences: z.array(z.object({ text: z.string(), evidence: z.array(Evidence) })),
    })
    .nullable(),
  actionItems: z.array(ActionItem),
  topics: z.array(
    z.object({
      title: z.string(),
      turnStart: z.number().int(),
      turnEnd: z.number().int(),
      startMs: z.number().nullable(),
      endMs: z.number().nullable(),
    }),
  ),
  steps: z.array(Step),
  revision: z.number().int().describe('Revision of the transcript that readers see.'),
  previousId: Id.nullable(),
  nextId: Id.nullable(),
});

export const CallSort = z.enum(['newest', 'oldest', 'longest', 'shortest', 'title']);

export const CallFilter = z.object({
  q: z.string().max(300).optional().describe('Words in title, people or client.'),
  from: Timestamp.optional(),
  to: Timestamp.optional().describe('Exclusive.'),
  callId: listOf(Id).optional(),
  clientId: listOf(Id).optional(),
  folderId: listOf(Id).optional().describe('Includes folders inside.'),
  tagId: listOf(Id).optional(),
  speakerId: listOf(Id).optional(),
  source: listOf(z.string()).optional(),
  outcome: listOf(z.string()).optional().describe('`none` for calls without one.'),
  sentiment: listOf(Sentiment).optional(),
  minDurationMs: z.coerce.number().int().min(0).optional(),
  maxDurationMs: z.coerce.number().int().min(0).optional(),
  binned: Flag.optional().describe('Only calls in the bin.'),
});

const CallParams = z.object({ callId: Id });

export const listCalls = contract({
  method: 'get',
  path: '/v1/calls',
  operation: 'calls.list',
  summary: 'List calls, newest first unless sorted otherwise',
  permission: 'calls:read',
  query: CallFilter.extend(PageQuery.shape).extend({
    sort: CallSort.default('newest'),
    timeZone: z.string().max(60).default('UTC').describe('IANA name; decides which day a call belongs to.'),
  }),
  output: page(Call).extend({
    total: z.number().int().describe('Calls that match, on all pages.'),
    totalDurationMs: z.number().int(),
    libraryTotal: z.number().int().describe('All calls this caller may see.'),
    days: z
      .array(z.object({ day: z.string(), calls: z.number().int(), durationMs: z.number().int() }))
      .describe('Totals per day (YYYY-MM-DD) over all pages, newest first.'),
  }),
});

export const callFacets = contract({
  method: 'get',
  path: '/v1/calls/facets',
  operation: 'calls.facets',
  summary: 'Values to filter by, with how many calls have each',
  permission: 'calls:read',
  query: CallFilter,
  output: z.object({
    clients: z.array(z.object({ id: Id, name: z.string(), calls: z.number().int() })),
    tags: z.array(z.object({ id: Id, name: z.string(), color: z.number().int(), calls: z.number().int() })),
    speakers: z.array(z.object({ id: Id, name: z.string(), calls: z.number().int() })),
    outcomes: z.array(z.object({ value: z.string(), calls: z.number().int() })),
    sources: z.array(z.object({ value: z.string(), calls: z.number().int() })),
    sentiments: z.array(z.object({ value: z.string(), calls: z.number().int() })),
  }),
});

export const retrieveCall = contract({
  method: 'get',
  path: '/v1/calls/{callId}',
  operation: 'calls.retrieve',
  summary: 'One call with summary, action items, topics and what has been done to it',
  permission: 'calls:read',
  params: CallParams,
  output: CallDetail,
});

export const CallChange = z
  .object({
    title: z.string().trim().min(1).max(300),
    outcome: z.string().trim().min(1).max(60).nullable(),
    clientId: Id.nullable(),
    tagIds: z.array(Id).max(2),
    folderIds: z.array(Id).max(20),
    summary: z.string().trim().min(1).max(5000).describe("A person's words; replaces the machine's."),
  })
  .partial();

export const updateCall = contract({
  method: 'patch',
  path: '/v1/calls/{callId}',
  operation: 'calls.update',
  summary: 'Change title, outcome, client, tags, folders or summary',
  permission: 'calls:write',
  params: CallParams,
  body: CallChange,
  output: CallDetail,
});

export const bulkUpdateCalls = contract({
  method: 'post',
  path: '/v1/calls/bulk',
  operation: 'calls.bulkUpdate',
  summary: 'Change many calls at once; all or none',
  permission: 'calls:write',
  body: z.object({
    callIds: z.array(Id).min(1).max(1000),
    change: z
      .object({
        addTagIds: z.array(Id).max(2),
        removeTagIds: z.array(Id).max(20),
        addFolderIds: z.array(Id).max(20),
        removeFolderIds: z.array(Id).max(20),
        outcome: z.string().trim().min(1).max(60).nullable(),
        clientId: Id.nullable(),
      })
      .partial(),
  }),
  output: z.object({ changed: z.number().int(), undo: z.string().describe('Give to `calls.undo` within 30 days.') }),
});

export const undoBulk = contract({
  method: 'post',
  path: '/v1/calls/undo',
  operation: 'calls.undo',
  summary: 'Put calls back as they were before a bulk change or a deletion',
  permission: 'calls:write',
  body: z.object({ undo: z.string().min(3).max(64) }),
  output: z.object({ changed: z.number().int() }),
});

export const deleteCalls = contract({
  method: 'post',
  path: '/v1/calls/delete',
  operation: 'calls.delete',
  summary: 'Move calls to the bin for 30 days',
  permission: 'calls:delete',
  body: z.object({ callIds: z.array(Id).min(1).max(1000) }),
  output: z.object({ changed: z.number().int(), undo: z.string() }),
});

export const runStep = contract({
  method: 'post',
  path: '/v1/calls/{callId}/steps/{step}/run',
  operation: 'calls.runStep',
  summary: 'Do one step of the pipeline again',
  permission: 'calls:write',
  params: CallParams.extend({ step: StepName }),
  output: z.object({ jobId: Id }),
  status: 202,
});

export const createActionItem = contract({
  method: 'post',
  path: '/v1/calls/{callId}/action-items',
  operation: 'calls.addActionItem',
  summary: 'Add an action item by hand',
  permission: 'calls:write',
  params: CallParams,
  body: z.object({
    text: z.string().trim().min(1).max(500),
    assignee: z.string().trim().max(200).nullable().default(null),
    dueAt: Timestamp.nullable().default(null),
  }),
  output: ActionItem,
  status: 201,
});

export const updateActionItem = contract({
  method: 'patch',
  path: '/v1/calls/{callId}/action-items/{itemId}',
  operation: 'calls.updateActionItem',
  summary: 'Tick off or change an action item',
  permission: 'calls:write',
  params: CallParams.extend({ itemId: Id }),
  body: z
    .object({
      text: z.string().trim().min(1).max(500),
      assignee: z.string().trim().max(200).nullable(),
      dueAt: Timestamp.nullable(),
      isDone: z.boolean(),
    })
    .partial(),
  output: ActionItem,
});

export const deleteActionItem = contract({
  method: 'delete',
  path: '/v1/calls/{callId}/action-items/{itemId}',
  operation: 'calls.deleteActionItem',
  summary: 'Remove an action item',
  permission: 'calls:write',
  params: CallParams.extend({ itemId: Id }),
  output: Nothing,
  outputKind: 'empty',
  status: 204,
});
