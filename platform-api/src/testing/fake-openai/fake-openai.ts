import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FakeReply } from './reply.ts';
import { FakeRequest, protocolFault } from './wire-request.ts';
import { writeAnswer, writeStream } from './write-answer.ts';

/** Answers a request; `turn` counts them from 0. */
export type Responder = (request: FakeRequest, turn: number) => FakeReply | Promise<FakeReply>;

export interface FakeOpenaiOptions {
  apiKey?: string;
  /** Parts of the protocol this endpoint refuses, as many compatible ones do. */
  lacks?: readonly ('json_schema' | 'json_object' | 'temperature' | 'max_completion_tokens' | 'stream_options')[];
}

export interface FakeOpenai extends AsyncDisposable {
  /** To give as base URL, `/v1` included. */
  baseUrl: string;
  apiKey: string;
  /** Well-formed requests in the order they came. */
  requests: FakeRequest[];
  /** Connections that the caller closed before the answer was complete. */
  abandoned: number;
  /** Replaces what comes next: replies in turn, the last one repeating, or a function. */
  respond(...script: readonly FakeReply[] | readonly [Responder]): void;
  close(): Promise<void>;
}

/**
 * A model provider on this machine that speaks the published chat-completions protocol and does as it is told, faults
 * and lies included. It checks requests as strictly as the real one does.
 */
export async function startFakeOpenai({
  apiKey = 'fake-key',
  lacks = [],
}: FakeOpenaiOptions = {}): Promise<FakeOpenai> {
  let responder: Responder = () => ({ kind: 'error', status: 500, message: 'No reply was scripted.' });
  let turn = 0;
  const requests: FakeRequest[] = [];

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on('close', () => {
      if (!response.writableFinished && !response.destroyed) fake.abandoned++;
    });
    const body = await readBody(incoming);
    if (incoming.headers.authorization !== `Bearer ${apiKey}`) {
      return writeError(response, {
        status: 401,
        code: 'invalid_api_key',
        message: `Incorrect API key: ${incoming.headers.authorization}`,
      });
    }
    if (incoming.method !== 'POST' || incoming.url !== '/v1/chat/completions') {
      return writeError(response, { status: 404, message: `Unknown route ${incoming.method} ${incoming.url}` });
    }
    const parsed = FakeRequest.safeParse(body);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return writeError(response, { status: 400, param: issue?.path.join('.'), message: issue?.message });
    }
    const request = parsed.data;
    const lack = lacks.find((name) => name in request || request.response_format?.type === name);
    if (lack) return writeError(response, { status: 400, param: lack, message: `Unsupported parameter: '${lack}'` });
    const fault = protocolFault(request);
    if (fault) return writeError(response, { status: 400, ...fault });

    requests.push(request);
    await perform(await responder(request, turn++), request, response);
  }

  const server = createServer((incoming, response) => {
    answer(incoming, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  const fake: FakeOpenai = {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    apiKey,
    requests,
    abandoned: 0,
    respond(...script) {
      turn = 0;
      const [first] = script;
      responder =
        typeof first === 'function'
          ? first
          : (_request, at) => (script[Math.min(at, script.length - 1)] as FakeReply | undefined) ?? { kind: 'reset' };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
    [Symbol.asyncDispose]: () => fake.close(),
  };
  return fake;
}

async function perform(reply: FakeReply, request: FakeRequest, response: ServerResponse): Promise<void> {
  switch (reply.kind) {
    case 'hang':
      return;
    case 'reset':
      response.destroy();
      return;
    case 'error':
      return writeError(response, reply);
    case 'raw':
      response.writeHead(reply.status ?? 200, { 'content-type': reply.contentType ?? 'application/json' });
      response.end(reply.body);
      return;
    case 'answer':
      await (request.stream ? writeStream : writeAnswer)(reply, request, response);
  }
}

function writeError(
  response: ServerResponse,
  { status, code, param, message, retryAfter }: Omit<Extract<FakeReply, { kind: 'error' }>, 'kind'>,
): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'x-request-id': 'req_fake',
    ...(retryAfter !== undefined && { 'retry-after': retryAfter }),
  });
  const error = {
    message: message ?? `Status ${status}`,
    type: 'fake_error',
    code: code ?? null,
    param: param ?? null,
  };
  response.end(JSON.stringify({ error }));
}

async function readBody(incoming: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
