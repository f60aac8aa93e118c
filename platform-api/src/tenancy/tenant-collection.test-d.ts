import type { TenantContext } from './context.ts';
import { tenantCollection } from './tenant-collection.ts';

// Never run: `npm run types` fails here when an expected error is gone.
declare const ctx: TenantContext;
const notes = tenantCollection<{ text: string }>('typed_notes', { text: String }, { idPrefix: 'note' });

export const outOfReach = [
  // @ts-expect-error -- nothing is reachable without a tenant
  () => notes.find({}),
  // @ts-expect-error -- a context is not optional
  () => notes.in(),
  // @ts-expect-error -- a tenant's name alone is no context
  () => notes.in('acme'),
  // @ts-expect-error -- a filter cannot name the tenant
  () => notes.in(ctx).find({ tenantId: 'acme' }),
  // @ts-expect-error -- nor can a part of it
  () => notes.in(ctx).find({ $or: [{ tenantId: 'acme' }] }),
  // @ts-expect-error -- a document does not move to another tenant
  () => notes.in(ctx).update('note_1', { $set: { tenantId: 'acme' } }),
  // @ts-expect-error -- a lookup would leave the tenant
  () => notes.in(ctx).aggregate({}, [{ $lookup: { from: 'calls', as: 'calls', localField: 'a', foreignField: 'b' } }]),
  // @ts-expect-error -- and so would a union
  () => notes.in(ctx).aggregate({}, [{ $unionWith: 'calls' }]),
  // @ts-expect-error -- a field that is not there would match everything
  () => notes.in(ctx).find({ txet: 'a' }),
];
