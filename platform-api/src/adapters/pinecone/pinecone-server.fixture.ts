import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Sparse {
  indices: number[];
  values: number[];
}
interface Stored {
  id: string;
  values?: number[];
  sparseValues?: Sparse;
  metadata?: Record<string, unknown>;
}
interface QueryBody {
  namespace: string;
  topK: number;
  filter?: Filter;
  vector?: number[];
  sparseVector?: Sparse;
}
type Filter = Record<string, unknown>;
interface Answer {
  status: number;
  body: object;
}

const PAGE = 100;
const refusal = (status: number, message: string): Answer => ({
  status,
  body: { code: status === 404 ? 5 : 3, message, details: [] },
});

/** A server that speaks the data plane of Pinecone as published, its limits and refusals included. */
export class PineconeServer {
  readonly namespaces = new Map<string, Map<string, Stored>>();
  /** Answers the next requests instead; a test puts refusals here. */
  readonly failNext: Answer[] = [];
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      void readBody(request).then((body) => {
        const { status, body: answer } = this.failNext.shift() ?? this.answer(request, body);
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
      });
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private answer(request: IncomingMessage, body: string): Answer {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (request.headers['api-key'] !== 'secret') return refusal(401, 'Invalid API Key');
    if (url.pathname === '/vectors/upsert') return this.upsert(body);
    if (url.pathname === '/query') return this.query(JSON.parse(body) as QueryBody);
    if (url.pathname === '/vectors/delete')
      return this.delete(JSON.parse(body) as { namespace: string; ids?: string[]; deleteAll?: boolean });
    const records = this.namespaces.get(url.searchParams.get('namespace') ?? '');
    if (url.pathname === '/vectors/fetch') {
      const found = url.searchParams.getAll('ids').flatMap((id) => records?.get(id) ?? []);
      return { status: 200, body: { vectors: Object.fromEntries(found.map((record) => [record.id, record])) } };
    }
    if (url.pathname === '/vectors/list') {
      const after = url.searchParams.get('paginationToken') ?? '';
      const prefix = url.searchParams.get('prefix') ?? '';
      const ids = [...(records?.keys() ?? [])].filter((id) => id.startsWith(prefix) && id > after).sort();
      const page = ids.slice(0, PAGE);
      const pagination = ids.length > PAGE ? { next: page[page.length - 1] } : undefined;
      return { status: 200, body: { vectors: page.map((id) => ({ id })), pagination } };
    }
    return refusal(404, `No such path ${url.pathname}`);
  }

  private upsert(body: string): Answer {
    if (Buffer.byteLength(body) > 2_097_152) return refusal(400, 'Request exceeds 2MB');
    const { vectors, namespace } = JSON.parse(body) as { vectors: Stored[]; namespace: string };
    for (const { id, metadata, sparseValues } of vectors) {
      const bytes = Buffer.byteLength(JSON.stringify(metadata ?? {}));
      if (bytes > 40_960)
        return refusal(400, `Metadata size is ${bytes} bytes, which exceeds the limit of 40960 bytes per vector`);
      if ((sparseValues?.indices.length ?? 0) > 2_048) return refusal(400, `Sparse vector of ${id} is too large`);
      if (sparseValues?.indices.length === 0) return refusal(400, 'Sparse vector must contain at least one value');
    }
    const records = this.namespaces.get(namespace) ?? new Map<string, Stored>();
    for (const record of vectors) records.set(record.id, record);
    this.namespaces.set(namespace, records);
    return { status: 200, body: { upsertedCount: vectors.length } };
  }

  private query({ namespace, topK, filter, vector, sparseVector }: QueryBody): Answer {
    const matches = [...(this.namespaces.get(namespace)?.values() ?? [])]
      .filter(({ metadata }) => !filter || holds(filter, metadata ?? {}))
      .map((record) => ({ ...record, score: dense(vector, record.values) + dot(sparseVector, record.sparseValues) }))
      .filter(({ score }) => vector !== undefined || score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, topK)
      .map(({ id, score, metadata }) => ({ id, score, metadata }));
    const body = { matches, namespace };
    return JSON.stringify(body).length > 4_194_304 ? refusal(400, 'Result exceeds 4MB') : { status: 200, body };
  }

  private delete({ namespace, ids, deleteAll }: { namespace: string; ids?: string[]; deleteAll?: boolean }): Answer {
    const records = this.namespaces.get(namespace);
    if (!records) return refusal(404, 'Namespace not found');
    if (deleteAll) this.namespaces.delete(namespace);
    for (const id of ids ?? []) records.delete(id);
    return { status: 200, body: {} };
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function holds(filter: Filter, metadata: Record<string, unknown>): boolean {
  return Object.entries(filter).every(([key, condition]) => {
    if (key === '$and') return (condition as Filter[]).every((part) => holds(part, metadata));
    const stored = [metadata[key]].flat();
    const [[operator, wanted]] = Object.entries(condition as Record<string, unknown>);
    if (operator === '$eq') return stored.includes(wanted);
    if (operator === '$in') return (wanted as unknown[]).some((value) => stored.includes(value));
    throw new Error(`Unknown operator ${operator}`);
  });
}

const dense = (a: number[] = [], b: number[] = []): number =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

function dot(a?: Sparse, b?: Sparse): number {
  const stored = new Map(b?.indices.map((index, at) => [index, b.values[at]]));
  return a?.indices.reduce((sum, index, at) => sum + a.values[at] * (stored.get(index) ?? 0), 0) ?? 0;
}
