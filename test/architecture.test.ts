import { cruise, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const require = createRequire(import.meta.url);
const { forbidden, options } = require('../.dependency-cruiser.cjs') as {
  forbidden: { name: string }[];
  options: object;
};

/** A file that breaks each rule, and what it imports to break it. */
const violations: Record<string, [path: string, code: string]> = {
  resolvable: ['sdk/src/zz-broken.ts', "import './nowhere-to-be-found.ts';"],
  'no-cycles': ['sdk/src/zz-cycle.ts', "import { b } from './zz-cycle-b.ts'; export const a = b;"],
  'sdk-stands-alone': ['sdk/src/zz-alone.ts', "import { z } from 'zod'; export const a = z;"],
  'widgets-use-sdk-only': [
    'widgets/src/zz-widget.ts',
    "import { InvalidInput } from '../../platform-api/src/errors.ts'; export const a = InvalidInput;",
  ],
  'tenant-config-is-a-leaf': [
    'tenant-config/src/zz-leaf.ts',
    "import { CallVault } from '../../sdk/src/index.ts'; export const a = CallVault;",
  ],
  'feature-by-its-door': [
    'platform-api/src/features/tags/zz-door.ts',
    "import { folders } from '../folders/folders.model.ts'; export const a = folders;",
  ],
  'features-know-ports': [
    'platform-api/src/features/tags/zz-adapter.ts',
    "import { systemClock } from '../../adapters/system/clock.ts'; export const a = systemClock;",
  ],
  'mongoose-lives-in-tenancy': [
    'platform-api/src/features/tags/zz-mongoose.ts',
    "import mongoose from 'mongoose'; export const a = mongoose;",
  ],
  'routes-skip-models': [
    'platform-api/src/features/tags/zz.routes.ts',
    "import { tags } from './tags.model.ts'; export const a = tags;",
  ],
  'services-skip-http': [
    'platform-api/src/features/tags/zz.service.ts',
    "import express from 'express'; export const a = express;",
  ],
  'ports-are-types': [
    'platform-api/src/ports/zz-port.ts',
    "import { systemClock } from '../adapters/system/clock.ts'; export const a = systemClock;",
  ],
  'system-collections-are-rare': [
    'platform-api/src/features/calls/zz-system.ts',
    "import { systemCollection } from '../../tenancy/system-collection.ts'; export const a = systemCollection;",
  ],
  'examples-use-published-names': [
    'examples/plain-html/zz-example.ts',
    "import { Session } from '../../sdk/src/session.ts'; export const a = Session;",
  ],
};
const extra: Record<string, string> = {
  'sdk/src/zz-cycle-b.ts': "import { a } from './zz-cycle.ts'; export const b = a;",
};
const files = [...Object.values(violations).map(([path]) => path), ...Object.keys(extra)];

afterAll(() => files.forEach((path) => rmSync(path, { force: true })));

it('has a violation for every import rule, and every rule notices its own', async () => {
  expect(Object.keys(violations).sort()).toEqual(forbidden.map(({ name }) => name).sort());
  for (const [path, code] of [...Object.values(violations), ...Object.entries(extra)]) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${code}\n`);
  }
  const ruleSet = { forbidden } as unknown as IFlattenedRuleSet;
  const { output } = await cruise(files, { ...options, validate: true, ruleSet });
  const found = (output as ICruiseResult).summary.violations;
  for (const [rule, [path]] of Object.entries(violations)) {
    expect([
      rule,
      found.some((violation) => violation.rule.name === rule && (violation.from === path || violation.to === path)),
    ]).toEqual([rule, true]);
  }
}, 60_000);
