import type { CallVault, ProfitsItem } from '@callvault/sdk';
import type { HeardObjection } from './objections-panel.ts';

const LIMIT = 200;

/** Everything found in one call. */
export async function loadProfits(vault: CallVault, callId: string, signal: AbortSignal): Promise<ProfitsItem[]> {
  return everything((cursor) => vault.profits.list({ callId: [callId], limit: LIMIT, ...cursor }, { signal }));
}

/** Every objection of one call. */
export async function loadObjections(vault: CallVault, callId: string, signal: AbortSignal): Promise<HeardObjection[]> {
  return everything((cursor) => vault.rebuttals.objections({ callId: [callId], limit: LIMIT, ...cursor }, { signal }));
}

async function everything<Item>(
  page: (cursor: { cursor?: string }) => Promise<{ items: Item[]; nextCursor: string | null }>,
): Promise<Item[]> {
  const all: Item[] = [];
  let cursor: string | null = null;
  do {
    const { items, nextCursor }: { items: Item[]; nextCursor: string | null } = await page(cursor ? { cursor } : {});
    all.push(...items);
    cursor = nextCursor;
  } while (cursor);
  return all;
}
