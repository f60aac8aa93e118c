import { parentPort, workerData } from 'node:worker_threads';
import { search } from './search.ts';
import { TenantFiles } from './tenant-files.ts';
import {
  CLOSE,
  type ReadRequest,
  type Request,
  type Response,
  type ThreadData,
  type WriteRequest,
} from './thread-protocol.ts';
import { messageOf, writeBatch } from './write-batch.ts';

// SQLite is synchronous. In a thread of its own a long import or a slow question holds up no request of the server.
if (!parentPort) throw new Error('The search index thread was started as a program of its own.');
const port = parentPort;
const files = new TenantFiles((workerData as ThreadData).directory);
const writes: WriteRequest[] = [];

port.on('message', (request: Request | typeof CLOSE) => {
  if (request === CLOSE) {
    while (writes.length > 0) send(writeBatch(files, writes));
    files.close();
    port.close();
  } else if (request.operation === 'search' || request.operation === 'count') {
    send([read(request)]);
  } else {
    // Waits for the rest of what arrived, so that calls put together are committed together.
    if (writes.push(request) === 1) setImmediate(drain);
  }
});

function drain(): void {
  if (writes.length === 0) return;
  send(writeBatch(files, writes));
  setImmediate(drain);
}

function read(request: ReadRequest): Response {
  try {
    const file = files.existing(request.tenant);
    if (request.operation === 'count') {
      const calls = file?.sql('SELECT count(*) AS calls FROM call').get()?.calls ?? 0;
      return { id: request.id, answer: Number(calls) };
    }
    return { id: request.id, answer: file ? search(file, request.ask.query, request.ask.meaning) : [] };
  } catch (error) {
    return { id: request.id, error: messageOf(error) };
  }
}

function send(responses: readonly Response[]): void {
  for (const response of responses) port.postMessage(response);
}
