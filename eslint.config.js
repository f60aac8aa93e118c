import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['**/dist/**', '**/generated/**', '**/.cache/**', '**/.data/**', '**/test-results/**'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // `args: 'after-used'` and `_name` keep callbacks honest about what they ignore.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'config.ts is the only reader of process.env.' },
      ],
    },
  },
  { files: ['widgets/src/**/*.ts'], ...lit.configs['flat/recommended'] },
  { files: ['widgets/src/**/*.ts'], ...wc.configs['flat/best-practice'] },
  {
    files: ['widgets/src/**/*.ts'],
    plugins: { 'lit-a11y': litA11y },
    rules: { ...litA11y.configs.recommended.rules, 'lit/no-invalid-html': 'error' },
  },
  {
    files: [
      'scripts/**',
      'platform-api/src/config.ts',
      'platform-api/src/cli.ts',
      'platform-api/src/testing/index.ts',
      '**/*.test.ts',
      'test/**',
      'examples/**',
      '*.config.*',
      '**/*.mjs',
      '**/*.cjs',
    ],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly', module: 'writable', require: 'readonly' },
    },
    rules: { 'no-restricted-properties': 'off', 'no-console': 'off' },
  },
  // The assertions of @open-wc/testing are typed as promises though only some are; chai's `expect(...)` reads as floating.
  { files: ['widgets/src/**/*.test.ts'], rules: { '@typescript-eslint/no-floating-promises': 'off' } },
);
