import { tenantCollection } from '../../tenancy/tenant-collection.ts';

export interface ClientDocument {
  name: string;
  foldedName: string;
  domains: string[];
  industry: string | null;
  crmAccount: string | null;
  owner: string | null;
}

export const clients = tenantCollection<ClientDocument>(
  'clients',
  { name: String, foldedName: String, domains: [String], industry: String, crmAccount: String, owner: String },
  { idPrefix: 'cli', indexes: [{ fields: { foldedName: 1 }, unique: true }, { fields: { domains: 1 } }] },
);
