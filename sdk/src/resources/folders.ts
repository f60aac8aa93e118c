import type { Answer, Body } from '../operations.ts';
import type { RequestOptions, Transport } from '../transport.ts';

/** Three levels of folders; a call may be in several. */
export class Folders {
  constructor(private readonly transport: Transport) {}

  /** All of them, parents before children. */
  list(options?: RequestOptions) {
    return this.transport.json<Answer<'folders.list'>>({ method: 'GET', path: '/v1/folders', options });
  }

  create(body: Body<'folders.create'>, options?: RequestOptions) {
    return this.transport.json<Answer<'folders.create'>>({ method: 'POST', path: '/v1/folders', body, options });
  }

  update(folderId: string, body: Body<'folders.update'>, options?: RequestOptions) {
    return this.transport.json<Answer<'folders.update'>>({
      method: 'PATCH',
      path: `/v1/folders/${encodeURIComponent(folderId)}`,
      body,
      options,
    });
  }

  /** Its calls stay in the library; folders inside move up. */
  delete(folderId: string, options?: RequestOptions) {
    return this.transport.json<null>({
      method: 'DELETE',
      path: `/v1/folders/${encodeURIComponent(folderId)}`,
      options,
    });
  }
}
