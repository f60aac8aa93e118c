import { encodeReply } from '../bson/reply.ts';
import type { CommandContext, Reply } from './context.ts';

/**
 * Runs a write once. When the driver sends it again under the same number, because the answer got lost, the stored
 * answer comes back; it is kept in the same commit as the write.
 */
export function writeOnce(context: CommandContext, job: () => Promise<Record<string, unknown>>): Promise<Reply> {
  const { session } = context;
  if (session?.number === undefined || session.isTransaction) return context.write(job);
  const { id, number } = session;
  const { sessions } = context.engine.store;
  return context.write(async () => {
    const stored = sessions.replayed(id, number);
    if (stored) return Buffer.from(stored);
    const reply = encodeReply(await job());
    sessions.remember(id, number, reply);
    return reply;
  });
}
