import { z } from 'zod';

type Json = Record<string, unknown>;

/** Keywords that strict mode does not take everywhere; the zod type checks them anyway. */
const unsupported = new Set([
  '$schema',
  'default',
  'format',
  'maxItems',
  'maximum',
  'maxLength',
  'minItems',
  'minimum',
  'minLength',
  'pattern',
  'exclusiveMinimum',
  'exclusiveMaximum',
]);

/** The JSON Schema to ask for, and whether an endpoint can promise it: strict mode wants every property required. */
export function outputSchema(type: z.ZodType): { schema: Json; isStrict: boolean } {
  const schema = simplified(z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' })) as Json;
  return { schema, isStrict: canBeStrict(schema) };
}

function simplified(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(simplified);
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).filter(([key]) => !unsupported.has(key));
  const kept: Json = Object.fromEntries(
    entries.map(([key, value]) => [
      key,
      // The names of properties are the schema's own words, whatever they are called.
      key === 'properties' && isObject(value)
        ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, simplified(inner)]))
        : simplified(value),
    ]),
  );
  return kept.type === 'object' && kept.properties ? { ...kept, additionalProperties: false } : kept;
}

function canBeStrict(node: unknown): boolean {
  if (Array.isArray(node)) return node.every(canBeStrict);
  if (!isObject(node)) return true;
  if (node.type === 'object') {
    const names = Object.keys(isObject(node.properties) ? node.properties : {});
    const required = new Set(Array.isArray(node.required) ? (node.required as unknown[]) : []);
    if (node.additionalProperties !== false || !names.every((name) => required.has(name))) return false;
  }
  return Object.values(node).every(canBeStrict);
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
