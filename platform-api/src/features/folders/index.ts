export { folderRoutes } from './folders.routes.ts';
export { FoldersService, type FolderUsage } from './folders.service.ts';
