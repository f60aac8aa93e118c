import type { mongo } from 'mongoose';

type Arguments = Record<string, unknown>;

/** What an operation is run on: the case names a client, a database or a collection. */
export interface Entities {
  client: mongo.MongoClient;
  database?: mongo.Db;
  collection?: mongo.Collection;
}

type Operation = (entities: Entities, args: Arguments) => Promise<unknown>;

function collectionOf({ collection }: Entities): mongo.Collection {
  if (!collection) throw new Error('this operation needs a collection');
  return collection;
}

function databaseOf({ database, collection, client }: Entities): mongo.Db {
  return database ?? client.db(collection?.dbName);
}

/** An object of arguments without the ones that are passed by position. */
function rest(args: Arguments, ...names: string[]): Arguments {
  return Object.fromEntries(Object.entries(args).filter(([name]) => !names.includes(name)));
}

function modelsOf(requests: unknown): mongo.AnyBulkWriteOperation[] {
  return requests as mongo.AnyBulkWriteOperation[];
}

function clientModels(models: unknown): mongo.ClientBulkWriteModel<Record<string, mongo.BSON.Document>>[] {
  return (models as Record<string, object>[]).map((model) => {
    const [[name, fields]] = Object.entries(model);
    return { name, ...fields } as mongo.ClientBulkWriteModel<Record<string, mongo.BSON.Document>>;
  });
}

const by = (name: string) => (args: Arguments) => args[name] as mongo.BSON.Document;
const filter = by('filter');

/** Operations of MongoDB's unified test format, as this driver spells them. */
export const operations: Readonly<Record<string, Operation>> = {
  insertOne: (on, args) => collectionOf(on).insertOne(by('document')(args), rest(args, 'document')),
  insertMany: (on, args) =>
    collectionOf(on).insertMany(args.documents as mongo.BSON.Document[], rest(args, 'documents')),
  find: (on, args) => collectionOf(on).find(filter(args), rest(args, 'filter')).toArray(),
  aggregate: (on, args) => {
    const pipeline = args.pipeline as mongo.BSON.Document[];
    const options = rest(args, 'pipeline');
    return (
      on.collection ? on.collection.aggregate(pipeline, options) : databaseOf(on).aggregate(pipeline, options)
    ).toArray();
  },
  count: (on, args) => collectionOf(on).countDocuments(filter(args), rest(args, 'filter')),
  countDocuments: (on, args) => collectionOf(on).countDocuments(filter(args), rest(args, 'filter')),
  estimatedDocumentCount: (on, args) => collectionOf(on).estimatedDocumentCount(args),
  distinct: (on, args) =>
    collectionOf(on).distinct(String(args.fieldName), filter(args), rest(args, 'fieldName', 'filter')),
  updateOne: (on, args) => collectionOf(on).updateOne(filter(args), by('update')(args), rest(args, 'filter', 'update')),
  updateMany: (on, args) =>
    collectionOf(on).updateMany(filter(args), by('update')(args), rest(args, 'filter', 'update')),
  replaceOne: (on, args) =>
    collectionOf(on).replaceOne(filter(args), by('replacement')(args), rest(args, 'filter', 'replacement')),
  deleteOne: (on, args) => collectionOf(on).deleteOne(filter(args), rest(args, 'filter')),
  deleteMany: (on, args) => collectionOf(on).deleteMany(filter(args), rest(args, 'filter')),
  findOneAndUpdate: (on, args) =>
    collectionOf(on).findOneAndUpdate(filter(args), by('update')(args), returning(rest(args, 'filter', 'update'))),
  findOneAndReplace: (on, args) =>
    collectionOf(on).findOneAndReplace(
      filter(args),
      by('replacement')(args),
      returning(rest(args, 'filter', 'replacement')),
    ),
  findOneAndDelete: (on, args) => collectionOf(on).findOneAndDelete(filter(args), rest(args, 'filter')),
  bulkWrite: (on, args) => collectionOf(on).bulkWrite(modelsOf(args.requests), rest(args, 'requests')),
  clientBulkWrite: ({ client }, args) => client.bulkWrite(clientModels(args.models), rest(args, 'models')),
  createIndex: (on, args) => collectionOf(on).createIndex(args.keys as mongo.IndexSpecification, rest(args, 'keys')),
  modifyCollection: (on, args) => {
    const { collection, ...options } = args;
    return databaseOf(on).command({ collMod: collection, ...options });
  },
};

function returning(options: Arguments): Arguments {
  return 'returnDocument' in options
    ? { ...options, returnDocument: String(options.returnDocument).toLowerCase() }
    : options;
}
