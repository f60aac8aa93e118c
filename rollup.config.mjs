import { existsSync, readdirSync, rmSync } from 'node:fs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import { litDecorators } from './scripts/lit-decorators.mjs';
import { minifyTemplates } from './scripts/minify-templates.mjs';
import { usedIcons } from './scripts/used-icons.mjs';

const widgetFolders = readdirSync('widgets/src', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .filter((name) => ['define', name].every((file) => existsSync(`widgets/src/${name}/${file}.ts`)) && name !== 'core');

/** What the package exports: everything at once, by need, and each widget with and without its registration. */
const widgetEntries = Object.fromEntries([
  ...['index', 'register', 'autoload'].map((name) => [name, `widgets/src/${name}.ts`]),
  ...widgetFolders.flatMap((name) => [
    [`${name}/define`, `widgets/src/${name}/define.ts`],
    [`${name}/class`, `widgets/src/${name}/${name}.ts`],
  ]),
]);

const sdkEntries = Object.fromEntries(
  ['index', 'loader'].filter((name) => existsSync(`sdk/src/${name}.ts`)).map((name) => [name, `sdk/src/${name}.ts`]),
);

const plugins = () => [
  nodeResolve({
    exportConditions: ['source', 'browser', 'production', 'import', 'default'],
    extensions: ['.ts', '.js'],
  }),
  usedIcons('widgets/src'),
  litDecorators(),
  esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' }),
  minifyTemplates(),
  {
    name: 'node-env',
    transform: (code) =>
      code.includes('process.env.NODE_ENV')
        ? { code: code.replaceAll('process.env.NODE_ENV', '"production"'), map: null }
        : null,
  },
  terser({ ecma: 2022, module: true, compress: { passes: 3, unsafe_arrows: true }, format: { comments: false } }),
];

/** What every widget needs travels in one file: one request, and better compressed than in pieces. */
const core = [
  /node_modules\/(lit|lit-html|lit-element|@lit)\//,
  /widgets\/src\/(core|app)\//,
  /sdk\/src\/(?!server-events)/,
  /parts\/(icons?|tooltip|problem-kind|controls|css-props|marks|skeleton)\.ts/,
  /parts\/(buttons|fields|chips|tags|states|frame|skeleton|segmented|strip)\.styles\.ts/,
];

/** What the library and the filters of other widgets share: small files that weigh less as one. */
const filters = [/call-library\/(call-filter|value-names|filter-summary|messages\.en|reason)\.ts/];

const output = (dir) => ({
  dir,
  format: 'es',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name]-[hash].js',
  // Entries stay what their names say; what two of them share goes into chunks.
  hoistTransitiveImports: false,
  generatedCode: 'es2015',
  ...(dir === 'widgets/dist'
    ? {
        manualChunks: (id) =>
          core.some((pattern) => pattern.test(id))
            ? 'core'
            : filters.some((pattern) => pattern.test(id))
              ? 'filters'
              : undefined,
      }
    : {}),
});

/** Chunks carry a hash in their name: without this, those of earlier builds would be shipped too. */
const cleaned = (dir) => ({ name: 'clean', buildStart: () => rmSync(dir, { recursive: true, force: true }) });

export default [
  {
    input: widgetEntries,
    output: output('widgets/dist'),
    plugins: [cleaned('widgets/dist'), ...plugins()],
    preserveEntrySignatures: 'exports-only',
  },
  { input: sdkEntries, output: output('sdk/dist'), plugins: [cleaned('sdk/dist'), ...plugins()] },
];
