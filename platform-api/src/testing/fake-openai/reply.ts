/** What the fake provider does with one request. */
export type FakeReply =
  | {
      kind: 'answer';
      text?: string;
      toolCalls?: readonly { name: string; arguments: unknown }[];
      refusal?: string;
      finishReason?: 'stop' | 'length' | 'content_filter' | 'tool_calls';
      model?: string;
      /** `null` as from an endpoint that does not count. */
      usage?: { prompt_tokens: number; completion_tokens: number; cached_tokens?: number } | null;
      /** Before the first byte. */
      delayMs?: number;
      /** Between the parts of a stream. */
      dripMs?: number;
      /** Characters per part of a stream. */
      chunkSize?: number;
      /** Closes the connection after so many characters of a stream. */
      cutAfter?: number;
    }
  | { kind: 'error'; status: number; code?: string; param?: string; message?: string; retryAfter?: string }
  | { kind: 'raw'; body: string; contentType?: string; status?: number }
  /** Takes the request and never answers. */
  | { kind: 'hang' }
  /** Closes the connection without an answer. */
  | { kind: 'reset' };

export const says = (text: string, more: Partial<Extract<FakeReply, { kind: 'answer' }>> = {}): FakeReply => ({
  kind: 'answer',
  text,
  ...more,
});

export const saysJson = (value: unknown): FakeReply => says(JSON.stringify(value));

export const calls = (...toolCalls: { name: string; arguments: unknown }[]): FakeReply => ({
  kind: 'answer',
  toolCalls,
});

export const fails = (status: number, more: Partial<Extract<FakeReply, { kind: 'error' }>> = {}): FakeReply => ({
  kind: 'error',
  status,
  ...more,
});
