import { tenantCollection } from '../../tenancy/tenant-collection.ts';

export interface TagDocument {
  name: string;
  foldedName: string;
  color: number;
  isSystem: boolean;
}

export const tags = tenantCollection<TagDocument>(
  'tags',
  { name: String, foldedName: String, color: Number, isSystem: Boolean },
  { idPrefix: 'tag', indexes: [{ fields: { foldedName: 1 }, unique: true }] },
);

/** Every tenant has these; see product: A, tags. `Skip` marks calls with no or almost no speech. */
export const systemTags = [
  'Team',
  'Coach group',
  'Coach 1:1',
  'Webinar',
  'Sales 1:1',
  'External',
  'Discovery',
  'Onboarding',
  'Refund',
  'Free',
  'Education',
  'Product',
  'Support',
  'Review',
  'Strategy',
  'SKIP',
] as const;
