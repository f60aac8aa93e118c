import { CallVault, CallVaultError } from '@callvault/sdk';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const usage = `callvault import <files or folders> --tenant <id>   import transcripts, every format we read
callvault tenant create <id> --name <name>          open a tenant, keep its keys in the data folder

Where:  --url       the API, http://127.0.0.1:4100 unless said (or CALLVAULT_URL)
        --data-dir  the data folder, .data unless said (or CALLVAULT_DATA_DIR)
Keys:   CALLVAULT_SECRET_KEY, else the key kept in the data folder for that tenant.
        CALLVAULT_OPERATOR_KEY, else the operator key in the data folder.`;

const filesPerImport = 50;

interface Settings {
  url: string;
  dataDir: string;
  tenant?: string;
  name?: string;
}

type Keys = Record<string, { secretKey: string; publishableKey: string }>;

const keysPath = (dataDir: string) => join(dataDir, 'tenant-keys.json');
const readKeys = (dataDir: string): Keys =>
  existsSync(keysPath(dataDir)) ? (JSON.parse(readFileSync(keysPath(dataDir), 'utf8')) as Keys) : {};

function secretKey({ dataDir, tenant }: Settings): string {
  const key = process.env.CALLVAULT_SECRET_KEY ?? (tenant ? readKeys(dataDir)[tenant]?.secretKey : undefined);
  if (key) return key;
  throw new Error(
    tenant
      ? `No key is known for the tenant "${tenant}". Set CALLVAULT_SECRET_KEY, or make it with: callvault tenant create ${tenant} --name "..."`
      : 'Say which tenant: --tenant <id>.',
  );
}

function operatorKey(dataDir: string): string {
  const path = join(dataDir, 'operator.key');
  const key = process.env.CALLVAULT_OPERATOR_KEY ?? (existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined);
  if (!key)
    throw new Error(`There is no operator key in ${dataDir}. Start the platform once, or set CALLVAULT_OPERATOR_KEY.`);
  return key;
}

/** Files as named, and every file in folders as named, hidden ones left out. */
async function filesIn(paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOTDIR') return null;
        throw new Error(
          error.code === 'ENOENT'
            ? `${path} does not exist. Check the path; nothing was imported.`
            : `${path} can't be read (${error.code ?? error.message}); nothing was imported.`,
        );
      },
    );
    if (!entries) found.push(path);
    else
      found.push(
        ...entries
          .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
          .map((entry) => join(entry.parentPath, entry.name)),
      );
  }
  return found.sort();
}

async function importFiles(paths: string[], settings: Settings): Promise<number> {
  if (paths.length === 0) throw new Error(`Name files or folders to import.\n\n${usage}`);
  const vault = new CallVault({ baseUrl: settings.url, secretKey: secretKey(settings) });
  const files = await filesIn(paths);
  let refused = 0;
  for (let at = 0; at < files.length; at += filesPerImport) {
    const batch = await Promise.all(
      files.slice(at, at + filesPerImport).map(async (path) => ({
        name: basename(path),
        content: (await readFile(path)).toString('base64'),
        encoding: 'base64' as const,
      })),
    );
    const { id } = await vault.imports.create({ files: batch });
    let last;
    for await (last of vault.imports.watch(id));
    for (const { name, status, format, callIds, error } of last?.files ?? []) {
      if (status === 'failed') refused += 1;
      console.log(
        status === 'failed'
          ? `refused    ${name}: ${error?.message}`
          : `${status.padEnd(10)} ${name} (${format}, ${callIds.length === 1 ? '1 call' : `${callIds.length} calls`})`,
      );
    }
  }
  console.log(`${files.length - refused} of ${files.length} files imported.`);
  return refused === 0 ? 0 : 1;
}

async function createTenant(id: string | undefined, { url, dataDir, name }: Settings): Promise<number> {
  if (!id || !name) throw new Error(`A tenant needs an id and a name.\n\n${usage}`);
  const vault = new CallVault({ baseUrl: url, secretKey: operatorKey(dataDir) });
  const { tenant, secretKey: secret, publishableKey } = await vault.tenants.create({ id, name });
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(
    keysPath(dataDir),
    JSON.stringify({ ...readKeys(dataDir), [id]: { secretKey: secret, publishableKey } }, null, 2),
    { mode: 0o600 },
  );
  console.log(
    `Tenant "${tenant.name}" is open.\nSecret key (for your server):      ${secret}\nPublishable key (for your pages): ${publishableKey}\nBoth are kept in ${keysPath(dataDir)}.`,
  );
  return 0;
}

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      tenant: { type: 'string' },
      name: { type: 'string' },
      url: { type: 'string' },
      'data-dir': { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const settings: Settings = {
    url: values.url ?? process.env.CALLVAULT_URL ?? 'http://127.0.0.1:4100',
    dataDir: resolve(values['data-dir'] ?? process.env.CALLVAULT_DATA_DIR ?? '.data'),
    tenant: values.tenant,
    name: values.name,
  };
  const [command, ...rest] = positionals;
  if (command === 'import' && !values.help) return importFiles(rest, settings);
  if (command === 'tenant' && rest[0] === 'create' && !values.help) return createTenant(rest[1], settings);
  console.log(usage);
  return values.help || command === undefined ? 0 : 2;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(
    error instanceof CallVaultError
      ? `${error.message} (${error.code})`
      : error instanceof Error
        ? error.message
        : String(error),
  );
  process.exitCode = 2;
}
