import { encodeReply } from '../bson/reply.ts';
import type { Doc } from '../bson/value.ts';
import { CommandError, fail, messageOf } from '../errors.ts';
import { Pacer } from '../plan/pacer.ts';
import type { Transaction } from '../storage/sessions.ts';
import {
  countField,
  type Command,
  type CommandContext,
  type Engine,
  type Reply,
  type SessionFields,
} from './context.ts';
import { findCommand } from './registry.ts';
import { readSession } from './session-fields.ts';

/** Fields any command may carry and that change nothing here. */
const generic: ReadonlySet<string> = new Set([
  '$db',
  'lsid',
  '$clusterTime',
  '$readPreference',
  'comment',
  'readConcern',
  'writeConcern',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
  'maxTimeMS',
  'txnNumber',
  'autocommit',
  'startTransaction',
  '$audit',
  '$client',
]);

export interface Request {
  /** From `$db`, or from the namespace of an old message. */
  db: string;
  command: Doc;
}

/** What a connection has open, to be cleared when it closes. */
export interface ConnectionState {
  transaction?: SessionFields;
}

/** Runs one command and gives the answer's bytes; errors of any kind become an answer. */
export async function dispatch(
  engine: Engine,
  request: Request,
  connection: ConnectionState,
  onInternalError: (error: unknown, name: string) => void,
): Promise<Buffer> {
  const [name = ''] = request.command.keys();
  try {
    const reply = await execute(engine, request, name, connection);
    return Buffer.isBuffer(reply) ? reply : encodeReply(reply);
  } catch (error) {
    if (error instanceof CommandError) return encodeReply(error.toReply());
    onInternalError(error, name);
    return encodeReply(new CommandError(1, `internal error in ${name}: ${messageOf(error)}`).toReply());
  }
}

async function execute(
  engine: Engine,
  { db, command }: Request,
  name: string,
  connection: ConnectionState,
): Promise<Reply> {
  const session = readSession(command);
  if (name === 'commitTransaction' || name === 'abortTransaction') return endTransaction(engine, name, session);
  const found = findCommand(name);
  if (!found) return fail(59, `no such command: '${name}'`);
  checkFields(found, name, command);
  const context: CommandContext = {
    engine,
    db,
    name,
    command,
    session,
    access: { connection: engine.store.reader, seesPending: false },
    pacer: new Pacer(countField(command, 'maxTimeMS')),
    now: new Date(),
    write: (job) => engine.store.writer.write(job),
  };
  if (!session?.isTransaction) return found.run(context);
  connection.transaction = session;
  return runInTransaction(found, context, session);
}

function checkFields(found: Command, name: string, command: Doc): void {
  for (const field of command.keys()) {
    if (field === name || generic.has(field) || found.fields.includes(field)) continue;
    fail(40415, `BSON field '${name}.${field}' is an unknown field.`);
  }
}

/** Carries the answer of a statement whose write errors end the transaction. */
class FailedStatement extends Error {
  readonly reply: Record<string, unknown>;

  constructor(reply: Record<string, unknown>) {
    super('write errors end the transaction');
    this.reply = reply;
  }
}

async function runInTransaction(found: Command, context: CommandContext, session: SessionFields): Promise<Reply> {
  const { engine, command, name } = context;
  if (session.number === undefined) return fail(72, 'autocommit needs a txnNumber');
  const { sessions, writer } = engine.store;
  const isStart = command.get('startTransaction') === true;
  if (!found.isAllowedInTransaction) {
    if (!isStart) await sessions.abort(session.id, session.number);
    return fail(263, `Cannot run '${name}' in a multi-document transaction.`);
  }
  const transaction: Transaction = isStart
    ? await sessions.start(session.id, session.number)
    : sessions.find(session.id, session.number);
  const inside: CommandContext = {
    ...context,
    access: { connection: writer.connection, seesPending: true },
    write: async (job) => job(),
  };
  try {
    return await transaction.run(async () => {
      const reply = await found.run(inside);
      if (!Buffer.isBuffer(reply) && (Array.isArray(reply.writeErrors) || Number(reply.nErrors) > 0))
        throw new FailedStatement(reply);
      return reply;
    });
  } catch (error) {
    await engine.cursors.killOf(session.id, session.number);
    if (error instanceof FailedStatement) return error.reply;
    throw error;
  }
}

async function endTransaction(engine: Engine, name: string, session: SessionFields | undefined): Promise<Reply> {
  if (!session?.isTransaction || session.number === undefined)
    return fail(125, `${name} may only be run within a transaction`);
  await engine.cursors.killOf(session.id, session.number);
  if (name === 'commitTransaction') await engine.store.sessions.commit(session.id, session.number);
  else await engine.store.sessions.abort(session.id, session.number);
  return { ok: 1 };
}
