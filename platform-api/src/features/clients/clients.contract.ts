import { z } from 'zod';
import { contract } from '../../http/contract.ts';
import { Id, Nothing, page, PageQuery } from '../../http/schemas.ts';

const Name = z.string().trim().min(1).max(200);
const Domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'A domain looks like "example.com".');

export const Client = z.object({
  id: Id,
  name: z.string(),
  domains: z
    .array(z.string())
    .describe('E-mail domains; a call is proposed for the client whose domain its participants have.'),
  industry: z.string().nullable(),
  crmAccount: z.string().nullable(),
  owner: z.string().nullable(),
  calls: z.number().int(),
});

const ClientParams = z.object({ clientId: Id });
const ClientFields = z.object({
  name: Name,
  domains: z.array(Domain).max(50),
  industry: z.string().trim().max(120).nullable(),
  crmAccount: z.string().trim().max(200).nullable(),
  owner: z.string().trim().max(200).nullable(),
});

export const listClients = contract({
  method: 'get',
  path: '/v1/clients',
  operation: 'clients.list',
  summary: 'Clients by name',
  permission: 'clients:read',
  query: PageQuery.extend({ q: z.string().max(200).optional() }),
  output: page(Client),
});

export const createClient = contract({
  method: 'post',
  path: '/v1/clients',
  operation: 'clients.create',
  summary: 'Add a client',
  permission: 'clients:write',
  body: ClientFields.partial().required({ name: true }),
  output: Client,
  status: 201,
});

export const retrieveClient = contract({
  method: 'get',
  path: '/v1/clients/{clientId}',
  operation: 'clients.retrieve',
  summary: 'One client',
  permission: 'clients:read',
  params: ClientParams,
  output: Client,
});

export const updateClient = contract({
  method: 'patch',
  path: '/v1/clients/{clientId}',
  operation: 'clients.update',
  summary: 'Change a client',
  permission: 'clients:write',
  params: ClientParams,
  body: ClientFields.partial(),
  output: Client,
});

export const deleteClient = contract({
  method: 'delete',
  path: '/v1/clients/{clientId}',
  operation: 'clients.delete',
  summary: 'Delete a client; its calls stay, without a client',
  permission: 'clients:write',
  params: ClientParams,
  output: Nothing,
  outputKind: 'empty',
  status: 204,
});
