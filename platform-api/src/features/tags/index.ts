export type { TagDocument } from './tags.model.ts';
export { tagRoutes } from './tags.routes.ts';
export { TagsService, type TagUsage } from './tags.service.ts';
