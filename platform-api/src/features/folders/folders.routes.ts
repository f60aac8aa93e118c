import { route } from '../../http/route.ts';
import { createFolder, deleteFolder, listFolders, updateFolder } from './folders.contract.ts';
import type { FoldersService } from './folders.service.ts';

export const folderRoutes = (service: FoldersService) => [
  route(listFolders, ({ ctx }) => service.list(ctx)),
  route(createFolder, ({ ctx, body }) => service.create(ctx, body)),
  route(updateFolder, ({ ctx, params, body }) => service.update(ctx, params.folderId, body)),
  route(deleteFolder, ({ ctx, params }) => service.delete(ctx, params.folderId)),
];
