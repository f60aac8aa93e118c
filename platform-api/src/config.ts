import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const Port = z.coerce.number().int().min(0).max(65_535);
const Url = z.url();

/** Every setting there is, as environment variables. `.env.example` explains each. */
const Environment = z.object({
  CALLVAULT_DATA_DIR: z.string().min(1).default('.data'),
  PORT: Port.default(4100),
  HOST: z.string().default('127.0.0.1'),
  CALLVAULT_ROLE: z.enum(['all', 'api', 'worker']).default('all'),
  CALLVAULT_MASTER_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'CALLVAULT_MASTER_KEY is 64 hexadecimal digits (32 bytes).')
    .optional(),
  CALLVAULT_OPERATOR_KEY: z
    .string()
    .regex(/^op_.{20,}$/, 'CALLVAULT_OPERATOR_KEY begins with "op_" and has at least 20 more characters.')
    .optional(),
  MONGODB_URL: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'MONGODB_URL begins with mongodb:// or mongodb+srv://.')
    .optional(),
  OPENAI_API_KEY: z.string().min(1).optional(),
  OPENAI_BASE_URL: Url.optional(),
  OPENAI_MODEL: z.string().min(1).default('gpt-4.1-mini'),
  OPENAI_EMBEDDING_MODEL: z.string().min(1).optional(),
  PINECONE_API_KEY: z.string().min(1).optional(),
  PINECONE_INDEX_HOST: z.string().min(1).optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'SMTP_URL begins with smtp:// or smtps://.')
    .optional(),
  SMTP_FROM: z.string().default('CallVault <no-reply@localhost>'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  RATE_LIMIT_TENANT: z.coerce.number().int().min(1).default(6000),
  RATE_LIMIT_CALLER: z.coerce.number().int().min(1).default(1200),
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(2),
  NODE_ENV: z.string().default('development'),
});

export interface Config {
  dataDir: string;
  port: number;
  host: string;
  role: 'all' | 'api' | 'worker';
  masterKey: Buffer;
  operatorKey: string;
  mongodbUrl: string | null;
  openai: { apiKey: string; baseUrl?: string; model: string; embeddingModel: string | null } | null;
  pinecone: { apiKey: string; indexHost: string } | null;
  smtp: { url: string; from: string } | null;
  logLevel: string;
  trustProxy: number;
  limits: { tenant: number; caller: number };
  workerConcurrency: number;
  isProduction: boolean;
}

/** A secret that lives beside the data, made at the first start. On several machines set it by the environment instead. */
function keptSecret(dataDir: string, name: string, make: () => string): string {
  const path = join(dataDir, name);
  if (!existsSync(path)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, make(), { mode: 0o600, flush: true });
    try {
      // Whole or not at all, and the first of several processes that start together wins.
      linkSync(draft, path);
    } catch {
      // Somebody was first, or this file system knows no links.
      if (!existsSync(path)) copyFileSync(draft, path);
    } finally {
      rmSync(draft, { force: true });
    }
  }
  return readFileSync(path, 'utf8').trim();
}

/** Reads the environment once. Throws one sentence per setting that is wrong. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = Environment.safeParse(given);
  if (!result.success)
    throw new Error(
      `The settings are not usable:\n${result.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`).join('\n')}`,
    );
  const env = result.data;
  const dataDir = resolve(env.CALLVAULT_DATA_DIR);
  const isModelWanted = env.OPENAI_API_KEY !== undefined || env.OPENAI_BASE_URL !== undefined;
  if (env.PINECONE_API_KEY && !env.PINECONE_INDEX_HOST)
    throw new Error(
      'PINECONE_API_KEY is set without PINECONE_INDEX_HOST. Copy the host of your index from the Pinecone console.',
    );
  return {
    dataDir,
    port: env.PORT,
    host: env.HOST,
    role: env.CALLVAULT_ROLE,
    masterKey: Buffer.from(
      env.CALLVAULT_MASTER_KEY ?? keptSecret(dataDir, 'master.key', () => randomBytes(32).toString('hex')),
      'hex',
    ),
    operatorKey:
      env.CALLVAULT_OPERATOR_KEY ??
      keptSecret(dataDir, 'operator.key', () => `op_${randomBytes(32).toString('base64url')}`),
    mongodbUrl: env.MONGODB_URL ?? null,
    openai: isModelWanted
      ? {
          apiKey: env.OPENAI_API_KEY ?? 'none',
          ...(env.OPENAI_BASE_URL ? { baseUrl: env.OPENAI_BASE_URL } : {}),
          model: env.OPENAI_MODEL,
          embeddingModel: env.OPENAI_EMBEDDING_MODEL ?? null,
        }
      : null,
    pinecone:
      env.PINECONE_API_KEY && env.PINECONE_INDEX_HOST
        ? { apiKey: env.PINECONE_API_KEY, indexHost: env.PINECONE_INDEX_HOST }
        : null,
    smtp: env.SMTP_URL ? { url: env.SMTP_URL, from: env.SMTP_FROM } : null,
    logLevel: env.LOG_LEVEL,
    trustProxy: env.TRUST_PROXY,
    limits: { tenant: env.RATE_LIMIT_TENANT, caller: env.RATE_LIMIT_CALLER },
    workerConcurrency: env.WORKER_CONCURRENCY,
    isProduction: env.NODE_ENV === 'production',
  };
}
