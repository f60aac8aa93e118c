import { outboxMailer } from './adapters/embedded/mailer/index.ts';
import { embeddedFileStore } from './adapters/embedded/file-store/index.ts';
import { startEmbeddedMongo } from './adapters/embedded/mongo/index.ts';
import { embeddedSearchIndex } from './adapters/embedded/search-index/index.ts';
import { systemClock } from './adapters/system/clock.ts';
import { jsonLogger } from './adapters/system/logger.ts';
import type { Config } from './config.ts';
import { usageRecorder } from './features/usage/index.ts';
import { modelGateway } from './models/gateway.ts';
import type { Clock } from './ports/clock.ts';
import type { Embedder } from './ports/embedder.ts';
import type { FileStore } from './ports/file-store.ts';
import type { LanguageModel } from './ports/language-model.ts';
import type { Logger } from './ports/logger.ts';
import type { Mailer } from './ports/mailer.ts';
import type { SearchIndex } from './ports/search-index.ts';

export interface Engines {
  /** `failed` resolves when the embedded engine died and could not be started again. */
  database: { url: string; stop(): Promise<void>; failed?: Promise<Error> };
  searchIndex: SearchIndex;
  languageModel: LanguageModel | null;
  embedder: Embedder | null;
  files: FileStore;
  mailer: Mailer;
  clock: Clock;
  logger: Logger;
}

/**
 * The only place that picks an engine, and the only file that knows both sides. Says which it picked and why, one line
 * each. `overrides` swap single engines in tests.
 */
export async function createEngines(config: Config, overrides: Partial<Engines> = {}): Promise<Engines> {
  const clock = overrides.clock ?? systemClock;
  const logger = overrides.logger ?? jsonLogger(config.logLevel);
  const pick = <Engine>(
    port: string,
    isVendor: boolean,
    vendor: string,
    embedded: string,
    why: string,
    engine: Engine,
  ): Engine => {
    logger.info(
      { port, engine: isVendor ? vendor : embedded },
      isVendor ? `${port}: ${vendor}, because ${why} is set` : `${port}: ${embedded}, because ${why} is not set`,
    );
    return engine;
  };

  // Clients of vendors are loaded only where they are used: they are half of the start-up time.
  const { openai, pinecone, smtp } = config;
  const embedder =
    overrides.embedder ?? (openai?.embeddingModel ? await embedderOf(openai, openai.embeddingModel) : null);
  const languageModel =
    overrides.languageModel ??
    (openai ? modelGateway(await modelOf(openai), { clock, usage: usageRecorder, log: logger }) : null);
  const database =
    overrides.database ??
    (config.mongodbUrl
      ? { url: config.mongodbUrl, stop: () => Promise.resolve() }
      : await startEmbeddedMongo({
          dataDir: `${config.dataDir}/database`,
          log: (message) => logger.info({ engine: 'embedded database' }, message),
        }));

  return {
    clock,
    logger,
    database: pick(
      'database',
      config.mongodbUrl !== null,
      'MongoDB',
      'embedded engine on SQLite',
      'MONGODB_URL',
      database,
    ),
    searchIndex: pick(
      'search index',
      pinecone !== null,
      'Pinecone',
      'embedded index on SQLite',
      'PINECONE_API_KEY',
      overrides.searchIndex ??
        (pinecone
          ? (await import('./adapters/pinecone/index.ts')).pineconeIndex(
              { apiKey: pinecone.apiKey, host: pinecone.indexHost },
              embedder ?? undefined,
            )
          : embeddedSearchIndex({ dataDir: `${config.dataDir}/search`, ...(embedder ? { embedder } : {}) })),
    ),
    embedder: pick(
      'embedder',
      embedder !== null,
      embedder?.model ?? '',
      'none, search is lexical',
      'OPENAI_EMBEDDING_MODEL',
      embedder,
    ),
    languageModel: pick(
      'language model',
      languageModel !== null,
      languageModel?.model ?? '',
      'local analyst',
      'OPENAI_API_KEY or OPENAI_BASE_URL',
      languageModel,
    ),
    files: pick(
      'file store',
      false,
      '',
      'folder on this machine',
      'another file store',
      overrides.files ?? embeddedFileStore(config.dataDir),
    ),
    mailer: pick(
      'mailer',
      smtp !== null,
      'SMTP',
      'outbox folder',
      'SMTP_URL',
      overrides.mailer ??
        (smtp ? (await import('./adapters/smtp/index.ts')).smtpMailer(smtp) : outboxMailer(config.dataDir)),
    ),
  };
}

type OpenAiOptions = NonNullable<Config['openai']>;

async function modelOf({ apiKey, baseUrl, model }: OpenAiOptions): Promise<LanguageModel> {
  const { openaiLanguageModel } = await import('./adapters/openai/openai-language-model.ts');
  return openaiLanguageModel({ apiKey, baseUrl, model });
}

async function embedderOf({ apiKey, baseUrl }: OpenAiOptions, model: string): Promise<Embedder> {
  const { openaiEmbedder } = await import('./adapters/openai/openai-embedder.ts');
  return openaiEmbedder({ apiKey, baseUrl, model });
}
