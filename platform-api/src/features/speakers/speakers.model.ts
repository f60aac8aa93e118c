import { tenantCollection } from '../../tenancy/tenant-collection.ts';

export interface SpeakerDocument {
  name: string;
  foldedName: string;
  emails: string[];
  title: string | null;
  side: 'us' | 'them' | 'unknown';
  notes: string;
}

export const speakers = tenantCollection<SpeakerDocument>(
  'speakers',
  { name: String, foldedName: String, emails: [String], title: String, side: String, notes: String },
  { idPrefix: 'spk', indexes: [{ fields: { foldedName: 1 } }, { fields: { emails: 1 } }] },
);
