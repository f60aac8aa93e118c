import { encodeCursorReply } from '../bson/reply.ts';
import { fail } from '../errors.ts';
import { countField, type Command, type CommandContext } from './context.ts';

function cursorId(value: unknown): bigint {
  if (typeof value === 'bigint') return value;
  return typeof value === 'number' ? BigInt(value) : fail(14, 'a cursor id is an int64');
}

export const getMore: Command = {
  fields: ['getMore', 'collection', 'batchSize'],
  isAllowedInTransaction: true,
  async run(context) {
    const { command, engine } = context;
    const id = cursorId(command.get(context.name));
    checkTransaction(context, id);
    engine.cursors.find(id).pacer.restart(countField(command, 'maxTimeMS'));
    const ns = `${context.db}.${String(command.get('collection'))}`;
    const batch = await engine.cursors.more(id, ns, countField(command, 'batchSize'));
    return encodeCursorReply('nextBatch', batch.documents, batch.id, batch.ns);
  },
};

/** A cursor belongs to the transaction it was opened in, or to none. */
function checkTransaction(context: CommandContext, id: bigint): void {
  const { transaction, session } = context.engine.cursors.find(id);
  const own = context.session?.isTransaction ? context.session.number : undefined;
  if (transaction !== own || (transaction !== undefined && session !== context.session?.id)) {
    fail(50738, `Cannot run getMore on cursor ${id}, which was created in another transaction or outside of one`);
  }
}

export const killCursors: Command = {
  fields: ['killCursors', 'cursors'],
  isAllowedInTransaction: true,
  async run(context) {
    const asked = context.command.get('cursors');
    const cursorsKilled: bigint[] = [];
    const cursorsNotFound: bigint[] = [];
    for (const value of Array.isArray(asked) ? asked : []) {
      const id = cursorId(value);
      ((await context.engine.cursors.kill(id)) ? cursorsKilled : cursorsNotFound).push(id);
    }
    return { cursorsKilled, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [], ok: 1 };
  },
};
