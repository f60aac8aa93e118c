import { systemCollection } from '../tenancy/system-collection.ts';

/** A job as it lies in the database. `waiting` leaves the `{ state, runAt }` index range when leased, so a claim reads one row. */
export interface JobRow {
  _id: string;
  tenantId: string;
  actorId: string;
  name: string;
  payload: unknown;
  /** Present while waiting or running: a second job of the same key is not made. */
  key?: string;
  state: 'waiting' | 'running' | 'paused' | 'done' | 'failed' | 'cancelled';
  runAt: Date;
  /** Counts claims. A worker may write only while its number is the latest: an expired lease can't complete a job. */
  fence: number;
  leaseUntil: Date | null;
  /** What somebody asked of a running job; it obeys at its next step. */
  wish: 'cancel' | 'pause' | null;
  /** Asked for again while it ran: what it is about may have changed after it looked, so it runs once more. */
  isWantedAgain: boolean;
  attempts: number;
  progress: { done: number; total: number };
  error: { code: string; message: string } | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}

export const jobRows = systemCollection<JobRow>(
  'jobs',
  {
    tenantId: { type: String, required: true },
    actorId: { type: String, required: true },
    name: { type: String, required: true },
    payload: {},
    key: String,
    state: String,
    runAt: Date,
    fence: Number,
    leaseUntil: Date,
    wish: String,
    isWantedAgain: Boolean,
    attempts: Number,
    progress: { _id: false, type: { done: Number, total: Number } },
    error: {},
    createdAt: Date,
    startedAt: Date,
    finishedAt: Date,
  },
  [
    { fields: { state: 1, tenantId: 1, runAt: 1 } },
    { fields: { state: 1, leaseUntil: 1 } },
    { fields: { tenantId: 1, createdAt: -1, _id: -1 } },
    { fields: { tenantId: 1, key: 1 }, options: { unique: true, partialFilterExpression: { key: { $exists: true } } } },
  ],
);
