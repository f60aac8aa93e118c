import type { mongo } from 'mongoose';
import { isRecord, mismatch, toRecord } from './unified-matching.harness.ts';
import { operations, type Entities } from './unified-operations.harness.ts';

type Json = Record<string, unknown>;

export interface UnifiedFile {
  createEntities: Record<string, Json>[];
  initialData?: { collectionName: string; databaseName: string; documents: mongo.BSON.Document[] }[];
  runOnRequirements?: Json[];
  tests: UnifiedTest[];
}

export interface UnifiedTest {
  description: string;
  runOnRequirements?: Json[];
  operations: { name: string; object: string; arguments?: Json; expectError?: Json; expectResult?: unknown }[];
  outcome?: { collectionName: string; databaseName: string; documents: unknown[] }[];
}

export interface Verdict {
  kind: 'passed' | 'refused' | 'wrong' | 'skipped';
  reason?: string;
}

/** Runs one case. Refused means that the server named what it does not do; wrong that it did something else. */
export async function runCase(
  file: UnifiedFile,
  test: UnifiedTest,
  connect: (options: mongo.MongoClientOptions) => Promise<mongo.MongoClient>,
  version: string,
): Promise<Verdict> {
  const unmet = [file.runOnRequirements, test.runOnRequirements].find(
    (some) => some && !some.some((one) => isMet(one, version)),
  );
  if (unmet) return { kind: 'skipped', reason: 'for another server' };
  if (test.operations.some(({ name }) => name === 'failPoint')) return { kind: 'skipped', reason: 'fail point' };
  const clients: mongo.MongoClient[] = [];
  try {
    const entities = await createEntities(file, connect, clients);
    await fill(file, clients[0]);
    for (const operation of test.operations) {
      const verdict = await runOperation(operation, entities);
      if (verdict) return verdict;
    }
    return await compareOutcome(test, clients[0]);
  } finally {
    for (const client of clients) await client.close();
  }
}

function isMet(requirement: Json, version: string): boolean {
  const topologies = requirement.topologies as string[] | undefined;
  if (topologies && !topologies.includes('replicaset')) return false;
  if (requirement.serverless === 'require' || requirement.auth === true) return false;
  const { minServerVersion: least, maxServerVersion: most } = requirement;
  return (
    (typeof least !== 'string' || compareVersions(version, least) >= 0) &&
    (typeof most !== 'string' || compareVersions(version, most) <= 0)
  );
}

function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  const at = left.findIndex((part, depth) => part !== (right[depth] ?? 0));
  return at < 0 ? 0 : left[at] - (right[at] ?? 0);
}

async function createEntities(
  file: UnifiedFile,
  connect: (options: mongo.MongoClientOptions) => Promise<mongo.MongoClient>,
  clients: mongo.MongoClient[],
): Promise<Map<string, Entities>> {
  const entities = new Map<string, Entities>();
  const get = (id: unknown): Entities => entities.get(String(id)) ?? ({} as Entities);
  for (const entity of file.createEntities) {
    const [[kind, { id, ...fields }]] = Object.entries(entity);
    if (kind === 'client') {
      const client = await connect((fields.uriOptions ?? {}) as mongo.MongoClientOptions);
      clients.push(client);
      entities.set(String(id), { client });
    } else if (kind === 'database') {
      const { client } = get(fields.client);
      entities.set(String(id), { client, database: client.db(String(fields.databaseName)) });
    } else if (kind === 'collection') {
      const { client, database } = get(fields.database);
      const options = (fields.collectionOptions ?? {}) as mongo.CollectionOptions;
      entities.set(String(id), {
        client,
        database,
        collection: database?.collection(String(fields.collectionName), options),
      });
    }
  }
  return entities;
}

async function fill(file: UnifiedFile, client: mongo.MongoClient): Promise<void> {
  for (const { databaseName, collectionName, documents } of file.initialData ?? [
    { databaseName: 'crud-tests', collectionName: 'coll0', documents: [] },
  ]) {
    await client.db(databaseName).dropCollection(collectionName);
    const collection = await client.db(databaseName).createCollection(collectionName);
    if (documents.length > 0) await collection.insertMany(documents.map((document) => ({ ...document })));
  }
}

