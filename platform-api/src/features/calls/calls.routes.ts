import { route } from '../../http/route.ts';
import {
  bulkUpdateCalls,
  callFacets,
  createActionItem,
  deleteActionItem,
  deleteCalls,
  listCalls,
  retrieveCall,
  runStep,
  undoBulk,
  updateActionItem,
  updateCall,
} from './calls.contract.ts';
import type { CallsService } from './calls.service.ts';
import type { Pipeline } from './pipeline.ts';

export const callRoutes = (service: CallsService, pipeline: Pipeline) => [
  route(listCalls, ({ ctx, query }) => service.list(ctx, query)),
  route(callFacets, ({ ctx, query }) => service.facets(ctx, query)),
  route(retrieveCall, ({ ctx, params }) => service.retrieve(ctx, params.callId)),
  route(updateCall, ({ ctx, params, body }) => service.update(ctx, params.callId, body)),
  route(bulkUpdateCalls, ({ ctx, body }) => service.bulkUpdate(ctx, body.callIds, body.change)),
  route(undoBulk, ({ ctx, body }) => service.undo(ctx, body.undo)),
  route(deleteCalls, ({ ctx, body }) => service.delete(ctx, body.callIds)),
  route(runStep, ({ ctx, params }) => pipeline.runStep(ctx, params.callId, params.step)),
  route(createActionItem, ({ ctx, params, body }) => service.addActionItem(ctx, params.callId, body)),
  route(updateActionItem, ({ ctx, params, body }) => service.updateActionItem(ctx, params.callId, params.itemId, body)),
  route(deleteActionItem, ({ ctx, params }) => service.deleteActionItem(ctx, params.callId, params.itemId)),
];
