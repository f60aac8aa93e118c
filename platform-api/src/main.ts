import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readConfig } from './config.ts';
import { startPlatform } from './platform.ts';

/** One process of CallVault, set up by the environment alone. */
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const assetsDirs = ['../../widgets/dist', '../../sdk/dist'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);
const config = readConfig();
const platform = await startPlatform({ config, version, assetsDirs, onFatal: () => process.exit(1) });
platform.engines.logger.info({ url: platform.url, role: config.role }, 'CallVault is ready');

let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (isStopping) return;
    isStopping = true;
    platform.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        platform.engines.logger.error({ err: error }, 'CallVault did not stop cleanly');
        process.exit(1);
      },
    );
  });
}
