import { Schema, model, type IndexDefinition, type Model, type PipelineStage, type SchemaDefinition } from 'mongoose';
import type { TenantContext } from './context.ts';
import { decodeCursor, encodeCursor, type KeyKind } from './cursor.ts';
import { newId } from './id.ts';
import type { Change, Where } from './where.ts';

/** A document as features see it: its own fields, its id and its two times. */
export type Stored<T> = T & { readonly id: string; readonly createdAt: Date; readonly updatedAt: Date };

export interface CollectionOptions {
  /** First part of every id, such as `call`. */
  idPrefix: string;
  /** Each is prefixed with `tenantId`, so no index serves a query across tenants. */
  indexes?: { fields: Record<string, 1 | -1>; unique?: true; where?: Record<string, unknown> }[];
  /** A date field after which the database removes a document by itself. */
  expiresAt?: string;
}

export interface PageOptions<T> {
  sort: [field: keyof T & string, direction: 1 | -1];
  limit: number;
  cursor?: string;
}

type Row = Record<string, unknown> & { _id: string };

// Indexes that every tenant collection wants made; see `tenancy/database.ts`.
export const tenantModels: Model<Row>[] = [];

/**
 * A collection with one door: `in(ctx)`. Nothing here is reachable without a tenant, and `tenantId` is added last so that
 * no filter can widen it. `strict: throw` and `strictQuery: throw` because a dropped field in a filter matches more rows.
 */
export function tenantCollection<T extends object>(name: string, fields: SchemaDefinition, options: CollectionOptions) {
  const schema = new Schema(
    { _id: String, tenantId: { type: String, required: true, immutable: true }, ...fields },
    {
      timestamps: true,
      versionKey: false,
      strict: 'throw',
      strictQuery: 'throw',
      minimize: false,
      collection: name,
      autoIndex: false,
      autoCreate: false,
    },
  );
  for (const { fields: keys, unique, where } of [
    { fields: { _id: 1 as const } },
    ...(options.indexes ?? []),
  ] as NonNullable<CollectionOptions['indexes']>) {
    const key = { tenantId: 1, ...keys } as IndexDefinition;
    schema.index(key, { ...(unique ? { unique } : {}), ...(where ? { partialFilterExpression: where } : {}) });
  }
  if (options.expiresAt) schema.index({ [options.expiresAt]: 1 }, { expireAfterSeconds: 0 });
  const rows = model<Row>(name, schema as unknown as Schema<Row>);
  tenantModels.push(rows);
  return {
    in: (ctx: TenantContext): TenantDocuments<T> => new TenantDocuments<T>(rows, ctx.tenantId, options.idPrefix),
  };
}

/** One tenant's documents of one kind. */
export class TenantDocuments<T extends object> {
  constructor(
    private readonly rows: Model<Row>,
    private readonly tenantId: string,
    private readonly idPrefix: string,
  ) {
    // Under `ignoreUndefined` an undefined key would match everybody's documents.
    if (typeof tenantId !== 'string' || tenantId === '')
      throw new Error('A tenant context without a tenant reached the database.');
  }

  newId(): string {
    return newId(this.idPrefix);
  }

  async get(id: string): Promise<Stored<T> | null> {
    return this.stored(await this.rows.findOne(this.scoped({ id } as Where<T>)).lean<Row>());
  }

  async findOne(where: Where<T>): Promise<Stored<T> | null> {
    return this.stored(await this.rows.findOne(this.scoped(where)).lean<Row>());
  }

  async find(where: Where<T>, options: { sort?: Record<string, 1 | -1>; limit?: number } = {}): Promise<Stored<T>[]> {
    const query = this.rows.find(this.scoped(where)).sort(options.sort ?? {});
    if (options.limit !== undefined) query.limit(options.limit);
    return (await query.lean<Row[]>()).map((row) => this.stored(row) as Stored<T>);
  }

  /** Only some fields, for lists over many documents. */
  async pick<Field extends keyof T & string>(
    where: Where<T>,
    fields: readonly Field[],
    options: { sort?: Record<string, 1 | -1>; limit?: number } = {},
  ) {
    const query = this.rows
      .find(this.scoped(where))
      .select([...fields])
      .sort(options.sort ?? {});
    if (options.limit !== undefined) query.limit(options.limit);
    return (await query.lean<Row[]>()).map((row) => this.stored(row) as unknown as Pick<T, Field> & { id: string });
  }

