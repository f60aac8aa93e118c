import { z } from 'zod';
import { contract } from '../../http/contract.ts';
import { Id, Nothing } from '../../http/schemas.ts';

const Name = z.string().trim().min(1).max(60);
const Color = z.number().int().min(1).max(8);

export const Tag = z.object({ id: Id, name: z.string(), color: Color, isSystem: z.boolean(), calls: z.number().int() });

const TagParams = z.object({ tagId: Id });

export const listTags = contract({
  method: 'get',
  path: '/v1/tags',
  operation: 'tags.list',
  summary: 'All tags with how many calls carry each',
  permission: 'tags:read',
  output: z.object({ items: z.array(Tag) }),
});

export const createTag = contract({
  method: 'post',
  path: '/v1/tags',
  operation: 'tags.create',
  summary: 'Make a tag',
  permission: 'tags:write',
  body: z.object({ name: Name, color: Color.optional() }),
  output: Tag,
  status: 201,
});

export const updateTag = contract({
  method: 'patch',
  path: '/v1/tags/{tagId}',
  operation: 'tags.update',
  summary: 'Rename or recolour a tag; system tags keep their name',
  permission: 'tags:write',
  params: TagParams,
  body: z.object({ name: Name, color: Color }).partial(),
  output: Tag,
});

export const deleteTag = contract({
  method: 'delete',
  path: '/v1/tags/{tagId}',
  operation: 'tags.delete',
  summary: 'Delete a tag of your own and take it off its calls',
  permission: 'tags:write',
  params: TagParams,
  output: Nothing,
  outputKind: 'empty',
  status: 204,
});
