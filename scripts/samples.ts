import { CallVault } from '@callvault/sdk';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TenantConfig } from '@callvault/tenant-config';

interface SampleCall {
  file: string;
  title: string;
  startedAt: string;
  client: string | null;
  folder: string[];
  tags: string[];
  outcome: string | null;
  participants: { name: string; email?: string; role?: string; side: 'us' | 'them' | 'unknown' }[];
}

interface Manifest {
  tenants: Record<string, { name: string; calls: SampleCall[] }>;
}

export interface SampleKeys {
  secretKey: string;
  publishableKey: string;
}

const folder = new URL('../examples/sample-calls/', import.meta.url);
const tenants = new URL('../tenant-config/tenants/', import.meta.url);

/** The sample tenants of the manifest, opened once; their keys are kept beside the data so that a restart finds them. */
export async function openSampleTenants(
  baseUrl: string,
  operatorKey: string,
  dataDir: string,
): Promise<Record<string, SampleKeys>> {
  const path = join(dataDir, 'tenant-keys.json');
  const keys = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, SampleKeys>) : {};
  const operator = new CallVault({ baseUrl, secretKey: operatorKey });
  for (const id of Object.keys(readManifest().tenants)) {
    if (keys[id]) continue;
    const config = TenantConfig.parse(JSON.parse(readFileSync(new URL(`${id}.json`, tenants), 'utf8')));
    const { secretKey, publishableKey } = await operator.tenants.create(config);
    keys[id] = { secretKey, publishableKey };
    writeFileSync(path, JSON.stringify(keys, null, 2), { mode: 0o600 });
  }
  return keys;
}

/** Imports the sample calls of one tenant; those that are there already stay one call. Resolves with how many there are. */
export async function importSamples(baseUrl: string, tenantId: string, { secretKey }: SampleKeys): Promise<number> {
  const vault = new CallVault({ baseUrl, secretKey });
  const { calls } = readManifest().tenants[tenantId];
  const files = calls.map(({ file, title, startedAt, client, folder: folderPath, tags, outcome, participants }) => ({
    name: file.split('/').pop() ?? file,
    content: readFileSync(new URL(file, folder), 'utf8'),
    facts: {
      // A generic title is left to the file, as it would arrive from a recorder.
      ...(/^zoom meeting/i.test(title) ? {} : { title }),
      startedAt,
      ...(client ? { client } : {}),
      ...(folderPath.length > 0 ? { folderPath } : {}),
      tags,
      outcome,
      participants: participants.map(({ name, email, role, side }) => ({
        name,
        side,
        ...(email ? { email } : {}),
        ...(role ? { title: role } : {}),
      })),
    },
  }));
  const { id } = await vault.imports.create({ files });
  for await (const { files: results } of vault.imports.watch(id, { everyMs: 250 })) {
    const refused = results.find(({ status }) => status === 'failed');
    if (refused) throw new Error(`The sample call ${refused.name} was refused: ${refused.error?.message}`);
  }
  return files.length;
}

/** Waits until nothing of a tenant is being worked on, so that what is shown first is complete. */
export async function settled(baseUrl: string, { secretKey }: SampleKeys, timeoutMs = 60_000): Promise<void> {
  const vault = new CallVault({ baseUrl, secretKey });
  for (const end = Date.now() + timeoutMs; Date.now() < end;) {
    const [queued, running] = await Promise.all([
      vault.jobs.list({ status: 'queued', limit: 1 }),
      vault.jobs.list({ status: 'running', limit: 1 }),
    ]);
    if (queued.items.length + running.items.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

const readManifest = (): Manifest => JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')) as Manifest;
