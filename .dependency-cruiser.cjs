// Who may import whom. Each rule says what to do instead; test/architecture.test.ts shows every one of them firing.
const api = '^platform-api/src/';
const test = '\\.(test|contract\\.test|harness)\\.ts$';

const never = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

module.exports = {
  forbidden: [
    never(
      'resolvable',
      { pathNot: '\\.d\\.ts$' },
      { couldNotResolve: true, pathNot: '^\\{\\{' },
      'An import nobody can follow is one no rule can judge.',
    ),
    never(
      'no-cycles',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } },
      'Move the shared part down a layer, or react to an event.',
    ),
    never(
      'sdk-stands-alone',
      { path: '^sdk/src', pathNot: test },
      { pathNot: '^sdk/src' },
      'The SDK ships to strangers.',
    ),
    never('widgets-use-sdk-only', { path: '^widgets/src' }, { path: '^(platform-api|tenant-config)/' }, 'Ask the SDK.'),
    never(
      'tenant-config-is-a-leaf',
      { path: '^tenant-config/src' },
      { path: '^(platform-api|sdk|widgets)/' },
      'A leaf: zod only.',
    ),
    // Contracts are public: they describe what goes over the wire.
    never(
      'feature-by-its-door',
      { path: `${api}features/([^/]+)/`, pathNot: test },
      { path: `${api}features/([^/]+)/`, pathNot: [`${api}features/$1/`, '/index\\.ts$', '\\.contract\\.ts$'] },
      'Import its index.ts.',
    ),
    never(
      'features-know-ports',
      { path: `${api}features/`, pathNot: test },
      { path: `${api}(adapters|engines|config)` },
      'engines.ts picks the adapter.',
    ),
    never(
      'mongoose-lives-in-tenancy',
      { path: `${api}(?!tenancy/)`, pathNot: test },
      { path: 'node_modules/mongoose' },
      'Unscoped models are how tenants leak.',
    ),
    never(
      'system-collections-are-rare',
      { path: api, pathNot: [test, `${api}(tenancy|jobs|http)/`, `${api}features/(tenants|keys)/`] },
      { path: `${api}tenancy/system-collection` },
      'What one tenant owns is a tenantCollection.',
    ),
    never('routes-skip-models', { path: '\\.routes\\.ts$' }, { path: '\\.model\\.ts$' }, 'route -> service -> model.'),
    never(
      'services-skip-http',
      { path: '\\.(service|model)\\.ts$' },
      { path: 'node_modules/express|\\.routes\\.ts$' },
      'A job calls it too.',
    ),
    never(
      'ports-are-types',
      { path: `${api}ports/`, pathNot: '\\.contract\\.ts$' },
      { path: `${api}(adapters|features|engines|http)` },
      'A port knows nobody.',
    ),
    never(
      'examples-use-published-names',
      { path: '^examples/' },
      { path: '^(sdk|widgets|platform-api|tenant-config)/src/(?!index\\.ts|register\\.ts|loader\\.ts|.*/define\\.ts)' },
      'Import @callvault/*.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.cache|\\.data|test-results)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    // Without `exportsFields` workspace imports stay unresolved and every rule passes.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'types', 'import', 'node', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json', '.node'],
    },
  },
};
