import { tenantCollection } from '../../tenancy/tenant-collection.ts';

export interface FolderDocument {
  name: string;
  foldedName: string;
  parentId: string | null;
  depth: number;
  color: number | null;
  icon: string | null;
  description: string;
  isHidden: boolean;
}

export const folders = tenantCollection<FolderDocument>(
  'folders',
  {
    name: String,
    foldedName: String,
    parentId: String,
    depth: Number,
    color: Number,
    icon: String,
    description: String,
    isHidden: Boolean,
  },
  { idPrefix: 'fol', indexes: [{ fields: { parentId: 1, foldedName: 1 }, unique: true }] },
);

export const deepest = 3;
