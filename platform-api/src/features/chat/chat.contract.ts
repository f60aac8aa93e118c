import { z } from 'zod';
import { contract } from '../../http/contract.ts';
import { Id, Nothing, page, PageQuery, Timestamp } from '../../http/schemas.ts';
import { Evidence } from '../transcripts/transcripts.contract.ts';

/** Which calls an answer may read. */
export const ChatScope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('library') }),
  z.object({ kind: z.literal('folder'), id: Id }),
  z.object({ kind: z.literal('tag'), id: Id }),
  z.object({ kind: z.literal('call'), id: Id }),
  z.object({ kind: z.literal('selection'), callIds: z.array(Id).min(1).max(500) }),
]);

/** One step the answer took, shown as a card: verb, object, result. */
export const ChatStep = z.object({
  id: z.string(),
  tool: z.string().describe('Stable name, such as `search` or `top_objections`.'),
  object: z.string().describe('What it worked on, in words.'),
  result: z.string(),
  items: z.array(z.string()).describe('Details for the opened card.'),
  ms: z.number().int(),
  status: z.enum(['running', 'done', 'failed']),
});

export const Citation = z.object({
  number: z.number().int().min(1),
  evidence: Evidence,
  before: z.string(),
  after: z.string(),
});

export const ChatMessage = z.object({
  id: Id,
  role: z.enum(['user', 'assistant']),
  text: z.string().describe('Markdown. Citations are `[n]`.'),
  mentions: z.array(z.object({ callId: Id, title: z.string() })),
  status: z.enum(['answering', 'done', 'stopped', 'failed']),
  engine: z.string().nullable().describe('"local analyst", or the model\'s name.'),
  isFallback: z.boolean().describe('True where the model failed and the local analyst answered.'),
  steps: z.array(ChatStep),
  citations: z.array(Citation),
  callsRead: z.object({ read: z.number().int(), total: z.number().int() }).nullable(),
  leftOut: z.number().int().describe('Statements left out because no passage proves them.'),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  createdAt: Timestamp,
});

export const ChatSession = z.object({
  id: Id,
  title: z.string(),
  scope: ChatScope,
  scopeLabel: z.string().describe('Such as "Folder: Kestrel Freight".'),
  isPinned: z.boolean(),
  messages: z.number().int(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
});

const SessionParams = z.object({ sessionId: Id });
const AnswerParams = z.object({ answerId: Id });

export const listChatSessions = contract({
  method: 'get',
  path: '/v1/chat/sessions',
  operation: 'chat.list',
  summary: "This user's chats: pinned first, then latest",
  permission: 'chat:read',
  query: PageQuery.extend({ q: z.string().max(200).optional() }),
  output: page(ChatSession),
});

export const createChatSession = contract({
  method: 'post',
  path: '/v1/chat/sessions',
  operation: 'chat.create',
  summary: 'Begin a chat over a scope',
  permission: 'chat:write',
  body: z.object({ scope: ChatScope, title: z.string().trim().min(1).max(200).optional() }),
  output: ChatSession,
  status: 201,
});

export const retrieveChatSession = contract({
  method: 'get',
  path: '/v1/chat/sessions/{sessionId}',
  operation: 'chat.retrieve',
  summary: 'A chat with its messages',
  permission: 'chat:read',
  params: SessionParams,
  output: ChatSession.extend({ thread: z.array(ChatMessage), scopeCalls: z.number().int() }),
});

export const updateChatSession = contract({
  method: 'patch',
  path: '/v1/chat/sessions/{sessionId}',
  operation: 'chat.update',
  summary: 'Rename, pin or re-scope a chat',
  permission: 'chat:write',
  params: SessionParams,
  body: z.object({ title: z.string().trim().min(1).max(200), isPinned: z.boolean(), scope: ChatScope }).partial(),
  output: ChatSession,
});

export const deleteChatSession = contract({
  method: 'delete',
  path: '/v1/chat/sessions/{sessionId}',
  operation: 'chat.delete',
  summary: 'Delete a chat',
  permission: 'chat:write',
  params: SessionParams,
  output: Nothing,
  outputKind: 'empty',
  status: 204,
});

export const askChat = contract({
  method: 'post',
  path: '/v1/chat/sessions/{sessionId}/messages',
  operation: 'chat.ask',
  summary: 'Ask. The answer begins at once; read it from its event stream',
  permission: 'chat:write',
  params: SessionParams,
  body: z.object({
    text: z.string().trim().min(1).max(4000),
    mentions: z.array(Id).max(20).default([]).describe('Calls mentioned by "@"; read besides the scope.'),
    engine: z.enum(['auto', 'local']).default('auto'),
    replaces: Id.optional().describe('An earlier question to ask anew; it and what followed go.'),
  }),
  output: z.object({ question: ChatMessage, answer: ChatMessage }),
  status: 202,
});

/**
 * Server-sent events; `id:` counts from 1 and `Last-Event-ID` resumes. Types: `step` (ChatStep), `text` ({ delta }),
 * `citation` (Citation), `done` (ChatMessage), `failed` (ChatMessage with `error`).
 */
export const streamAnswer = contract({
  method: 'get',
  path: '/v1/chat/answers/{answerId}/events',
  operation: 'chat.stream',
  summary: 'The answer as it is made',
  permission: 'chat:read',
  params: AnswerParams,
  output: z.string(),
  outputKind: 'events',
});

export const stopAnswer = contract({
  method: 'post',
  path: '/v1/chat/answers/{answerId}/stop',
  operation: 'chat.stop',
  summary: 'Stop an answer; what was said stays',
  permission: 'chat:write',
  params: AnswerParams,
  output: ChatMessage,
});
