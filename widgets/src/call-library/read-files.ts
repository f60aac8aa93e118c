import type { Body } from '@callvault/sdk';

type NewFile = Body<'imports.create'>['files'][number];

/** More at once the API refuses. */
export const MOST_FILES = 200;
/** Larger ones would not fit into one request once they are encoded. */
const MOST_BYTES = 20_000_000;

/** A file that was picked: what goes to the API, or why it cannot. */
export type PickedFile = { readonly name: string } & ({ readonly file: NewFile } | { readonly tooLarge: true });

/** Reads files one after the other, text as text and everything else as base64. */
export async function readFiles(files: readonly File[], signal: AbortSignal): Promise<PickedFile[]> {
  const read: PickedFile[] = [];
  for (const file of files) {
    signal.throwIfAborted();
    read.push(
      file.size > MOST_BYTES ? { name: file.name, tooLarge: true } : { name: file.name, file: await readOne(file) },
    );
  }
  return read;
}

async function readOne(file: File): Promise<NewFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    return { name: file.name, content: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf8' };
  } catch {
    return { name: file.name, content: base64(bytes), encoding: 'base64' };
  }
}

/** In slices: `String.fromCharCode` takes its bytes as arguments, and there is a limit to those. */
function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
