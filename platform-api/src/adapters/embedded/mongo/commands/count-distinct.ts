import { compare } from '../bson/compare.ts';
import { keyBytes } from '../bson/key-bytes.ts';
import { typeOf, type Doc, type Value } from '../bson/value.ts';
import { fail } from '../errors.ts';
import { countRows } from '../plan/count-rows.ts';
import { findRows } from '../plan/find-rows.ts';
import { someAtPath } from '../query/path.ts';
import { countField, docField, findCollection, refuseCollation, refuseOptions, type Command } from './context.ts';
import { compileQuery } from '../query/compile-query.ts';
import { readQuery } from './find.ts';

export const count: Command = {
  fields: ['count', 'query', 'limit', 'skip', 'hint', 'collation', 'fields', 'rawData'],
  async run(context) {
    const { command } = context;
    refuseCollation(command);
    refuseOptions(command, ['rawData']);
    const collection = findCollection(context);
    const asFind: Doc = new Map(command).set('filter', docField(command, 'query'));
    const { rows } = readQuery(asFind, context);
    const n = collection ? await countRows(context.access, collection, rows, context.pacer) : 0;
    return { n, ok: 1 };
  },
};

export const distinct: Command = {
  fields: ['distinct', 'key', 'query', 'collation', 'hint', 'rawData'],
  isAllowedInTransaction: true,
  async run(context) {
    const { command } = context;
    refuseCollation(command);
    refuseOptions(command, ['rawData']);
    const key = command.get('key');
    if (typeof key !== 'string' || key === '')
      return fail(14, "BSON field 'distinct.key' is the wrong type, expected type 'string'");
    const query = compileQuery(docField(command, 'query'), undefined, context.now);
    const collection = findCollection(context);
    const found = new Map<string, Value>();
    const rows = { ...query, sort: [], skip: 0, limit: countField(command, 'limit') ?? 0, hint: command.get('hint') };
    if (collection) {
      const wanted = new Set([key.split('.')[0]]);
      for await (const row of findRows(context.access, collection, rows, context.pacer)) {
        for (const value of valuesAt(row.fields(wanted), key)) found.set(identity(value), value);
      }
    }
    return { values: [...found.values()].sort(compare), ok: 1 };
  },
};

/** Equal values have equal keys; Decimal128 has none and stands for itself. */
function identity(value: Value): string {
  return typeOf(value) === 'decimal' ? `decimal ${String(value)}` : keyBytes(value).toString('latin1');
}

/** The values at a path; of an array at its end, the elements. */
function valuesAt(doc: Doc, key: string): Value[] {
  const values: Value[] = [];
  someAtPath(doc, key.split('.'), (value, index) => {
    // The walk offers an array after its elements; only the elements are wanted.
    if (value !== undefined && !(Array.isArray(value) && index === undefined)) values.push(value);
    return false;
  });
  return values;
}
