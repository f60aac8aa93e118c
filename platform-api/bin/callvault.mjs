#!/usr/bin/env node
// The command line from a checkout: TypeScript is read as it is.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
const loader = import.meta.resolve('tsx');
const { status } = spawnSync(
  process.execPath,
  ['--import', loader, '--conditions=source', cli, ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);
