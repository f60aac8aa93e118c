import type { Body, CallVault, ProfitsItem } from '@callvault/sdk';

/** What a reviewer may change. */
export type ItemChange = Body<'profits.update'>;

export interface ChangesHost {
  readonly vault: CallVault | undefined;
  readonly itemOf: (id: string) => ProfitsItem | undefined;
  readonly onItem: (before: ProfitsItem, after: ProfitsItem) => void;
}

/**
 * Changes an item at once and tells the API. When it refuses, only what this change touched is put back, so that a second
 * change under way survives; then it throws what the API said.
 */
export async function changeItem(host: ChangesHost, item: ProfitsItem, change: ItemChange): Promise<void> {
  const { vault, itemOf, onItem } = host;
  if (!vault) return;
  const put = (facts: Partial<ProfitsItem>) => {
    const now = itemOf(item.id);
    if (now) onItem(now, { ...now, ...facts });
  };
  put({ ...change, ...(change.statement === undefined ? {} : { isEdited: true }) });
  try {
    const saved = await vault.profits.update(item.id, change);
    put({ ...touched(change, saved), isEdited: saved.isEdited });
  } catch (error) {
    put({ ...touched(change, item), ...(change.statement === undefined ? {} : { isEdited: item.isEdited }) });
    throw error;
  }
}

function touched(change: ItemChange, { statement, status, isStarred }: ProfitsItem): Partial<ProfitsItem> {
  return {
    ...(change.statement === undefined ? {} : { statement }),
    ...(change.status === undefined ? {} : { status }),
    ...(change.isStarred === undefined ? {} : { isStarred }),
  };
}
