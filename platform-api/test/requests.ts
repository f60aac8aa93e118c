import type { Library } from './a-library.ts';

export interface Request {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
}

/**
 * For every route, a request that names what a library has wherever the route can name anything. The sweeps send it as
 * the owner, as a stranger and without rights. A route that is not here fails the build.
 */
export const requests: Record<string, (ids: Library) => Request> = {
  'brand.retrieve': () => ({}),
  'brand.update': () => ({ body: { name: 'Renamed' } }),
  'calls.list': ({ callId, folderId, tagId, clientId, speakerId }) => ({
    query: { callId, folderId, tagId, clientId, speakerId },
  }),
  'calls.facets': ({ callId }) => ({ query: { callId } }),
  'calls.retrieve': ({ callId }) => ({ params: { callId } }),
  'calls.update': ({ callId, tagId }) => ({ params: { callId }, body: { title: 'Taken', tagIds: [tagId] } }),
  'calls.bulkUpdate': ({ callId, folderId }) => ({ body: { callIds: [callId], change: { addFolderIds: [folderId] } } }),
  'calls.undo': ({ undo }) => ({ body: { undo } }),
  'calls.delete': ({ callId }) => ({ body: { callIds: [callId] } }),
  'calls.runStep': ({ callId }) => ({ params: { callId, step: 'profits' } }),
  'calls.addActionItem': ({ callId }) => ({ params: { callId }, body: { text: 'Taken' } }),
  'calls.updateActionItem': ({ callId, itemId }) => ({ params: { callId, itemId }, body: { isDone: true } }),
  'calls.deleteActionItem': ({ callId, itemId }) => ({ params: { callId, itemId } }),
  'transcripts.retrieve': ({ callId }) => ({ params: { callId } }),
  'transcripts.edit': ({ callId }) => ({
    params: { callId },
    body: { revision: 1, edits: [{ index: 0, text: 'Taken' }] },
  }),
  'folders.list': () => ({}),
  'folders.create': ({ folderId }) => ({ body: { name: 'Inside', parentId: folderId } }),
  'folders.update': ({ folderId }) => ({ params: { folderId }, body: { name: 'Taken' } }),
  'folders.delete': ({ folderId }) => ({ params: { folderId } }),
  'tags.list': () => ({}),
  'tags.create': () => ({ body: { name: 'Mine' } }),
  'tags.update': ({ tagId }) => ({ params: { tagId }, body: { name: 'Taken' } }),
  'tags.delete': ({ tagId }) => ({ params: { tagId } }),
  'clients.list': () => ({ query: { q: 'client' } }),
  'clients.create': () => ({ body: { name: 'Mine' } }),
  'clients.retrieve': ({ clientId }) => ({ params: { clientId } }),
  'clients.update': ({ clientId }) => ({ params: { clientId }, body: { name: 'Taken' } }),
  'clients.delete': ({ clientId }) => ({ params: { clientId } }),
  'speakers.list': () => ({}),
  'speakers.retrieve': ({ speakerId }) => ({ params: { speakerId } }),
  'speakers.update': ({ speakerId }) => ({ params: { speakerId }, body: { name: 'Taken' } }),
  'imports.create': ({ folderId }) => ({
    body: { folderId, files: [{ name: 'a.txt', content: '[00:00:01] A: hello there' }] },
  }),
  'imports.list': () => ({}),
  'imports.retrieve': ({ importId }) => ({ params: { importId } }),
  'jobs.list': () => ({}),
  'jobs.retrieve': ({ jobId }) => ({ params: { jobId } }),
  'jobs.cancel': ({ jobId }) => ({ params: { jobId } }),
  'jobs.pause': ({ jobId }) => ({ params: { jobId } }),
  'jobs.resume': ({ jobId }) => ({ params: { jobId } }),
  'jobs.retry': ({ jobId }) => ({ params: { jobId } }),
  'search.query': ({ callId }) => ({ query: { q: 'invoices go out wrong', callId } }),
  'profits.list': ({ callId }) => ({ query: { callId } }),
  'profits.overview': ({ folderId }) => ({ query: { folderId } }),
  'profits.update': ({ profitsId }) => ({ params: { itemId: profitsId }, body: { status: 'rejected' } }),
  'profits.extract': ({ callId }) => ({ body: { callIds: [callId], force: true } }),
  'rebuttals.list': ({ callId }) => ({ query: { callId, objection: 'that is too expensive' } }),
  'rebuttals.kinds': ({ callId }) => ({ query: { callId } }),
  'rebuttals.retrieve': ({ rebuttalId }) => ({ params: { rebuttalId } }),
  'rebuttals.create': () => ({ body: { kind: 'price', name: 'Mine', words: 'My own words' } }),
  'rebuttals.update': ({ rebuttalId }) => ({ params: { rebuttalId }, body: { isPinned: true } }),
  'rebuttals.objections': ({ callId }) => ({ query: { callId } }),
  'chat.list': () => ({}),
  'chat.create': ({ callId }) => ({ body: { scope: { kind: 'call', id: callId } } }),
  'chat.retrieve': ({ chatId }) => ({ params: { sessionId: chatId } }),
  'chat.update': ({ chatId }) => ({ params: { sessionId: chatId }, body: { title: 'Taken' } }),
  'chat.delete': ({ chatId }) => ({ params: { sessionId: chatId } }),
  'chat.ask': ({ chatId, callId }) => ({
    params: { sessionId: chatId },
    body: { text: 'What was said?', mentions: [callId] },
  }),
  'chat.stream': ({ answerId }) => ({ params: { answerId } }),
  'chat.stop': ({ answerId }) => ({ params: { answerId } }),
  'sessions.create': () => ({ body: { user: { id: 'u1', name: 'Somebody', role: 'member' } } }),
  'sessions.current': () => ({}),
  'sessions.revoke': ({ sessionId }) => ({ params: { sessionId } }),
  'sessions.revokeUser': () => ({ body: { userId: 'user-Zanzibarquartz' } }),
  'keys.list': () => ({}),
  'keys.create': () => ({ body: { name: 'Mine' } }),
  'keys.revoke': ({ keyId }) => ({ params: { keyId } }),
  'tenants.create': () => ({ body: { id: 'third-tenant', name: 'Third' } }),
  'tenants.retrieve': () => ({}),
  'tenants.update': () => ({ body: { name: 'Renamed' } }),
};
