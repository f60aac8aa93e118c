import type { Answer, Body } from '../operations.ts';
import type { RequestOptions, Transport } from '../transport.ts';

/** What was said, turn by turn. */
export class Transcripts {
  constructor(private readonly transport: Transport) {}

  retrieve(callId: string, options?: RequestOptions) {
    return this.transport.json<Answer<'transcripts.retrieve'>>({
      method: 'GET',
      path: `/v1/calls/${encodeURIComponent(callId)}/transcript`,
      options,
    });
  }

  /** Makes a new revision; the raw words are kept. Refused with `revision_outdated` when somebody else was faster. */
  edit(callId: string, body: Body<'transcripts.edit'>, options?: RequestOptions) {
    return this.transport.json<Answer<'transcripts.edit'>>({
      method: 'PATCH',
      path: `/v1/calls/${encodeURIComponent(callId)}/transcript`,
      body,
      options,
    });
  }
}
