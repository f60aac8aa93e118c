export { CallStore, type CallFilter, type StoredCall } from './call-store.ts';
export type { CallDocument, StepName } from './calls.model.ts';
export { callRoutes } from './calls.routes.ts';
export { CallsService } from './calls.service.ts';
export { Pipeline, type Step } from './pipeline.ts';
export { Summary } from './summary.ts';
