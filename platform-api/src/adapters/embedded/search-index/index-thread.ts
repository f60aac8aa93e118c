import { Worker } from 'node:worker_threads';
import { CLOSE, type OperationName, type Operations, type Response, type ThreadData } from './thread-protocol.ts';

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

/** A thread that works on the index files, started when first asked and again after a crash. */
export class IndexThread {
  private worker?: Worker;
  private lastId = 0;
  private readonly waiting = new Map<number, Waiting>();

  constructor(private readonly directory: string) {}

  /** Rejects with the thread's error message, or when the thread ends before it answers. */
  ask<Name extends OperationName>(
    operation: Name,
    tenant: string,
    ask: Operations[Name]['ask'],
  ): Promise<Operations[Name]['answer']> {
    const worker = (this.worker ??= this.start());
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
      // An open question keeps the process alive, an idle thread does not.
      worker.ref();
      worker.postMessage({ id, operation, tenant, ask });
    });
  }

  /** Resolves when everything asked before is done and the files are closed. */
  async close(): Promise<void> {
    const worker = this.worker;
    if (!worker) return;
    worker.ref();
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    worker.postMessage(CLOSE);
    await ended;
  }

  private start(): Worker {
    const worker = startWorker({ directory: this.directory });
    worker.unref();
    worker.on('message', (response: Response) => this.settle(worker, response));
    worker.on('error', (error) => this.fail(worker, error));
    worker.on('exit', () => this.fail(worker, new Error('The search index was closed before it answered.')));
    return worker;
  }

  private settle(worker: Worker, response: Response): void {
    const waiting = this.waiting.get(response.id);
    this.waiting.delete(response.id);
    if (this.waiting.size === 0) worker.unref();
    if ('error' in response) waiting?.reject(new Error(`Search index: ${response.error}`));
    else waiting?.resolve(response.answer);
  }

  private fail(worker: Worker, cause: Error): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    for (const { reject } of this.waiting.values()) reject(new Error('The search index stopped.', { cause }));
    this.waiting.clear();
  }
}

/** Built code runs `search-index-thread.js` beside it; from source, Node needs tsx inside the thread as well. */
function startWorker(workerData: ThreadData): Worker {
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(new URL('./search-index-thread.js', import.meta.url), { workerData });
  }
  const entry = JSON.stringify(new URL('./thread.ts', import.meta.url).href);
  const tsx = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  return new Worker(`import(${tsx}).then(({ register }) => { register(); return import(${entry}); });`, {
    eval: true,
    workerData,
  });
}
