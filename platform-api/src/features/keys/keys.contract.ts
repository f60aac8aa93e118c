import { z } from 'zod';
import { contract } from '../../http/contract.ts';
import { Id, Nothing, Timestamp } from '../../http/schemas.ts';
import { permissions } from '../../tenancy/permissions.ts';

export const ApiKey = z.object({
  id: Id,
  name: z.string(),
  kind: z.enum(['secret', 'publishable']),
  mode: z.enum(['live', 'test']),
  preview: z.string().describe('Its first characters; the rest was shown once.'),
  scopes: z.array(z.string()),
  createdAt: Timestamp,
  lastUsedAt: Timestamp.nullable(),
});

export const listKeys = contract({
  method: 'get',
  path: '/v1/keys',
  operation: 'keys.list',
  summary: 'API keys, without their secrets',
  permission: 'keys:read',
  output: z.object({ items: z.array(ApiKey) }),
});

export const createKey = contract({
  method: 'post',
  path: '/v1/keys',
  operation: 'keys.create',
  summary: 'Make a key; its secret is shown in this answer only. Two secret keys can live at once, for rotation',
  permission: 'keys:write',
  body: z.object({
    name: z.string().trim().min(1).max(120),
    kind: z.enum(['secret', 'publishable']).default('secret'),
    mode: z.enum(['live', 'test']).default('live'),
    scopes: z.array(z.enum(permissions)).min(1).optional().describe('All unless said.'),
  }),
  output: ApiKey.extend({ secret: z.string() }),
  status: 201,
});

export const revokeKey = contract({
  method: 'delete',
  path: '/v1/keys/{keyId}',
  operation: 'keys.revoke',
  summary: 'Revoke a key; it stops working within 30 seconds everywhere',
  permission: 'keys:write',
  params: z.object({ keyId: Id }),
  output: Nothing,
  outputKind: 'empty',
  status: 204,
});
