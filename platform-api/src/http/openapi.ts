import { z } from 'zod';
import type { Contract } from './contract.ts';

type Json = Record<string, unknown>;

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'requestId', 'retryable'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string', description: 'What happened and what to do next.' },
    requestId: { type: 'string' },
    retryable: { type: 'boolean' },
    errors: {
      type: 'array',
      items: { type: 'object', properties: { path: { type: 'string' }, message: { type: 'string' } } },
    },
  },
};

/** Metadata without names: what callers send is written out in place, so a name always means what the API answers. */
class Unnamed extends z.core.$ZodRegistry<Record<string, unknown>> {
  override get(schema: z.core.$ZodType): Record<string, unknown> {
    return { ...z.globalRegistry.get(schema), id: undefined };
  }
}

/** Points references at the document's components. */
const rebased = (schema: Json): Json =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as Json;

/** Zod's JSON Schema is draft 2020-12, which is what OpenAPI 3.1 speaks; only its root keys have no place inside a document. */
function schemaOf(type: z.ZodType, io: 'input' | 'output', named: Record<string, Json> = {}): Json {
  const options = { io, unrepresentable: 'any', ...(io === 'input' ? { metadata: new Unnamed() } : {}) } as const;
  const { $schema, $defs, id, ...schema } = rebased(z.toJSONSchema(type, options) as Json);
  void [$schema, id];
  for (const [name, { id: _id, ...definition }] of Object.entries(($defs ?? {}) as Record<string, Json>))
    named[name] = definition;
  return schema;
}

function parametersOf(contract: Contract): Json[] {
  const parts = [
    ['path', contract.params],
    ['query', contract.query],
  ] as const;
  return parts.flatMap(([place, type]) => {
    if (!type) return [];
    const schema = schemaOf(type, 'input') as { properties?: Record<string, Json>; required?: string[] };
    return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
      name,
      in: place,
      required: place === 'path' || (schema.required ?? []).includes(name),
      ...(typeof property.description === 'string' ? { description: property.description } : {}),
      schema: property,
    }));
  });
}

function answerOf(contract: Contract, named: Record<string, Json>): Json {
  const status = String(contract.status ?? 200);
  if (contract.outputKind === 'empty') return { [status]: { description: 'Done.' } };
  const type = contract.outputKind === 'events' ? 'text/event-stream' : 'application/json';
  return {
    [status]: { description: 'Answer.', content: { [type]: { schema: schemaOf(contract.output, 'output', named) } } },
  };
}

function operationOf(contract: Contract, named: Record<string, Json>): Json {
  return {
    operationId: contract.operation,
    summary: contract.summary,
    tags: [contract.operation.split('.')[0]],
    ...(contract.permission === 'public' ? { security: [] } : {}),
    'x-permission': contract.permission,
    parameters: parametersOf(contract),
    ...(contract.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(contract.body, 'input') } },
          },
        }
      : {}),
    responses: { ...answerOf(contract, named), default: { $ref: '#/components/responses/Problem' } },
  };
}

/** The whole API as an OpenAPI 3.1 document, from the contracts alone. */
export function openApi(contracts: readonly Contract[], version: string): Json {
  const paths: Record<string, Json> = {};
  const named: Record<string, Json> = {};
  for (const contract of [...contracts].sort(
    (a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method),
  )) {
    (paths[contract.path] ??= {})[contract.method] = operationOf(contract, named);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'CallVault API', version, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'A secret key from a server, an embed session token from a browser.',
        },
      },
      responses: {
        Problem: {
          description: 'What went wrong (RFC 9457).',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
      schemas: { ...named, Problem: problem },
    },
  };
}
