import { encode } from '../bson/encode.ts';
import { encodeCursorReply, toDoc } from '../bson/reply.ts';
import { isDoc, isTruthy, type Doc } from '../bson/value.ts';
import { fail, unsupported } from '../errors.ts';
import { withVariables } from '../query/compile-query.ts';
import { namespace, type Collection } from '../storage/collection.ts';
import { collectionName, docField, findCollection, refuseCollation, refuseOptions, type Command } from './context.ts';

const validatorOptions = ['validator', 'validationLevel', 'validationAction'];
const refusedOptions = [
  'capped',
  'timeseries',
  'viewOn',
  'pipeline',
  'clusteredIndex',
  'expireAfterSeconds',
  'changeStreamPreAndPostImages',
  'encryptedFields',
  'storageEngine',
  'indexOptionDefaults',
];

export const create: Command = {
  fields: ['create', 'size', 'max', 'autoIndexId', 'idIndex', 'collation', ...validatorOptions, ...refusedOptions],
  isAllowedInTransaction: true,
  run(context) {
    const { command } = context;
    refuseCollation(command);
    refuseOptions(command, refusedOptions);
    const options = pick(command, validatorOptions);
    return context.write(() => {
      const existing = findCollection(context);
      if (!existing) {
        context.engine.store.catalogue.create(context.db, collectionName(context), options);
      } else if (!encode(existing.options).equals(encode(options))) {
        fail(48, `a collection '${namespace(existing)}' already exists with other options`);
      }
      return { ok: 1 };
    });
  },
};

export const collMod: Command = {
  fields: [
    'collMod',
    'index',
    ...validatorOptions,
    'viewOn',
    'pipeline',
    'expireAfterSeconds',
    'changeStreamPreAndPostImages',
    'timeseries',
    'cappedSize',
    'dryRun',
  ],
  run(context) {
    refuseOptions(context.command, [
      'index',
      'viewOn',
      'pipeline',
      'expireAfterSeconds',
      'changeStreamPreAndPostImages',
      'timeseries',
      'cappedSize',
      'dryRun',
    ]);
    return context.write(() => {
      const collection = findCollection(context);
      if (!collection) return fail(26, `ns does not exist: ${context.db}.${collectionName(context)}`);
      const options = new Map([...collection.options, ...pick(context.command, validatorOptions)]);
      context.engine.store.catalogue.setOptions(collection, options);
      return { ok: 1 };
    });
  },
};

export const drop: Command = {
  fields: ['drop'],
  run(context) {
    return context.write(() => {
      const collection = findCollection(context);
      if (!collection) return { ok: 1 };
      const nIndexesWas = collection.indexes.size + 1;
      context.engine.store.catalogue.drop(collection);
      return { nIndexesWas, ns: namespace(collection), ok: 1 };
    });
  },
};

export const dropDatabase: Command = {
  fields: ['dropDatabase'],
  run(context) {
    return context.write(() => {
      const { catalogue } = context.engine.store;
      for (const collection of catalogue.inDatabase(context.db)) catalogue.drop(collection);
      return { dropped: context.db, ok: 1 };
    });
  },
};

export const listCollections: Command = {
  fields: ['listCollections', 'filter', 'nameOnly', 'authorizedCollections', 'cursor'],
  run(context) {
    const { matches } = withVariables(docField(context.command, 'filter'), new Map());
    const described = context.engine.store.catalogue.inDatabase(context.db).map(describeCollection).filter(matches);
    const isNameOnly = isTruthy(context.command.get('nameOnly'));
    const shown = described.map((doc) => encode(isNameOnly ? pick(doc, ['name', 'type']) : doc));
    return encodeCursorReply('firstBatch', shown, 0n, `${context.db}.$cmd.listCollections`);
  },
};

export const listDatabases: Command = {
  fields: ['listDatabases', 'filter', 'nameOnly', 'authorizedDatabases'],
  run(context) {
    const filter = context.command.get('filter');
    if (isDoc(filter) && filter.size > 0) unsupported('a filter in listDatabases');
    const names = [...new Set(context.engine.store.catalogue.all().map(({ db }) => db))].sort();
    return { databases: names.map((name) => ({ name, sizeOnDisk: 0, empty: false })), totalSize: 0, ok: 1 };
  },
};

function describeCollection(collection: Collection): Doc {
  return toDoc({
    name: collection.name,
    type: 'collection',
    options: collection.options,
    info: { readOnly: false },
    idIndex: collection.idIndex.specification,
  });
}

function pick(source: Doc, names: readonly string[]): Doc {
  return new Map([...source].filter(([name]) => names.includes(name)));
}
