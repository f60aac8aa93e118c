import { z } from 'zod';
import { contract } from '../../http/contract.ts';
import { Id, Nothing } from '../../http/schemas.ts';

const Name = z.string().trim().min(1).max(120);
const Color = z.number().int().min(1).max(8);

export const Folder = z.object({
  id: Id,
  name: z.string(),
  parentId: Id.nullable(),
  depth: z.number().int().min(1).max(3),
  color: Color.nullable(),
  icon: z.string().nullable(),
  description: z.string(),
  isHidden: z.boolean(),
  calls: z.number().int().describe('Calls in this folder and those inside it.'),
});

const FolderParams = z.object({ folderId: Id });
const NewFolder = z.object({
  name: Name,
  parentId: Id.nullable().default(null),
  color: Color.nullable().default(null),
  icon: z.string().max(40).nullable().default(null),
  description: z.string().max(1000).default(''),
  isHidden: z.boolean().default(false),
});

export const listFolders = contract({
  method: 'get',
  path: '/v1/folders',
  operation: 'folders.list',
  summary: 'All folders this caller may see, parents before children',
  permission: 'folders:read',
  output: z.object({ items: z.array(Folder) }),
});

export const createFolder = contract({
  method: 'post',
  path: '/v1/folders',
  operation: 'folders.create',
  summary: 'Make a folder, three levels deep at most',
  permission: 'folders:write',
  body: NewFolder,
  output: Folder,
  status: 201,
});

export const updateFolder = contract({
  method: 'patch',
  path: '/v1/folders/{folderId}',
  operation: 'folders.update',
  summary: 'Rename, move or restyle a folder',
  permission: 'folders:write',
  params: FolderParams,
  body: z
    .object({
      name: Name,
      parentId: Id.nullable(),
      color: Color.nullable(),
      icon: z.string().max(40).nullable(),
      description: z.string().max(1000),
      isHidden: z.boolean(),
    })
    .partial(),
  output: Folder,
});

export const deleteFolder = contract({
  method: 'delete',
  path: '/v1/folders/{folderId}',
  operation: 'folders.delete',
  summary: 'Delete an empty-handed folder: its calls stay in the library, folders inside move up',
  permission: 'folders:write',
  params: FolderParams,
  output: Nothing,
  outputKind: 'empty',
  status: 204,
});
