export { chatRoutes } from './chat.routes.ts';
export { ChatService, type ChatEngines } from './chat.service.ts';
