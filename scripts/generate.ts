// Writes platform-api/openapi.json and sdk/src/generated/api.ts from the contracts. `--check` writes nothing and fails on drift.
import { readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { format } from 'prettier';
import { contracts } from '../platform-api/src/contracts.ts';
import { openApi } from '../platform-api/src/http/openapi.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const document = openApi(contracts, version);
const json = `${JSON.stringify(document, null, 2)}\n`;
const types = await format(
  `// Generated from platform-api/openapi.json by \`npm run generate\`. Never edited.\n${astToString(await openapiTS(json))}`,
  { parser: 'typescript', printWidth: 120, singleQuote: true },
);

const outputs: Record<string, string> = { 'platform-api/openapi.json': json, 'sdk/src/generated/api.ts': types };
const isCheck = process.argv.includes('--check');
for (const [path, content] of Object.entries(outputs)) {
  if (isCheck) {
    if (readFileSync(path, 'utf8') === content) continue;
    console.error(`${path} does not match the contracts. Run \`npm run generate\` and commit the result.`);
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}
