import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { encodeReply } from '../bson/reply.ts';
import { Cursors } from '../commands/cursors.ts';
import { dispatch, type ConnectionState } from '../commands/dispatch.ts';
import { CommandError, messageOf } from '../errors.ts';
import type { Store } from '../storage/store.ts';
import { MessageReader, readMessage, writeReply, type Message } from './framing.ts';
import { startMaintenance } from '../storage/maintenance.ts';

/** A transaction whose client has gone is ended after this, unless it comes back, in milliseconds. */
const ABANDON_GRACE_MS = 2_000;

/** A line of the engine's log. */
export type Log = (message: string, details?: Record<string, unknown>) => void;

export type Listen = { socketPath: string } | { port: number };

export interface RunningServer {
  /** The address for a client: `host:port`, or a socket's path. */
  address: string;
  stop(): Promise<void>;
}

/** Serves a store over MongoDB's wire protocol until stopped. Closes the store when it stops. */
export async function serve(store: Store, listen: Listen, log: Log): Promise<RunningServer> {
  const cursors = new Cursors();
  const sockets = new Set<Socket>();
  let address = '';
  let connections = 0;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    converse(socket, { store, cursors, address, connectionId: ++connections }, log);
  });
  address = await bind(server, listen);
  const stopMaintenance = startMaintenance(store, cursors, log);
  return {
    address,
    stop: async () => {
      stopMaintenance();
      const closed = new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
      for (const socket of sockets) socket.destroy();
      await closed;
      store.close();
    },
  };
}

async function bind(server: Server, listen: Listen): Promise<string> {
  const isSocket = 'socketPath' in listen;
  if (isSocket) rmSync(listen.socketPath, { force: true });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    if (isSocket) server.listen(listen.socketPath, resolve);
    else server.listen(listen.port, '127.0.0.1', resolve);
  });
  if (isSocket) {
    // File rights are the access control: only this user may connect.
    chmodSync(listen.socketPath, 0o600);
    return listen.socketPath;
  }
  const bound = server.address();
  return `127.0.0.1:${typeof bound === 'object' && bound ? bound.port : listen.port}`;
}

type EngineParts = Parameters<typeof dispatch>[0];

function converse(socket: Socket, engine: EngineParts, log: Log): void {
  const reader = new MessageReader();
  const state: ConnectionState = {};
  socket.setNoDelay(true);
  let turn = Promise.resolve();
  socket.on('data', (chunk: Buffer) => {
    let messages: Buffer[];
    try {
      messages = reader.push(chunk);
    } catch (error) {
      log('connection closed: not a MongoDB message', { error: messageOf(error) });
      socket.destroy();
      return;
    }
    // Answers keep the order of the questions, as drivers rely on.
    for (const bytes of messages) turn = turn.then(() => answer(socket, engine, state, bytes, log));
  });
  socket.on('error', (error) => {
    log('connection failed', { error: error.message });
  });
  socket.on('close', () => {
    const { transaction } = state;
    if (transaction?.number !== undefined)
      engine.store.sessions.abandon(transaction.id, transaction.number, ABANDON_GRACE_MS);
  });
}

async function answer(
  socket: Socket,
  engine: EngineParts,
  state: ConnectionState,
  bytes: Buffer,
  log: Log,
): Promise<void> {
  const message = understand(bytes);
  if (message instanceof CommandError) {
    const asked = { requestId: bytes.readInt32LE(4), kind: 'msg' as const };
    socket.write(writeReply(asked, encodeReply(message.toReply())));
    return;
  }
  const reply = await dispatch(engine, message, state, (error, name) => {
    log('internal error', {
      command: name,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  });
  if (!message.isUnanswered && socket.writable) socket.write(writeReply(message, reply));
}

function understand(bytes: Buffer): Message | CommandError {
  try {
    return readMessage(bytes);
  } catch (error) {
    return error instanceof CommandError ? error : new CommandError(22, `invalid message: ${messageOf(error)}`);
  }
}
