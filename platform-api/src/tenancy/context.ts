/** A built-in role, from most to least powerful. */
export type Role = 'owner' | 'admin' | 'manager' | 'member' | 'coach' | 'client';

/** What an embed session may see at most. A missing list means no limit of that kind; an empty list means nothing. */
export interface DataFilter {
  folderIds?: readonly string[];
  tagIds?: readonly string[];
  clientIds?: readonly string[];
}

/**
 * Who is asking, for whom. The first argument of everything that touches a tenant's data.
 * Made in two places only: the auth middleware and the job runner.
 */
export interface TenantContext {
  readonly tenantId: string;
  /** User id, or `key:<id>` for an API key, or `system` for a job nobody asked for. */
  readonly actorId: string;
  readonly role: Role;
  /** What this caller may do, such as `calls:read`. */
  readonly permissions: ReadonlySet<string>;
  readonly dataFilter?: DataFilter;
  readonly requestId?: string;
}
