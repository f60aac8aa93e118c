/** A transcript file after decoding: what every parser reads. */
export interface SourceFile {
  /** File name as dropped, without a promise that it tells the truth. */
  name: string;
  text: string;
  /** `text` cut at line ends, without them; line 1 is `lines[0]`. */
  lines: string[];
}

/** Direction marks and zero-width spaces carry no words and hide blank lines; joiners stay, since scripts and emoji need them. */
const INVISIBLE = /[\u200B\u200E\u200F\u2060\uFEFF]/g;

export function sourceFile(name: string, decoded: string): SourceFile {
  // Files converted to Windows line ends twice end their lines in two carriage returns.
  const text = decoded.replace(INVISIBLE, '').replace(/\r\r?\n|\r/g, '\n');
  return { name, text, lines: text.split('\n') };
}

/** 1-based line of a character offset. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
