import { z } from 'zod';
import { contract } from '../../http/contract.ts';
import { Id, Nothing, Timestamp } from '../../http/schemas.ts';
import { permissions } from '../../tenancy/permissions.ts';

export const RoleName = z.enum(['owner', 'admin', 'manager', 'member', 'coach', 'client']);

export const DataFilter = z
  .object({ folderIds: z.array(Id).max(200), tagIds: z.array(Id).max(200), clientIds: z.array(Id).max(200) })
  .partial();

/** Never the name of a key: what a user may see is told apart by it. */
const UserId = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^(?!key:)/, 'An id that begins with "key:" is the name of a key.');

const Origin = z
  .string()
  .max(300)
  .regex(/^https?:\/\/[^/\s]+$/, 'An origin is scheme, host and port, without a path: "https://portal.example.com".');

export const createSession = contract({
  method: 'post',
  path: '/v1/sessions',
  operation: 'sessions.create',
  summary: 'Mint a short-lived token for one end user. Call it from your server',
  permission: 'sessions:write',
  body: z.object({
    user: z.object({
      id: UserId.describe('Your id of the user.'),
      name: z.string().trim().min(1).max(200),
      email: z.email().optional(),
      role: RoleName.default('member'),
    }),
    widgets: z
      .array(z.string().regex(/^cv-[a-z-]+$/))
      .max(40)
      .optional()
      .describe('Tags this session may show; all unless said.'),
    scopes: z.array(z.enum(permissions)).max(60).optional().describe('Less than the role allows; never more.'),
    dataFilter: DataFilter.optional(),
    origins: z.array(Origin).max(20).optional().describe("Where the token works; must be among the tenant's origins."),
    expiresInMinutes: z.number().int().min(5).max(15).default(15),
  }),
  output: z.object({ id: Id, token: z.string(), expiresAt: Timestamp }),
  status: 201,
});

export const currentSession = contract({
  method: 'get',
  path: '/v1/sessions/current',
  operation: 'sessions.current',
  summary: 'Who the caller is and what they may do',
  permission: 'authenticated',
  output: z.object({
    kind: z.enum(['session', 'key']),
    user: z.object({ id: z.string(), name: z.string(), email: z.string().nullable() }).nullable(),
    role: RoleName,
    permissions: z.array(z.string()),
    widgets: z.array(z.string()).nullable(),
    expiresAt: Timestamp.nullable(),
    tenant: z.object({ id: Id, name: z.string() }),
  }),
});

export const revokeSession = contract({
  method: 'delete',
  path: '/v1/sessions/{sessionId}',
  operation: 'sessions.revoke',
  summary: 'End one session',
  permission: 'sessions:write',
  params: z.object({ sessionId: Id }),
  output: Nothing,
  outputKind: 'empty',
  status: 204,
});

export const revokeUserSessions = contract({
  method: 'post',
  path: '/v1/sessions/revoke',
  operation: 'sessions.revokeUser',
  summary: 'End every session of a user',
  permission: 'sessions:write',
  body: z.object({ userId: UserId }),
  output: z.object({ revoked: z.number().int() }),
});
