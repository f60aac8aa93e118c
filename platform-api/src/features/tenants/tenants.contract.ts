import { BrandInput } from '@callvault/tenant-config';
import { z } from 'zod';
import { contract } from '../../http/contract.ts';
import { Id, Timestamp } from '../../http/schemas.ts';

export const Tenant = z.object({
  id: Id,
  name: z.string(),
  origins: z
    .array(z.string())
    .describe('Where embed sessions may run: exact origins, or one wildcard label as in "https://*.example.com".'),
  createdAt: Timestamp,
});

const OriginPattern = z
  .string()
  .max(300)
  .regex(/^https?:\/\/(\*\.)?[^/\s*]+$/, 'An origin is scheme, host and port; one leading "*." is allowed.');

export const createTenant = contract({
  method: 'post',
  path: '/v1/tenants',
  operation: 'tenants.create',
  summary: 'Open a tenant and its first keys. For the operator of the installation',
  permission: 'operator',
  body: z.object({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,40}$/, 'Lower-case letters, digits and "-".'),
    name: z.string().trim().min(1).max(200),
    origins: z.array(OriginPattern).max(50).default([]),
    brand: BrandInput.partial().default({}),
  }),
  output: z.object({ tenant: Tenant, secretKey: z.string(), publishableKey: z.string() }),
  status: 201,
});

export const retrieveTenant = contract({
  method: 'get',
  path: '/v1/tenant',
  operation: 'tenants.retrieve',
  summary: 'The tenant this key belongs to',
  permission: 'keys:read',
  output: Tenant,
});

export const updateTenant = contract({
  method: 'patch',
  path: '/v1/tenant',
  operation: 'tenants.update',
  summary: 'Change the name or the origins',
  permission: 'keys:write',
  body: z.object({ name: z.string().trim().min(1).max(200), origins: z.array(OriginPattern).max(50) }).partial(),
  output: Tenant,
});
