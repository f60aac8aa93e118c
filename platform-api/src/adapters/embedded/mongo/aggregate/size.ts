import { isDoc, type Value } from '../bson/value.ts';
import { MEMORY_LIMIT_BYTES, memoryExceeded } from '../plan/find-rows.ts';

/** About how many bytes a value holds in memory. */
export function sizeOf(value: Value): number {
  if (typeof value === 'string') return 16 + value.length * 2;
  if (Array.isArray(value)) return value.reduce<number>((sum, element) => sum + sizeOf(element), 32);
  if (!isDoc(value)) return 24;
  let size = 64;
  for (const [name, element] of value) size += 16 + name.length + sizeOf(element);
  return size;
}

/** Adds up what a stage keeps. Throws 292 at the limit. */
export class MemoryMeter {
  private bytes = 0;
  private readonly what: string;

  constructor(what: string) {
    this.what = what;
  }

  add(bytes: number): void {
    this.bytes += bytes;
    if (this.bytes > MEMORY_LIMIT_BYTES) throw memoryExceeded(this.what);
  }
}
