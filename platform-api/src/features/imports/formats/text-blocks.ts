import type { SourceFile } from './source-file.ts';

/** Lines between blank lines. */
export interface TextBlock {
  /** 1-based line of the first one. */
  line: number;
  lines: string[];
}

/** Cuts a file at its blank lines. A line of only spaces is not blank unless asked for: automatic captions show those. */
export function textBlocks(
  { lines }: SourceFile,
  isBlank: (line: string) => boolean = (line) => line === '',
): TextBlock[] {
  const blocks: TextBlock[] = [];
  let open: TextBlock | null = null;
  lines.forEach((line, at) => {
    if (isBlank(line)) open = null;
    else if (open) open.lines.push(line);
    else blocks.push((open = { line: at + 1, lines: [line] }));
  });
  return blocks;
}
