import type { Clock } from '../ports/clock.ts';
import type { FileStore } from '../ports/file-store.ts';
import type { JobDefinition, JobQueue } from '../ports/job-queue.ts';
import type { LanguageModel } from '../ports/language-model.ts';
import type { Logger } from '../ports/logger.ts';
import type { SearchIndex } from '../ports/search-index.ts';
import type { Route } from '../http/route.ts';
import type { SecretBox } from '../tenancy/sealed.ts';
import { AccessService } from './access/index.ts';
import { brandingRoutes, BrandingService } from './branding/index.ts';
import { callRoutes, CallsService, CallStore, Pipeline, Summary } from './calls/index.ts';
import { chatRoutes, ChatService } from './chat/index.ts';
import { clientRoutes, ClientsService } from './clients/index.ts';
import { folderRoutes, FoldersService } from './folders/index.ts';
import { importRoutes, ImportsService, Ingest } from './imports/index.ts';
import { jobRoutes, JobsService } from './jobs/index.ts';
import { keyRoutes, KeysService } from './keys/index.ts';
import { ProfitsService, profitsRoutes } from './profits/index.ts';
import { rebuttalRoutes, RebuttalsService } from './rebuttals/index.ts';
import { Enrichment, searchRoutes, SearchService } from './search/index.ts';
import { sessionRoutes, SessionsService } from './sessions/index.ts';
import { speakerRoutes, SpeakersService } from './speakers/index.ts';
import { tagRoutes, TagsService } from './tags/index.ts';
import { tenantRoutes, TenantsService } from './tenants/index.ts';
import { transcriptRoutes, TranscriptsService } from './transcripts/index.ts';

/** What features need of the outside: ports, never adapters. */
export interface FeatureEngines {
  searchIndex: SearchIndex;
  languageModel: LanguageModel | null;
  files: FileStore;
  jobs: JobQueue;
  clock: Clock;
  logger: Logger;
  secrets: SecretBox;
  operatorKey: string;
}

/** Builds every feature, hands each the services it calls, and lists their routes and jobs. */
export function createFeatures(engines: FeatureEngines) {
  const { clock, logger, jobs: queue } = engines;
  const tenants = new TenantsService(engines.secrets, clock);
  const keys = new KeysService(clock);
  const sessions = new SessionsService(tenants, clock);
  const access = new AccessService({ keys, sessions, tenants }, engines.operatorKey, clock);
  const branding = new BrandingService(tenants);

  const store = new CallStore();
  const folders = new FoldersService(store);
  const clients = new ClientsService(store);
  const tags = new TagsService(store);
  const speakers = new SpeakersService(store);
  store.connect({ folders, clients });
  const transcripts = new TranscriptsService({ calls: store, speakers }, clock);
  const pipeline = new Pipeline(store, queue, clock);
  const calls = new CallsService({ store, transcripts, tags, folders, clients, speakers }, clock);
  const ingest = new Ingest({ calls: store, pipeline, transcripts, speakers, clients, folders, tags }, clock);
  const imports = new ImportsService({ files: engines.files, jobs: queue, logger }, { ingest, folders, calls: store });

  const enrichment = new Enrichment({ calls: store, transcripts });
  const search = new SearchService(engines.searchIndex, { calls: store, transcripts });
  const summary = new Summary(engines, { calls: store, transcripts });
  const profits = new ProfitsService(engines, { calls: store, transcripts, pipeline });
  const rebuttals = new RebuttalsService(engines, { calls: store, transcripts, speakers });
  const chat = new ChatService(engines, { calls: store, transcripts, speakers, tags, rebuttals, profits, folders });
  const jobs = new JobsService(queue);

  pipeline.connect({
    transcript: (ctx, callId) => enrichment.measure(ctx, callId),
    enrich: (ctx, callId) => enrichment.run(ctx, callId),
    summary: (ctx, callId, signal) => summary.run(ctx, callId, signal),
    index: (ctx, callId) => search.put(ctx, callId),
    profits: (ctx, callId, signal) => profits.find(ctx, callId, signal),
    objections: (ctx, callId, signal) => rebuttals.find(ctx, callId, signal),
  });
  // Edited words are read again: what was found in the old ones follows them or goes.
  transcripts.onRevised((ctx, callId) => pipeline.enqueue(ctx, callId));

  const forget = () => access.forget();
  const routes: Route[] = [
    ...tenantRoutes(tenants, keys),
    ...keyRoutes(keys, forget),
    ...sessionRoutes(sessions, forget),
    ...brandingRoutes(branding),
    ...callRoutes(calls, pipeline),
    ...transcriptRoutes(transcripts),
    ...folderRoutes(folders),
    ...tagRoutes(tags),
    ...clientRoutes(clients),
    ...speakerRoutes(speakers),
    ...importRoutes(imports),
    ...jobRoutes(jobs),
    ...searchRoutes(search),
    ...profitsRoutes(profits),
    ...rebuttalRoutes(rebuttals),
    ...chatRoutes(chat),
  ];
  const jobDefinitions: JobDefinition[] = [imports.run, pipeline.process, profits.extraction] as JobDefinition[];
  return {
    routes,
    jobDefinitions,
    access,
    tenants,
    keys,
    imports,
    services: { calls, store, transcripts, search, profits, rebuttals, chat, folders, tags, speakers },
  };
}

export type Features = ReturnType<typeof createFeatures>;
