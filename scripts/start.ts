// `npm start`: the whole of CallVault on embedded engines, with sample calls, and a partner's site that embeds it.
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../platform-api/src/config.ts';
import { startPlatform } from '../platform-api/src/platform.ts';
import { importSamples, openSampleTenants, settled, type SampleKeys } from './samples.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const assetsDirs = ['widgets/dist', 'sdk/dist'].map((path) => fileURLToPath(new URL(`../${path}`, import.meta.url)));
// People read this terminal: only what is wrong, unless they ask for more.
const config = readConfig({ LOG_LEVEL: 'warn', ...process.env });
const sites: ChildProcess[] = [];

/** The partner's own server: a process of its own, as it would be on the partner's machine. */
function startSite(port: number, brand: string, keys: SampleKeys, apiUrl: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const site = spawn(
      process.execPath,
      [fileURLToPath(new URL('../examples/plain-html/server.mjs', import.meta.url))],
      {
        env: {
          ...process.env,
          PORT: String(port),
          BRAND: brand,
          CALLVAULT_URL: apiUrl,
          CALLVAULT_SECRET_KEY: keys.secretKey,
          CALLVAULT_PUBLISHABLE_KEY: keys.publishableKey,
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    sites.push(site);
    site.once('error', reject);
    site.once('exit', (code) =>
      reject(new Error(`The example site ended with code ${code}. Is port ${port} taken? Set EXAMPLE_PORT.`)),
    );
    site.stdout?.once('data', () => resolve(`http://localhost:${port}`));
  });
}

const platform = await startPlatform({ config, version, assetsDirs, onFatal: () => void stop(1) });
async function stop(code: number): Promise<never> {
  for (const site of sites) site.kill('SIGTERM');
  await platform.stop();
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(0));

try {
  const keys = await openSampleTenants(platform.url, config.operatorKey, config.dataDir);
  const counts = await Promise.all(
    Object.entries(keys).map(async ([id, own]) => [id, await importSamples(platform.url, id, own)] as const),
  );
  await Promise.all(Object.values(keys).map((own) => settled(platform.url, own)));
  const port = Number(process.env.EXAMPLE_PORT ?? 4200);
  const partner = await startSite(port, 'table', keys.northbeam, platform.url);
  const law = await startSite(port + 1, 'law', keys['harbor-law'], platform.url);
  const callsOf = Object.fromEntries(counts);
  console.log(`
CallVault ${version} is running on embedded engines. Nothing left this machine.

  A partner's site with the widgets   ${partner}   (tenant northbeam, ${callsOf.northbeam} sample calls)
  Another tenant's site               ${law}   (tenant harbor-law, ${callsOf['harbor-law']} sample calls)
  The API                             ${platform.url}   (OpenAPI: ${platform.url}/v1/openapi.json)

  Sign in on the sites as one of the people they list: no password, they are samples.
  Keys of both tenants: ${config.dataDir}/tenant-keys.json
  Your own transcripts: drop them on the calls page, or  npx callvault import <files> --tenant northbeam

  Ctrl+C stops everything; what was imported stays in ${config.dataDir}.
`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await stop(1);
}
