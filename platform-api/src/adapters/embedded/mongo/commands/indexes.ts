import { encode } from '../bson/encode.ts';
import { encodeCursorReply } from '../bson/reply.ts';
import { isDoc, type Doc } from '../bson/value.ts';
import { fail } from '../errors.ts';
import { rowsOf } from '../plan/rows.ts';
import { allIndexes, namespace, type Collection, type Index } from '../storage/collection.ts';
import { normaliseSpecification, sameKey, sameOptions } from '../storage/index-specification.ts';
import { describe } from '../storage/describe.ts';
import {
  collectionForWrite,
  collectionName,
  docsField,
  findCollection,
  type Command,
  type CommandContext,
} from './context.ts';

/** As MongoDB: `_id_` and 63 more. */
const MOST_INDEXES = 64;

export const createIndexes: Command = {
  fields: ['createIndexes', 'indexes', 'commitQuorum'],
  isAllowedInTransaction: true,
  async run(context) {
    const asked = docsField(context.command, 'indexes').map(normaliseSpecification);
    const existing = findCollection(context);
    // Mongoose asks for its indexes again at every start: that must not wait for the writer.
    if (existing && !existing.isPending) {
      const fresh = asked.filter((specification) => !isThere(existing, specification));
      if (fresh.length === 0) {
        const count = allIndexes(existing).length;
        return { numIndexesBefore: count, numIndexesAfter: count, note: 'all indexes already exist', ok: 1 };
      }
    }
    return context.write(() => context.engine.store.writer.atomically(() => build(context, asked)));
  },
};

async function build(context: CommandContext, asked: readonly Doc[]): Promise<Record<string, unknown>> {
  const { catalogue, documents, writer } = context.engine.store;
  const createdCollectionAutomatically = !catalogue.find(context.db, collectionName(context), true);
  const collection = collectionForWrite(context);
  const numIndexesBefore = allIndexes(collection).length;
  for (const specification of asked) {
    if (isThere(collection, specification)) continue;
    if (allIndexes(collection).length >= MOST_INDEXES)
      fail(67, `add index fails, too many indexes for ${namespace(collection)}`);
    const index = catalogue.addIndex(collection, specification);
    for (const row of rowsOf(writer.connection, collection, { kind: 'scan', isReverse: false, isSorted: true })) {
      if (context.pacer.isDue()) await context.pacer.rest();
      documents.addToIndex(collection, index, row.rid, row.doc);
    }
  }
  return { numIndexesBefore, numIndexesAfter: allIndexes(collection).length, createdCollectionAutomatically, ok: 1 };
}

/** Whether that very index exists. Throws 85 or 86 when another one is in its way. */
function isThere(collection: Collection, specification: Doc): boolean {
  const name = String(specification.get('name'));
  for (const index of allIndexes(collection)) {
    const isSameKey = sameKey(index.specification, specification);
    if (index === collection.idIndex && isSameKey) return true;
    const isSame = isSameKey && sameOptions(index.specification, specification);
    if (index.name === name) {
      if (isSame) return true;
      if (isSameKey) {
        fail(
          85,
          `An equivalent index already exists with the same name but different options. Requested index: ${describe(specification)}, existing index: ${describe(index.specification)}`,
        );
      }
      fail(
        86,
        `An existing index has the same name as the requested index. Requested index: ${describe(specification)}, existing index: ${describe(index.specification)}`,
      );
    }
    if (isSameKey && samePartial(index, specification)) {
      fail(85, `Index already exists with a different name: ${index.name}`);
    }
  }
  return false;
}

/** One key may have several indexes when their partial filters differ. */
function samePartial(index: Index, specification: Doc): boolean {
  const only = (doc: Doc): Doc => new Map([['v', doc.get('partialFilterExpression')]]);
  return encode(only(index.specification)).equals(encode(only(specification)));
}

export const listIndexes: Command = {
  fields: ['listIndexes', 'cursor'],
  run(context) {
    const collection = findCollection(context);
    if (!collection) return fail(26, `ns does not exist: ${context.db}.${collectionName(context)}`);
    const specifications = allIndexes(collection).filter(({ isPending }) => !isPending);
    return encodeCursorReply(
      'firstBatch',
      specifications.map(({ specification }) => encode(specification)),
      0n,
      namespace(collection),
    );
  },
};

export const dropIndexes: Command = {
  fields: ['dropIndexes', 'deleteIndexes', 'index'],
  run(context) {
    return context.write(() => {
      const { catalogue } = context.engine.store;
      const collection = findCollection(context);
      if (!collection) return fail(26, `ns not found ${context.db}.${collectionName(context)}`);
      const nIndexesWas = allIndexes(collection).length;
      for (const index of selected(collection, context.command)) catalogue.dropIndex(collection, index);
      return { nIndexesWas, ok: 1 };
    });
  },
};

function selected(collection: Collection, command: Doc): Index[] {
  const asked = command.get('index');
  if (asked === '*') return [...collection.indexes.values()];
  return (Array.isArray(asked) ? asked : [asked]).map((one) => {
    if (one === '_id_' || (isDoc(one) && sameKey(new Map([['key', one]]), collection.idIndex.specification))) {
      return fail(72, 'cannot drop _id index');
    }
    const index = [...collection.indexes.values()].find(({ name, specification }) =>
      isDoc(one) ? sameKey(specification, new Map([['key', one]])) : name === one,
    );
    return (
      index ??
      fail(
        27,
        isDoc(one) ? `can't find index with key: ${describe(one)}` : `index not found with name [${String(one)}]`,
      )
    );
  });
}
