export { AccessService } from './access.service.ts';
