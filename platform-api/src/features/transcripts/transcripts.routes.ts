import { route } from '../../http/route.ts';
import { editTranscript, retrieveTranscript } from './transcripts.contract.ts';
import type { TranscriptsService } from './transcripts.service.ts';

export const transcriptRoutes = (service: TranscriptsService) => [
  route(retrieveTranscript, ({ ctx, params }) => service.retrieve(ctx, params.callId)),
  route(editTranscript, ({ ctx, params, body }) => service.edit(ctx, params.callId, body)),
];
