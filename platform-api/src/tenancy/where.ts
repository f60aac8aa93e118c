/** The operators our queries use. Few on purpose: each is one the embedded engine has to answer as MongoDB does. */
export interface Operators<Value> {
  $eq?: Value;
  $ne?: Value | null;
  $in?: readonly (Value | null)[];
  $nin?: readonly (Value | null)[];
  $gt?: Value;
  $gte?: Value;
  $lt?: Value;
  $lte?: Value;
  $exists?: boolean;
}

type Element<Value> = Value extends readonly (infer Item)[] ? Item : Value;
type Condition<Value> = Value | Element<NonNullable<Value>> | null | Operators<Element<NonNullable<Value>>>;

/** A filter over one tenant's documents. It can't name `tenantId`: the collection adds it, last. */
export type Where<T> = {
  [Field in keyof T]?: Condition<T[Field]>;
} & {
  id?: string | Operators<string>;
  $or?: Where<T>[];
  $and?: Where<T>[];
  tenantId?: never;
} & { [path: `${string}.${string}`]: unknown };

/** A change to documents of one tenant. */
export interface Change<T> {
  $set?: Partial<T> & { [path: `${string}.${string}`]: unknown; tenantId?: never };
  $unset?: { [Field in keyof T]?: true };
  $inc?: { [Field in keyof T]?: number } & { [path: `${string}.${string}`]: number };
  $addToSet?: { [Field in keyof T]?: Element<T[Field]> | { $each: readonly Element<T[Field]>[] } };
  $pull?: { [Field in keyof T]?: Element<T[Field]> | { $in: readonly Element<T[Field]>[] } | { id: string } };
  $push?: { [Field in keyof T]?: Element<T[Field]> | { $each: readonly Element<T[Field]>[] } };
}
