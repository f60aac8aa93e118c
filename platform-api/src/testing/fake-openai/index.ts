export { startFakeOpenai } from './fake-openai.ts';
export type { FakeOpenai, FakeOpenaiOptions, Responder } from './fake-openai.ts';
export { calls, fails, says, saysJson } from './reply.ts';
export type { FakeReply } from './reply.ts';
export type { FakeRequest } from './wire-request.ts';
