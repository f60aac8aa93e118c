import type { Folder } from '@callvault/sdk';
import type { Facets } from './filter-values.ts';

/** Names for the ids in a filter, keyed `<field>:<id>`. */
export function valueNames(facets: Facets | undefined, folders: readonly Folder[]): ReadonlyMap<string, string> {
  const named = (field: string, values: readonly { id: string; name: string }[] = []) =>
    values.map(({ id, name }) => [`${field}:${id}`, name] as const);
  return new Map([
    ...named('tagId', facets?.tags),
    ...named('clientId', facets?.clients),
    ...named('speakerId', facets?.speakers),
    ...named('folderId', folders),
  ]);
}
