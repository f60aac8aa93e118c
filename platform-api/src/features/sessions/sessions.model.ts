import { tenantCollection } from '../../tenancy/tenant-collection.ts';

export interface SessionDocument {
  userId: string;
  role: string;
  expiresAt: Date;
  revokedAt: Date | null;
}

export const sessions = tenantCollection<SessionDocument>(
  'sessions',
  { userId: String, role: String, expiresAt: Date, revokedAt: Date },
  { idPrefix: 'ses', indexes: [{ fields: { userId: 1, expiresAt: 1 } }], expiresAt: 'expiresAt' },
);
