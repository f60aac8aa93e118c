import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';

export interface SmtpSink {
  url: string;
  /** Messages as they came in, each Message-ID once, as a receiver that drops repeats keeps them. */
  messages: Map<string, string>;
  /** Answers every recipient with this line instead of taking it. */
  refuseWith: string | null;
  close(): Promise<void>;
}

/** A mail server on this machine that keeps what it is given (RFC 5321, the part that clients need). */
export async function startSmtpSink(): Promise<SmtpSink> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => undefined));
    const say = (line: string) => void socket.write(`${line}\r\n`);
    let body: string[] | null = null;
    say('220 sink');
    createInterface({ input: socket, crlfDelay: Infinity }).on('line', (line) => {
      if (body) {
        if (line !== '.') return void body.push(line.replace(/^\./, ''));
        const message = body.join('\n');
        sink.messages.set(/^Message-ID: (.*)$/im.exec(message)?.[1] ?? `none ${sink.messages.size}`, message);
        body = null;
        return say('250 kept');
      }
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === 'DATA') {
        body = [];
        return say('354 go on');
      }
      if (verb === 'QUIT') {
        say('221 bye');
        return void socket.end();
      }
      say(verb === 'RCPT' && sink.refuseWith ? sink.refuseWith : '250 ok');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const sink: SmtpSink = {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    messages: new Map(),
    refuseWith: null,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return sink;
}
