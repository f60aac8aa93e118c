import type { components } from './generated/api.ts';

export { CallVault } from './callvault.ts';
export {
  AuthenticationError,
  CallVaultError,
  ConflictError,
  ConnectionError,
  InvalidInputError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
} from './errors.ts';
export type { Answer, Body, Query } from './operations.ts';
export type { Page } from './pages.ts';
export type { ChatEvent } from './resources/chat.ts';
export type { FetchSession } from './session.ts';
export type { RequestOptions, TransportOptions } from './transport.ts';

type Schemas = components['schemas'];

export type ActionItem = Schemas['ActionItem'];
export type BrandView = Schemas['Brand'];
export type Call = Schemas['Call'];
export type CallDetail = Schemas['CallDetail'];
export type CallRef = Schemas['CallRef'];
export type ChatMessage = Schemas['ChatMessage'];
export type ChatSession = Schemas['ChatSession'];
export type ChatStep = Schemas['ChatStep'];
export type Citation = Schemas['Citation'];
export type Client = Schemas['Client'];
export type Evidence = Schemas['Evidence'];
export type Folder = Schemas['Folder'];
export type Import = Schemas['Import'];
export type ImportFile = Schemas['ImportFile'];
export type Job = Schemas['Job'];
export type Objection = Schemas['Objection'];
export type Participant = Schemas['Participant'];
export type ProfitsItem = Schemas['ProfitsItem'];
export type Rebuttal = Schemas['Rebuttal'];
export type SearchHit = Schemas['SearchHit'];
export type Speaker = Schemas['Speaker'];
export type SpeakerRef = Schemas['SpeakerRef'];
export type SpeechStrip = Schemas['SpeechStrip'];
export type Tag = Schemas['Tag'];
export type TagRef = Schemas['TagRef'];
export type Transcript = Schemas['Transcript'];
export type TranscriptTurn = Schemas['TranscriptTurn'];
