import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** How sources reach a browser in development and in tests: TypeScript as modules, packages by their source. */
export const browserModules = {
  rootDir: root,
  nodeResolve: { exportConditions: ['source', 'browser', 'import', 'default'] },
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: `${root}tsconfig.json` }),
    {
      // Libraries written for bundlers ask Node which build they are in.
      name: 'node-env',
      transform: ({ response, body }) =>
        response.is('js') && typeof body === 'string' && body.includes('process.env.NODE_ENV')
          ? { body: body.replaceAll('process.env.NODE_ENV', '"production"') }
          : undefined,
    },
  ],
};
