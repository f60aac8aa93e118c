import { tenantCollection } from '../../tenancy/tenant-collection.ts';
import type { ImportFactsInput } from './ingest.ts';

export interface ImportFileDocument {
  name: string;
  /** Where its bytes wait in the file store. */
  key: string;
  facts: ImportFactsInput;
  status: 'waiting' | 'imported' | 'duplicate' | 'failed';
  format: string | null;
  callIds: string[];
  error: { code: string; message: string; line: number | null } | null;
}

export interface ImportDocument {
  actorId: string;
  jobId: string | null;
  folderId: string | null;
  files: ImportFileDocument[];
}

export const importRows = tenantCollection<ImportDocument>(
  'imports',
  { actorId: String, jobId: String, folderId: String, files: [{}] },
  { idPrefix: 'imp', indexes: [{ fields: { createdAt: -1, _id: -1 } }] },
);
