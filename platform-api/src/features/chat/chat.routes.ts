import { route } from '../../http/route.ts';
import {
  askChat,
  createChatSession,
  deleteChatSession,
  listChatSessions,
  retrieveChatSession,
  stopAnswer,
  streamAnswer,
  updateChatSession,
} from './chat.contract.ts';
import type { ChatService } from './chat.service.ts';

export const chatRoutes = (service: ChatService) => [
  route(listChatSessions, ({ ctx, query }) => service.list(ctx, query)),
  route(createChatSession, ({ ctx, body }) => service.create(ctx, body)),
  route(retrieveChatSession, ({ ctx, params }) => service.retrieve(ctx, params.sessionId)),
  route(updateChatSession, ({ ctx, params, body }) => service.update(ctx, params.sessionId, body)),
  route(deleteChatSession, ({ ctx, params }) => service.delete(ctx, params.sessionId)),
  route(askChat, ({ ctx, params, body }) => service.ask(ctx, params.sessionId, body)),
  route(streamAnswer, ({ ctx, params, lastEventId, signal }) =>
    service.events(ctx, params.answerId, lastEventId, signal),
  ),
  route(stopAnswer, ({ ctx, params }) => service.stop(ctx, params.answerId)),
];
