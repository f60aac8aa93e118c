import { route } from '../../http/route.ts';
import { createClient, deleteClient, listClients, retrieveClient, updateClient } from './clients.contract.ts';
import type { ClientsService } from './clients.service.ts';

export const clientRoutes = (service: ClientsService) => [
  route(listClients, ({ ctx, query }) => service.list(ctx, query)),
  route(createClient, ({ ctx, body }) => service.create(ctx, body)),
  route(retrieveClient, ({ ctx, params }) => service.retrieve(ctx, params.clientId)),
  route(updateClient, ({ ctx, params, body }) => service.update(ctx, params.clientId, body)),
  route(deleteClient, ({ ctx, params }) => service.delete(ctx, params.clientId)),
];
