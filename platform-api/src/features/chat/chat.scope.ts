import type { z } from 'zod';
import type { TenantContext } from '../../tenancy/context.ts';
import type { CallFilter, CallStore } from '../calls/index.ts';
import type { FoldersService } from '../folders/index.ts';
import type { TagsService } from '../tags/index.ts';
import type { ChatScope as ChatScopeContract } from './chat.contract.ts';

export type ChatScope = z.infer<typeof ChatScopeContract>;

/** The filter of a scope, over what the asking user may see. */
export function scopeFilter(scope: ChatScope): CallFilter {
  switch (scope.kind) {
    case 'library':
      return {};
    case 'folder':
      return { folderId: [scope.id] };
    case 'tag':
      return { tagId: [scope.id] };
    case 'call':
      return { callId: [scope.id] };
    case 'selection':
      return { callId: scope.callIds };
  }
}

/** Names a scope for people. Refuses one with a folder, tag or call that is not this caller's. */
export async function scopeLabel(
  ctx: TenantContext,
  scope: ChatScope,
  features: { calls: CallStore; folders: FoldersService; tags: TagsService },
): Promise<string> {
  switch (scope.kind) {
    case 'library':
      return 'All calls';
    case 'folder':
      return `Folder: ${await features.folders.nameOf(ctx, scope.id)}`;
    case 'tag': {
      await features.tags.require(ctx, [scope.id]);
      const tag = (await features.tags.all(ctx)).find(({ id }) => id === scope.id);
      return `Tag: ${tag?.name ?? scope.id}`;
    }
    case 'call': {
      const [call] = await features.calls.require(ctx, [scope.id]);
      return `Call: ${call?.title ?? scope.id}`;
    }
    case 'selection': {
      const calls = await features.calls.require(ctx, scope.callIds);
      return calls.length === 1 ? `Call: ${calls[0]?.title ?? ''}` : `${calls.length} calls`;
    }
  }
}
