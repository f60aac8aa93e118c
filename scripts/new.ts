// `npm run new -- feature <noun>` or `npm run new -- widget <noun>`: the files of house style, ready to fill.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';

const [kind, noun] = process.argv.slice(2);
if (!['feature', 'widget'].includes(kind) || !/^[a-z][a-z-]+$/.test(noun ?? '')) {
  console.error('usage: npm run new -- feature|widget <noun>   (kebab-case; features are plural nouns)');
  process.exit(2);
}

const camel = noun.replaceAll(/-([a-z])/g, (_all, letter: string) => letter.toUpperCase());
const pascal = camel[0].toUpperCase() + camel.slice(1);

const feature: Record<string, string> = {
  [`platform-api/src/features/${noun}/${noun}.contract.ts`]: `import { z } from 'zod';
import { contract } from '../../http/contract.ts';
import { Id, page, PageQuery } from '../../http/schemas.ts';

export const ${pascal}Item = z.object({ id: Id, name: z.string() });

export const list${pascal} = contract({
  method: 'get',
  path: '/v1/${noun}',
  operation: '${camel}.list',
  summary: 'List ${noun}',
  permission: '${noun}:read',
  query: PageQuery,
  output: page(${pascal}Item),
});
`,
  [`platform-api/src/features/${noun}/${noun}.model.ts`]: `import { tenantCollection } from '../../tenancy/tenant-collection.ts';

export interface ${pascal}Document {
  name: string;
}

export const ${camel} = tenantCollection<${pascal}Document>('${noun}', { name: String }, { idPrefix: '${noun.slice(0, 3)}', indexes: [{ fields: { name: 1 } }] });
`,
  [`platform-api/src/features/${noun}/${noun}.service.ts`]: `import type { TenantContext } from '../../tenancy/context.ts';
import { ${camel} } from './${noun}.model.ts';

export class ${pascal}Service {
  async list(ctx: TenantContext, { limit, cursor }: { limit: number; cursor?: string }) {
    const { items, nextCursor } = await ${camel}.in(ctx).page({}, { sort: ['name', 1], limit, cursor });
    return { items: items.map(({ id, name }) => ({ id, name })), nextCursor };
  }
}
`,
  [`platform-api/src/features/${noun}/${noun}.routes.ts`]: `import { route } from '../../http/route.ts';
import { list${pascal} } from './${noun}.contract.ts';
import type { ${pascal}Service } from './${noun}.service.ts';

export const ${camel}Routes = (service: ${pascal}Service) => [route(list${pascal}, ({ ctx, query }) => service.list(ctx, query))];
`,
  [`platform-api/src/features/${noun}/index.ts`]: `export { ${camel}Routes } from './${noun}.routes.ts';
export { ${pascal}Service } from './${noun}.service.ts';
`,
  [`sdk/src/resources/${noun}.ts`]: `import type { Answer, Query } from '../operations.ts';
import type { RequestOptions, Transport } from '../transport.ts';

export class ${pascal} {
  constructor(private readonly transport: Transport) {}

  list(query: Query<'${camel}.list'> = {}, options?: RequestOptions) {
    return this.transport.json<Answer<'${camel}.list'>>({ method: 'GET', path: '/v1/${noun}', query, options });
  }
}
`,
};

const widget: Record<string, string> = {
  [`widgets/src/${noun}/define.ts`]: `import { define } from '../core/define.ts';
import { ${pascal} } from './${noun}.ts';

define(${pascal});
`,
  [`widgets/src/${noun}/messages.en.ts`]: `export const messages = { title: '${pascal.replaceAll(/([a-z])([A-Z])/g, '$1 $2')}' };
`,
  [`widgets/src/${noun}/${noun}.ts`]: `import { html } from 'lit';
import { CallVaultElement } from '../core/element.ts';

/** @summary What this widget lets people do, in one sentence. */
export class ${pascal} extends CallVaultElement {
  static readonly tag = 'cv-${noun}';

  override render() {
    return html\`\`;
  }
}
`,
  [`widgets/src/${noun}/${noun}.test.ts`]: `import { expect } from '@open-wc/testing';
import { ${pascal} } from './${noun}.ts';

// The first test of a widget is the axe check: mount it with the fixture of widgets/src/testing.
it('has its own tag', () => expect(${pascal}.tag).to.equal('cv-${noun}'));
`,
};

const files = kind === 'feature' ? feature : widget;
const taken = Object.keys(files).find((path) => existsSync(path));
if (taken) {
  console.error(`${taken} exists already. Nothing was written.`);
  process.exit(1);
}
for (const [path, content] of Object.entries(files)) {
  mkdirSync(join(path, '..'), { recursive: true });
  // Lines break by the length of the noun.
  writeFileSync(path, await format(content, { parser: 'typescript', printWidth: 120, singleQuote: true }));
  console.log(path);
}
console.log(
  kind === 'feature'
    ? `\nThen: add "${noun}:read" to tenancy/permissions.ts, the contract to contracts.ts, the service to features/index.ts, a request to\nplatform-api/test/requests.ts, the resource to sdk/src/callvault.ts, a row to docs/features.md; and run npm run generate.`
    : `\nThen: add the tag to widgets/src/widgets.ts and a row to docs/features.md.`,
);
