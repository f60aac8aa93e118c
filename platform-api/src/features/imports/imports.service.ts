import { z } from 'zod';
import { NotFound, PublicError } from '../../errors.ts';
import type { FileStore } from '../../ports/file-store.ts';
import { job, type JobQueue, type JobRecord, type JobRun } from '../../ports/job-queue.ts';
import type { Logger } from '../../ports/logger.ts';
import type { TenantContext } from '../../tenancy/context.ts';
import type { Stored } from '../../tenancy/tenant-collection.ts';
import { atomically } from '../../tenancy/database.ts';
import type { CallStore } from '../calls/index.ts';
import type { FoldersService } from '../folders/index.ts';
import { ParseProblem, parseTranscript } from './formats/index.ts';
import { importRows, type ImportDocument, type ImportFileDocument } from './imports.model.ts';
import type { Ingest, ImportFactsInput } from './ingest.ts';

export interface IncomingFile {
  name: string;
  content: string;
  encoding: 'utf8' | 'base64';
  facts?: ImportFactsInput;
}

type Outcome = Pick<ImportFileDocument, 'status' | 'format' | 'callIds' | 'error'>;

export class ImportsService {
  /** Reads the files of one import. A file that is done is not read again after a restart. */
  readonly run = job({
    name: 'imports.run',
    payload: z.object({ importId: z.string() }),
    run: async (ctx, { importId }, run) => this.readFiles(ctx, importId, run),
  });

  constructor(
    private readonly engines: { files: FileStore; jobs: JobQueue; logger: Logger },
    private readonly features: { ingest: Ingest; folders: FoldersService; calls: CallStore },
  ) {}

  async create(ctx: TenantContext, { files, folderId }: { files: IncomingFile[]; folderId?: string }) {
    if (folderId !== undefined) await this.features.folders.require(ctx, [folderId]);
    const id = importRows.in(ctx).newId();
    const rows: ImportFileDocument[] = [];
    for (const [at, { name, content, encoding, facts = {} }] of files.entries()) {
      const key = `imports/${id}/${at}`;
      await this.engines.files.in(ctx).put(key, Buffer.from(content, encoding));
      rows.push({ name, key, facts, status: 'waiting', format: null, callIds: [], error: null });
    }
    const { actorId } = ctx;
    // Together, or a process that dies in between leaves an import that waits for ever.
    return atomically(ctx, async () => {
      const queued = await this.engines.jobs
        .in(ctx)
        .enqueue(this.run, { importId: id }, { key: id, total: files.length });
      const created = await importRows
        .in(ctx)
        .create({ id, actorId, jobId: queued.id, folderId: folderId ?? null, files: rows });
      return view(created, queued);
    });
  }

  async list(ctx: TenantContext, options: { limit: number; cursor?: string }) {
    const { items, nextCursor } = await importRows
      .in(ctx)
      .page(ofCaller(ctx), { sort: ['createdAt' as never, -1], ...options });
    return { items: await Promise.all(items.map((row) => this.show(ctx, row))), nextCursor };
  }

  async retrieve(ctx: TenantContext, importId: string) {
    const row = await importRows.in(ctx).findOne({ id: importId, ...ofCaller(ctx) });
    if (!row) throw new NotFound('import', importId);
    return this.show(ctx, row);
  }

  /** A file may hold a call that is there already, where this caller does not see it. */
  private async show(ctx: TenantContext, row: Stored<ImportDocument>) {
    const shown = view(row, await this.jobOf(ctx, row));
    if (!ctx.dataFilter) return shown;
    const seen = new Set(await this.features.calls.ids(ctx, { callId: row.files.flatMap(({ callIds }) => callIds) }));
    return {
      ...shown,
      files: shown.files.map((file) => ({ ...file, callIds: file.callIds.filter((id) => seen.has(id)) })),
    };
  }

  private async jobOf(ctx: TenantContext, { jobId }: ImportDocument): Promise<JobRecord | null> {
    return jobId === null ? null : this.engines.jobs.in(ctx).get(jobId);
  }

  private async readFiles(ctx: TenantContext, importId: string, run: JobRun): Promise<void> {
    const row = await importRows.in(ctx).get(importId);
    if (!row) return;
    for (const [at, file] of row.files.entries()) {
      await run.progress(at, row.files.length);
      if (file.status !== 'waiting') continue;
      const outcome = await this.readFile(ctx, file, row.folderId);
      await importRows.in(ctx).update(importId, { $set: { [`files.${at}`]: { ...file, ...outcome } } as never });
      await this.engines.files.in(ctx).delete(file.key);
    }
    await run.progress(row.files.length, row.files.length);
  }

  /** One file: all of its calls, or the reason why not. Only what is wrong with the file is its own fault; the rest is thrown. */
  private async readFile(
    ctx: TenantContext,
    { name, key, facts }: ImportFileDocument,
    folderId: string | null,
  ): Promise<Outcome> {
    const bytes = await this.engines.files.in(ctx).get(key);
    if (!bytes) return failed('file_lost', `The bytes of "${name}" are gone. Drop the file again.`, null);
    try {
      const parsed = parseTranscript({ name, bytes });
      const results = [];
      for (const call of parsed)
        results.push(
          await this.features.ingest.ingest(
            ctx,
            call,
            parsed.length === 1 ? facts : { ...facts, title: undefined, startedAt: undefined },
            { fileName: name, folderId },
          ),
        );
      return {
        status: results.some(({ isNew }) => isNew) ? 'imported' : 'duplicate',
        format: parsed[0]?.format ?? null,
        callIds: results.map(({ callId }) => callId),
        error: null,
      };
    } catch (error) {
      if (error instanceof ParseProblem) return failed(error.code, error.message, error.line ?? null, error.format);
      if (error instanceof PublicError && !error.isRetryable) return failed(error.code, error.message, null);
      throw error;
    }
  }
}

/** Who sees a part of the tenant sees the imports they began. */
const ofCaller = ({ actorId, dataFilter }: TenantContext) => (dataFilter ? { actorId } : {});

const failed = (code: string, message: string, line: number | null, format: string | null = null): Outcome => ({
  status: 'failed',
  format,
  callIds: [],
  error: { code, message, line },
});

function view({ id, jobId, files, createdAt }: Stored<ImportDocument>, queued: JobRecord | null) {
  const done = files.filter(({ status }) => status !== 'waiting').length;
  const status =
    done === files.length
      ? ('done' as const)
      : queued?.status === 'paused'
        ? ('running' as const)
        : (queued?.status ?? 'queued');
  return {
    id,
    jobId: jobId ?? id,
    status,
    progress: { done, total: files.length },
    files: files.map(({ name, status: state, format, callIds, error }) => ({
      name,
      status: state,
      format,
      callIds: [...callIds],
      error,
    })),
    createdAt: createdAt.toISOString(),
  };
}
