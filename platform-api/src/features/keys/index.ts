export type { KeyRow } from './keys.model.ts';
export { keyRoutes } from './keys.routes.ts';
export { KeysService } from './keys.service.ts';
