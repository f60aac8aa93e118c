import { route } from '../../http/route.ts';
import { createImport, listImports, retrieveImport } from './imports.contract.ts';
import type { ImportsService } from './imports.service.ts';

/** Room for 200 transcripts at once, or one very long one in base64. */
const bodyLimit = 64_000_000;

export const importRoutes = (service: ImportsService) => [
  route(createImport, ({ ctx, body }) => service.create(ctx, body), { bodyLimit }),
  route(listImports, ({ ctx, query }) => service.list(ctx, query)),
  route(retrieveImport, ({ ctx, params }) => service.retrieve(ctx, params.importId)),
];