  /** One page by keyset: stays right while rows are added, and page 1,000 costs what page 1 costs. The sort field is never null. */
  async page(where: Where<T>, { sort: [field, direction], limit, cursor }: PageOptions<T>) {
    const position = cursor === undefined ? null : decodeCursor(cursor, this.kindOf(field));
    const past = direction === 1 ? '$gt' : '$lt';
    const after = position && {
      $or: [{ [field]: { [past]: position.key } }, { [field]: position.key, _id: { [past]: position.id } }],
    };
    const filter = this.scoped(where);
    const found = await this.rows
      .find(after ? { $and: [filter, after] } : filter)
      .sort({ [field]: direction, _id: direction })
      .limit(limit + 1)
      .lean<Row[]>();
    const items = found.slice(0, limit).map((row) => this.stored(row) as Stored<T>);
    const last = found.length > limit ? found[limit - 1] : null;
    return {
      items,
      nextCursor: last ? encodeCursor({ key: last[field] as string | number | Date, id: last._id }) : null,
    };
  }

  count(where: Where<T> = {} as Where<T>): Promise<number> {
    return this.rows.countDocuments(this.scoped(where));
  }

  async create(document: T & { id?: string }): Promise<Stored<T>> {
    const [created] = await this.createMany([document]);
    return created;
  }

  /** All or none within a transaction; otherwise those before a failing one stay. */
  async createMany(documents: readonly (T & { id?: string })[]): Promise<Stored<T>[]> {
    if (documents.length === 0) return [];
    const rows = documents.map(({ id, ...fields }) => ({
      ...fields,
      _id: id ?? this.newId(),
      tenantId: this.tenantId,
    }));
    const made = await this.rows.insertMany(rows);
    return made.map((row) => this.stored(row.toObject() as Row) as Stored<T>);
  }

  /** Changes one document; answers it as it is after, or null where there is none. `where` narrows further. */
  async update(id: string, change: Change<T>, where: Where<T> = {} as Where<T>): Promise<Stored<T> | null> {
    const row = await this.rows
      .findOneAndUpdate(this.scoped({ ...where, id }), change as object, { returnDocument: 'after' })
      .lean<Row>();
    return this.stored(row);
  }

  async updateMany(where: Where<T>, change: Change<T>): Promise<number> {
    return (await this.rows.updateMany(this.scoped(where), change as object)).modifiedCount;
  }

  /** Finds by `where` or makes it with those equalities and `document`. Safe against a racing twin where a unique index covers `where`. */
  async findOrCreate(where: Where<T>, document: Partial<T>): Promise<Stored<T>> {
    const filter = this.scoped(where);
    const upsert = () =>
      this.rows
        .findOneAndUpdate(
          filter,
          { $setOnInsert: { _id: this.newId(), ...document } },
          { upsert: true, returnDocument: 'after' },
        )
        .lean<Row>();
    const row = await upsert().catch((error: { code?: number }) => {
      if (error.code !== 11000) throw error;
      return upsert();
    });
    return this.stored(row) as Stored<T>;
  }

  async delete(id: string): Promise<boolean> {
    return (await this.rows.deleteOne(this.scoped({ id } as Where<T>))).deletedCount === 1;
  }

  async deleteMany(where: Where<T>): Promise<number> {
    return (await this.rows.deleteMany(this.scoped(where))).deletedCount;
  }

  /** Starts with our `$match`; `$lookup`, `$unionWith` and their kind would leave the tenant and are not in the type. */
  aggregate<Result>(
    where: Where<T>,
    stages: Exclude<
      PipelineStage,
      | PipelineStage.Lookup
      | PipelineStage.GraphLookup
      | PipelineStage.UnionWith
      | PipelineStage.Facet
      | PipelineStage.Out
      | PipelineStage.Merge
    >[],
  ): Promise<Result[]> {
    return this.rows.aggregate<Result>([{ $match: this.scoped(where) }, ...stages]);
  }

  private scoped({ id, ...where }: Where<T>): Record<string, unknown> {
    return { ...where, ...(id === undefined ? {} : { _id: id }), tenantId: this.tenantId };
  }

  private kindOf(field: string): KeyKind {
    return this.rows.schema.path(field).instance.toLowerCase() as KeyKind;
  }

  private stored(row: Row | null): Stored<T> | null {
    if (!row) return null;
    const { _id, tenantId, ...fields } = row;
    void tenantId;
    return { ...fields, id: _id } as unknown as Stored<T>;
  }
}
