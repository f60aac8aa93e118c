import type { TenantContext } from './context.ts';
import { permissions } from './permissions.ts';

/**
 * The context of work that nobody waits for. It may do what an admin may, and sees everything of its tenant: whoever
 * started the job was checked when they did.
 */
export function contextOfJob({
  tenantId,
  actorId,
  _id,
}: {
  tenantId: string;
  actorId: string;
  _id: string;
}): TenantContext {
  return { tenantId, actorId, role: 'admin', permissions: new Set(permissions), requestId: _id };
}
