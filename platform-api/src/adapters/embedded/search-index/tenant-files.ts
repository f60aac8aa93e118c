import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { TenantFile } from './tenant-file.ts';

const MOST_OPEN = 48;

/** The tenants' files: opened when first asked for, the least recently used closed when too many are open. */
export class TenantFiles {
  private readonly open = new Map<string, TenantFile>();

  constructor(private readonly directory: string) {
    mkdirSync(directory, { recursive: true });
  }

  /** The tenant's file, created where it is missing. */
  for(tenant: string): TenantFile {
    const file = this.open.get(tenant) ?? new TenantFile(this.pathOf(tenant));
    this.open.delete(tenant);
    this.open.set(tenant, file);
    if (this.open.size > MOST_OPEN) {
      const [oldest] = this.open.keys();
      this.open.get(oldest)?.close();
      this.open.delete(oldest);
    }
    return file;
  }

  /** The tenant's file, or undefined when nothing was ever stored: a question must not create one. */
  existing(tenant: string): TenantFile | undefined {
    return this.open.has(tenant) || existsSync(this.pathOf(tenant)) ? this.for(tenant) : undefined;
  }

  close(): void {
    for (const file of this.open.values()) file.close();
    this.open.clear();
  }

  private pathOf(tenant: string): string {
    return join(this.directory, `${tenant}.sqlite`);
  }
}