async function runOperation(
  operation: UnifiedTest['operations'][number],
  entities: Map<string, Entities>,
): Promise<Verdict | undefined> {
  const run = operations[operation.name] as (typeof operations)[string] | undefined;
  const on = entities.get(operation.object);
  if (!run || !on) return { kind: 'skipped', reason: `the runner does not know ${operation.name}` };
  let result: unknown;
  try {
    result = await run(on, operation.arguments ?? {});
  } catch (error) {
    if (isRefusal(error)) return { kind: 'refused', reason: messageOf(error) };
    if (!operation.expectError) return { kind: 'wrong', reason: `unexpected error: ${messageOf(error)}` };
    const difference = errorMismatch(operation.expectError, error);
    return difference === undefined ? undefined : { kind: 'wrong', reason: difference };
  }
  if (operation.expectError) return { kind: 'wrong', reason: `expected an error, got ${JSON.stringify(result)}` };
  if (operation.expectResult === undefined) return undefined;
  const difference = mismatch(operation.expectResult, result);
  return difference === undefined ? undefined : { kind: 'wrong', reason: difference };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function errorFields(error: unknown): Json {
  return isRecord(error) ? error : {};
}

/** 238 is this server's "not supported"; within a bulk write it is an error of one operation. */
function isRefusal(error: unknown): boolean {
  const { code, writeErrors } = errorFields(error);
  if (code === 238) return true;
  const inner =
    writeErrors instanceof Map
      ? [...writeErrors.values()]
      : Array.isArray(writeErrors)
        ? (writeErrors as unknown[])
        : [];
  return inner.some((one) => errorFields(one).code === 238);
}

function errorMismatch(expected: Json, error: unknown): string | undefined {
  const fields = errorFields(error);
  const isServerError = 'code' in fields && fields.code !== undefined;
  if (expected.isClientError === true && isServerError) return `expected a client error, got ${messageOf(error)}`;
  if (expected.errorCode !== undefined && expected.errorCode !== fields.code)
    return `expected code ${String(expected.errorCode)}, got ${String(fields.code)}: ${messageOf(error)}`;
  if (
    typeof expected.errorContains === 'string' &&
    !messageOf(error).toLowerCase().includes(expected.errorContains.toLowerCase())
  ) {
    return `expected a message with "${expected.errorContains}", got "${messageOf(error)}"`;
  }
  if (expected.errorResponse !== undefined) {
    const difference = mismatch(expected.errorResponse, fields.errorResponse, 'errorResponse');
    if (difference !== undefined) return difference;
  }
  if (isRecord(expected.writeErrors)) {
    const actual = toRecord(fields.writeErrors) ?? {};
    for (const [index, one] of Object.entries(expected.writeErrors)) {
      const difference = mismatch(one, actual[index], `writeErrors.${index}`);
      if (difference !== undefined) return difference;
    }
    if (Object.keys(actual).length !== Object.keys(expected.writeErrors).length)
      return 'another number of write errors';
  }
  return expected.expectResult === undefined
    ? undefined
    : mismatch(expected.expectResult, resultOf(fields), 'error.result');
}

/** The driver always sets a partial result; one that counts nothing stands for none. */
function resultOf(fields: Json): unknown {
  const partial = fields.partialResult ?? fields.result;
  if (!isRecord(partial)) return partial;
  const counts = Object.entries(partial).filter(([name]) => name.endsWith('Count'));
  return fields.partialResult && counts.length > 0 && counts.every(([, count]) => count === 0) ? undefined : partial;
}

async function compareOutcome(test: UnifiedTest, client: mongo.MongoClient): Promise<Verdict> {
  for (const { databaseName, collectionName, documents } of test.outcome ?? []) {
    const stored = await client
      .db(databaseName)
      .collection(collectionName)
      .find({}, { sort: { _id: 1 } })
      .toArray();
    const difference = mismatch(documents, stored, collectionName, false);
    if (difference !== undefined) return { kind: 'wrong', reason: difference };
  }
  return { kind: 'passed' };
}
