export { Reading } from './reading.ts';
export { transcriptRoutes } from './transcripts.routes.ts';
export { TranscriptsService, viewEvidence } from './transcripts.service.ts';
export type { SegmentDocument } from './transcripts.model.ts';
export type { Turn, TurnSpan } from './turn.ts';
