/** One server-sent event. */
export interface ServerEvent {
  id: string | null;
  type: string;
  data: string;
}

/** Splits a `text/event-stream` body into events, whatever the chunk boundaries (WHATWG HTML, section 9.2.6). */
export async function* serverEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = '';
  let event: ServerEvent = { id: null, type: 'message', data: '' };
  let hasData = false;
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      rest += value;
      // A lone CR at the end may be half of CRLF: wait for what follows.
      const lines = rest.split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line === '') {
          if (hasData) yield event;
          event = { id: event.id, type: 'message', data: '' };
          hasData = false;
          continue;
        }
        const colon = line.indexOf(':');
        if (colon === 0) continue;
        const field = colon < 0 ? line : line.slice(0, colon);
        const text = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
        if (field === 'data') {
          event.data += hasData ? `\n${text}` : text;
          hasData = true;
        } else if (field === 'event') event.type = text || 'message';
        else if (field === 'id' && !text.includes('\0')) event.id = text;
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
