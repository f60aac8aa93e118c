import * as branding from './features/branding/branding.contract.ts';
import * as calls from './features/calls/calls.contract.ts';
import * as chat from './features/chat/chat.contract.ts';
import * as clients from './features/clients/clients.contract.ts';
import * as folders from './features/folders/folders.contract.ts';
import * as imports from './features/imports/imports.contract.ts';
import * as jobs from './features/jobs/jobs.contract.ts';
import * as keys from './features/keys/keys.contract.ts';
import * as profits from './features/profits/profits.contract.ts';
import * as rebuttals from './features/rebuttals/rebuttals.contract.ts';
import * as search from './features/search/search.contract.ts';
import * as sessions from './features/sessions/sessions.contract.ts';
import * as speakers from './features/speakers/speakers.contract.ts';
import * as tags from './features/tags/tags.contract.ts';
import * as tenants from './features/tenants/tenants.contract.ts';
import * as transcripts from './features/transcripts/transcripts.contract.ts';
import { z } from 'zod';
import type { Contract } from './http/contract.ts';

const modules = {
  branding,
  calls,
  chat,
  clients,
  folders,
  imports,
  jobs,
  keys,
  profits,
  rebuttals,
  search,
  sessions,
  speakers,
  tags,
  tenants,
  transcripts,
};

const isContract = (value: unknown): value is Contract =>
  typeof value === 'object' && value !== null && 'operation' in value && 'path' in value && 'output' in value;

/** Schemas exported by a contract keep their name in OpenAPI and in the SDK. */
for (const [name, value] of Object.values(modules).flatMap((module) => Object.entries(module))) {
  if (value instanceof z.ZodType) z.globalRegistry.add(value, { ...z.globalRegistry.get(value), id: name });
}

/** Every route's contract. OpenAPI, the SDK's types and the sweeps are made from this list. */
export const contracts: Contract[] = Object.values(modules).flatMap((module) =>
  Object.values(module).filter(isContract),
);
