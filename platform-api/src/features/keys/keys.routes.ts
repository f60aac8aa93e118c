import { route } from '../../http/route.ts';
import { createKey, listKeys, revokeKey } from './keys.contract.ts';
import type { KeysService } from './keys.service.ts';

/** `forget` drops checked credentials, so that a revoked key ends here at once and elsewhere within 30 seconds. */
export const keyRoutes = (service: KeysService, forget: () => void) => [
  route(listKeys, ({ ctx }) => service.list(ctx)),
  route(createKey, ({ ctx, body }) => service.create(ctx, body)),
  route(revokeKey, ({ ctx, params }) => service.revoke(ctx, params.keyId).finally(forget)),
];
