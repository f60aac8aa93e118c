import { isDoc, type Doc } from '../bson/value.ts';
import { fail } from '../errors.ts';
import { MAX_DOCUMENT_BYTES } from '../bson/encode.ts';
import { sessionId } from './session-fields.ts';
import type { Command, Engine } from './context.ts';

/** MongoDB 8.0, whose commands and error codes these are; a higher one would promise what is not here. */
const VERSION = [8, 0, 0, 0] as const;
const MAX_WIRE_VERSION = 25;
export const SET_NAME = 'callvault';

/** What a client is told first: a replica set of one, so that drivers retry writes and allow transactions. */
export function describeServer(engine: Engine): Record<string, unknown> {
  const { address } = engine;
  return {
    helloOk: true,
    isWritablePrimary: true,
    ismaster: true,
    setName: SET_NAME,
    setVersion: 1,
    hosts: [address],
    primary: address,
    me: address,
    secondary: false,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    maxMessageSizeBytes: 48_000_000,
    maxWriteBatchSize: 100_000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    connectionId: engine.connectionId,
    minWireVersion: 0,
    maxWireVersion: MAX_WIRE_VERSION,
    readOnly: false,
    ok: 1,
  };
}

const handshakeFields = [
  'hello',
  'ismaster',
  'isMaster',
  'helloOk',
  'client',
  'compression',
  'saslSupportedMechs',
  'speculativeAuthenticate',
  'hostInfo',
  'topologyVersion',
  'maxAwaitTimeMS',
  'loadBalanced',
  'backpressure',
];

export const hello: Command = { fields: handshakeFields, run: ({ engine }) => describeServer(engine) };

export const ping: Command = { fields: ['ping'], run: () => ({ ok: 1 }) };

export const buildInfo: Command = {
  fields: ['buildInfo', 'buildinfo'],
  run: () => ({
    version: VERSION.slice(0, 3).join('.'),
    versionArray: [...VERSION],
    gitVersion: 'callvault-embedded',
    modules: [],
    bits: 64,
    debug: false,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    ok: 1,
  }),
};

export const endSessions: Command = {
  fields: ['endSessions'],
  async run({ command, engine }) {
    const sessions = command.get('endSessions');
    for (const session of Array.isArray(sessions) ? sessions : []) {
      if (!isDoc(session)) continue;
      const id = sessionId(session);
      await engine.cursors.killOf(id);
      await engine.store.sessions.endSession(id);
    }
    return { ok: 1 };
  },
};

/** For operators: a copy of everything, in a new file, while the engine goes on. */
export const backup: Command = {
  fields: ['callvaultBackup'],
  async run({ command, db, engine }) {
    requireAdmin(db, command);
    const path = command.get('callvaultBackup');
    if (typeof path !== 'string' || !path.startsWith('/'))
      return fail(2, 'callvaultBackup needs the absolute path of a new file');
    await engine.store.backup(path);
    return { ok: 1 };
  },
};

/** For operators: what SQLite finds wrong with the files. */
export const integrityCheck: Command = {
  fields: ['callvaultIntegrityCheck'],
  run({ command, db, engine }) {
    requireAdmin(db, command);
    return { problems: engine.store.integrityProblems(), ok: 1 };
  },
};

function requireAdmin(db: string, command: Doc): void {
  if (db !== 'admin') fail(13, `${[...command.keys()][0]} may only be run against the admin database.`);
}
