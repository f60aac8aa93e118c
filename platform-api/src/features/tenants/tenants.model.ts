import type { Brand } from '@callvault/tenant-config';
import { systemCollection } from '../../tenancy/system-collection.ts';

export interface TenantRow {
  _id: string;
  name: string;
  origins: string[];
  brand: Partial<Brand>;
  /** Key that signs this tenant's embed sessions, sealed for this tenant. */
  signingSecret: string;
  createdAt: Date;
}

export const tenantRows = systemCollection<TenantRow>('tenants', {
  name: String,
  origins: [String],
  brand: {},
  signingSecret: String,
  createdAt: Date,
});
