import { Schema, model, type IndexDefinition, type IndexOptions, type Model, type SchemaDefinition } from 'mongoose';

export const systemModels: Model<never>[] = [];

/**
 * A collection that spans tenants: jobs, keys by hash, rate budgets, tenants themselves. Importable only where
 * dependency-cruiser allows; everything else goes through `tenantCollection`.
 */
export function systemCollection<T extends { _id: string }>(
  name: string,
  fields: SchemaDefinition,
  indexes: { fields: IndexDefinition; options?: IndexOptions }[] = [],
): Model<T> {
  const schema = new Schema(
    { _id: String, ...fields },
    {
      versionKey: false,
      strict: 'throw',
      strictQuery: 'throw',
      minimize: false,
      collection: name,
      autoIndex: false,
      autoCreate: false,
    },
  );
  for (const { fields: keys, options } of indexes) schema.index(keys, options ?? {});
  const rows = model<T>(name, schema as unknown as Schema<T>);
  systemModels.push(rows as unknown as Model<never>);
  return rows;
}
