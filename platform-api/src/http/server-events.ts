import type { Response } from 'express';
import { Unauthorized } from '../errors.ts';
import type { StreamedEvent } from './route.ts';

const heartbeatMs = 15_000;
/** A first event that takes longer than this is waited for with the headers sent: readers give up on silence. */
const patienceMs = 1_000;
/** A stream may outlast the check of its credential: it is checked again this often. */
const recheckMs = 10_000;

/** Writes a stream as server-sent events. A comment now and then keeps proxies from closing it; a slow reader is waited for. */
export async function writeEvents(
  response: Response,
  events: AsyncIterable<StreamedEvent>,
  signal: AbortSignal,
  { mayGoOn, everyMs = recheckMs }: { mayGoOn?: () => Promise<unknown>; everyMs?: number } = {},
): Promise<void> {
  const iterator = events[Symbol.asyncIterator]();
  // The first step may still refuse (no such answer): only then do headers go out.
  const first = iterator.next();
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, patienceMs)));
  await Promise.race([first, patience]).finally(() => clearTimeout(timer));
  response.status(200).set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' });
  response.flushHeaders();
  const heartbeat = setInterval(() => response.write(': still here\n\n'), heartbeatMs);
  // A session that ended hears no more. Closing is seen by `signal`, like any reader who left.
  const recheck = setInterval(() => {
    mayGoOn?.().catch((error: unknown) => {
      if (error instanceof Unauthorized) response.destroy();
    });
  }, everyMs);
  try {
    for (let step = await first; !step.done && !signal.aborted; step = await iterator.next()) {
      const { id, type, data } = step.value;
      const isFlushed = response.write(`id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
      if (!isFlushed && !signal.aborted) {
        await new Promise<void>((resolve) => {
          const go = () => (response.off('drain', go), signal.removeEventListener('abort', go), resolve());
          response.once('drain', go);
          signal.addEventListener('abort', go, { once: true });
        });
      }
    }
  } finally {
    clearInterval(heartbeat);
    clearInterval(recheck);
    await iterator.return?.();
    response.end();
  }
}
