import { z } from 'zod';
import { contract } from '../../http/contract.ts';
import { Id, page, PageQuery, Timestamp } from '../../http/schemas.ts';

export const ImportFile = z.object({
  name: z.string(),
  status: z.enum(['waiting', 'imported', 'duplicate', 'failed']),
  format: z.string().nullable(),
  callIds: z.array(Id).describe('Calls this file holds, whether new or known.'),
  error: z.object({ code: z.string(), message: z.string(), line: z.number().int().nullable() }).nullable(),
});

export const Import = z.object({
  id: Id,
  jobId: Id,
  status: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  progress: z.object({ done: z.number().int(), total: z.number().int() }),
  files: z.array(ImportFile),
  createdAt: Timestamp,
});

/** Facts that a file can't know; they win over what it says. */
export const ImportFacts = z
  .object({
    title: z.string().trim().min(1).max(300),
    startedAt: Timestamp,
    outcome: z.string().trim().min(1).max(60).nullable(),
    client: z.string().trim().min(1).max(200).describe('By name; made if it does not exist.'),
    folderPath: z
      .array(z.string().trim().min(1).max(120))
      .min(1)
      .max(3)
      .describe('From the top; made if it does not exist.'),
    tags: z.array(z.string().trim().min(1).max(60)).max(2),
    owner: z.string().trim().max(200),
    participants: z
      .array(
        z.object({
          name: z.string().trim().min(1).max(200),
          email: z.email().optional(),
          title: z.string().max(200).optional(),
          side: z.enum(['us', 'them', 'unknown']).optional(),
        }),
      )
      .max(200),
  })
  .partial();

export const createImport = contract({
  method: 'post',
  path: '/v1/imports',
  operation: 'imports.create',
  summary: 'Import transcript files. The format is detected from the content; the same file twice is one call',
  permission: 'imports:write',
  body: z.object({
    files: z
      .array(
        z.object({
          name: z.string().trim().min(1).max(300),
          content: z.string().max(30_000_000),
          encoding: z.enum(['utf8', 'base64']).default('utf8'),
          facts: ImportFacts.optional(),
        }),
      )
      .min(1)
      .max(200),
    folderId: Id.optional().describe('Put every call of this import there.'),
  }),
  output: Import,
  status: 202,
});

export const listImports = contract({
  method: 'get',
  path: '/v1/imports',
  operation: 'imports.list',
  summary: 'Imports, newest first',
  permission: 'imports:read',
  query: PageQuery,
  output: page(Import),
});

export const retrieveImport = contract({
  method: 'get',
  path: '/v1/imports/{importId}',
  operation: 'imports.retrieve',
  summary: 'How far an import is, with a result per file',
  permission: 'imports:read',
  params: z.object({ importId: Id }),
  output: Import,
});
