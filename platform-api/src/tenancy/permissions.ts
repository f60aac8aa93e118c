import type { Role } from './context.ts';

export const permissions = [
  'calls:read',
  'calls:write',
  'calls:delete',
  'transcripts:read',
  'transcripts:write',
  'folders:read',
  'folders:write',
  'tags:read',
  'tags:write',
  'clients:read',
  'clients:write',
  'speakers:read',
  'speakers:write',
  'imports:read',
  'imports:write',
  'jobs:read',
  'jobs:write',
  'search:read',
  'chat:read',
  'chat:write',
  'profits:read',
  'profits:write',
  'rebuttals:read',
  'rebuttals:write',
  'branding:write',
  'sessions:write',
  'keys:read',
  'keys:write',
] as const;

/** `<noun>:<verb>`. */
export type Permission = (typeof permissions)[number];

const reads = permissions.filter((permission) => permission.endsWith(':read') && permission !== 'keys:read');
const work: Permission[] = [
  ...reads,
  'calls:write',
  'transcripts:write',
  'tags:write',
  'clients:write',
  'speakers:write',
  'imports:write',
  'jobs:write',
  'chat:write',
  'profits:write',
  'rebuttals:write',
];

/** What each built-in role may do. An embed session never gets more than its role, nor more than its scopes. */
export const rolePermissions: Record<Role, readonly Permission[]> = {
  owner: permissions,
  admin: permissions,
  manager: [...work, 'folders:write', 'calls:delete'],
  member: [...work, 'folders:write'],
  coach: [...reads, 'chat:write', 'profits:write', 'rebuttals:write', 'tags:write'],
  // A client of the agency reads what the session's data filter shows, and asks about it.
  client: [
    'calls:read',
    'transcripts:read',
    'folders:read',
    'tags:read',
    'search:read',
    'chat:read',
    'chat:write',
    'profits:read',
    'rebuttals:read',
    'jobs:read',
  ],
};
