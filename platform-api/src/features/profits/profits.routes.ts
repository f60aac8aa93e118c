import { route } from '../../http/route.ts';
import { extractProfits, listProfits, profitsOverview, updateProfits } from './profits.contract.ts';
import type { ProfitsService } from './profits.service.ts';

export const profitsRoutes = (service: ProfitsService) => [
  route(listProfits, ({ ctx, query }) => service.list(ctx, query)),
  route(profitsOverview, ({ ctx, query }) => service.overview(ctx, query)),
  route(updateProfits, ({ ctx, params, body }) => service.update(ctx, params.itemId, body)),
  route(extractProfits, ({ ctx, body }) => service.extract(ctx, body)),
];
