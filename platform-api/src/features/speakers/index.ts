export type { SpeakerDocument } from './speakers.model.ts';
export { speakerRoutes } from './speakers.routes.ts';
export { SpeakersService, type NamedPerson, type SpeakerUsage } from './speakers.service.ts';
