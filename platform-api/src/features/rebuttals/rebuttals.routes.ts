import { route } from '../../http/route.ts';
import {
  createRebuttal,
  listObjections,
  listRebuttals,
  rebuttalKinds,
  retrieveRebuttal,
  updateRebuttal,
} from './rebuttals.contract.ts';
import type { RebuttalsService } from './rebuttals.service.ts';

export const rebuttalRoutes = (service: RebuttalsService) => [
  route(listRebuttals, ({ ctx, query }) => service.list(ctx, query)),
  route(rebuttalKinds, ({ ctx, query }) => service.kinds(ctx, query)),
  route(retrieveRebuttal, ({ ctx, params }) => service.retrieve(ctx, params.rebuttalId)),
  route(createRebuttal, ({ ctx, body }) => service.create(ctx, body)),
  route(updateRebuttal, ({ ctx, params, body }) => service.update(ctx, params.rebuttalId, body)),
  route(listObjections, ({ ctx, query }) => service.objections(ctx, query)),
];
