import { systemCollection } from '../../tenancy/system-collection.ts';

export interface KeyRow {
  _id: string;
  tenantId: string;
  name: string;
  kind: 'secret' | 'publishable';
  mode: 'live' | 'test';
  preview: string;
  /** SHA-256 of the key. The key itself is nowhere. */
  hash: string;
  scopes: string[];
  createdAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

// Looked up by hash before anybody knows the tenant: that is how the tenant is learned.
export const keyRows = systemCollection<KeyRow>(
  'api_keys',
  {
    tenantId: { type: String, required: true },
    name: String,
    kind: String,
    mode: String,
    preview: String,
    hash: String,
    scopes: [String],
    createdAt: Date,
    lastUsedAt: Date,
    revokedAt: Date,
  },
  [{ fields: { hash: 1 }, options: { unique: true } }, { fields: { tenantId: 1, createdAt: 1 } }],
);
