import { route } from '../../http/route.ts';
import { createTag, deleteTag, listTags, updateTag } from './tags.contract.ts';
import type { TagsService } from './tags.service.ts';

export const tagRoutes = (service: TagsService) => [
  route(listTags, ({ ctx }) => service.list(ctx)),
  route(createTag, ({ ctx, body }) => service.create(ctx, body)),
  route(updateTag, ({ ctx, params, body }) => service.update(ctx, params.tagId, body)),
  route(deleteTag, ({ ctx, params }) => service.delete(ctx, params.tagId)),
];
