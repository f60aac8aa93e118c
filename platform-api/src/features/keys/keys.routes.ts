import { route } from '../../http/route.ts';
import { createKey, listKeys, revokeKey } from './keys.contract.ts';
import type { KeysService } from './keys.service.ts';

export const keyRoutes = (service: KeysService) => [
  route(listKeys, ({ ctx }) => service.list(ctx)),
  route(createKey, ({ ctx, body }) => service.create(ctx, body)),
  route(revokeKey, ({ ctx, params }) => service.revoke(ctx, params.keyId)),
];
