/** One page of a list. */
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** Walks every item of a paged list, fetching pages as you go. */
export async function* everyItem<Item, Query extends object>(
  list: (query: Query & { cursor?: string }) => Promise<Page<Item>>,
  query: Query,
): AsyncGenerator<Item> {
  let cursor: string | undefined;
  do {
    const page = await list({ ...query, cursor });
    yield* page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
}
