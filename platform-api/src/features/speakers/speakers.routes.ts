import { route } from '../../http/route.ts';
import { listSpeakers, retrieveSpeaker, updateSpeaker } from './speakers.contract.ts';
import type { SpeakersService } from './speakers.service.ts';

export const speakerRoutes = (service: SpeakersService) => [
  route(listSpeakers, ({ ctx, query }) => service.list(ctx, query)),
  route(retrieveSpeaker, ({ ctx, params }) => service.retrieve(ctx, params.speakerId)),
  route(updateSpeaker, ({ ctx, params, body }) => service.update(ctx, params.speakerId, body)),
];
