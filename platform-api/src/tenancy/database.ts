import mongoose from 'mongoose';
import type { TenantContext } from './context.ts';
import { systemModels } from './system-collection.ts';
import { tenantModels } from './tenant-collection.ts';

// Inside `atomically` every query joins the transaction without being told: one forgotten session would wait on itself.
mongoose.set('transactionAsyncLocalStorage', true);

/** Connects to MongoDB or to the embedded engine, and makes missing collections and indexes. */
export async function connectDatabase(url: string): Promise<{ ping(): Promise<void>; close(): Promise<void> }> {
  await mongoose.connect(url, { serverSelectionTimeoutMS: 10_000 });
  for (const rows of [...tenantModels, ...systemModels]) {
    await rows.createCollection();
    await rows.createIndexes();
  }
  return {
    ping: async () => {
      await mongoose.connection.db?.admin().ping();
    },
    close: () => mongoose.disconnect(),
  };
}

/** All of `work` or nothing of it. It may run more than once: keep effects outside the database out of it. */
export function atomically<Result>(_ctx: TenantContext, work: () => Promise<Result>): Promise<Result> {
  return mongoose.connection.transaction(work) as Promise<Result>;
}

/** True for the error of a unique index. */
export const isDuplicateKey = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 11000;
