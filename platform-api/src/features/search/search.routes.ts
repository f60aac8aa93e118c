import { route } from '../../http/route.ts';
import { search } from './search.contract.ts';
import type { SearchService } from './search.service.ts';

export const searchRoutes = (service: SearchService) => [route(search, ({ ctx, query }) => service.query(ctx, query))];
