import { binaryKind } from './binary-kind.ts';
import { ParseProblem } from './parse-problem.ts';

const decode = (encoding: string, bytes: Uint8Array): string => new TextDecoder(encoding).decode(bytes);

function encodingFromMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a byte order mark: mostly Latin text, so every other byte is zero. */
function encodingFromZeros(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 2000);
  let even = 0;
  let odd = 0;
  sample.forEach((byte, at) => {
    if (byte !== 0) return;
    if (at % 2 === 0) even++;
    else odd++;
  });
  const half = sample.length / 2;
  if (odd > half * 0.7 && even < half * 0.1) return 'utf-16le';
  return even > half * 0.7 && odd < half * 0.1 ? 'utf-16be' : null;
}

/** Control characters that no text editor writes; a text holds none, a binary file soon does. */
function hasControls(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20 && (code < 0x09 || (code > 0x0d && code !== 0x1b))) return true;
  }
  return false;
}

const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** Some releases of Node decode the label `windows-1252` as Latin 1, so quotes and dashes are put right here. */
const fromWindows1252 = (bytes: Uint8Array): string =>
  decode('windows-1252', bytes).replace(
    /[\u0080-\u009F]/g,
    (letter) => WINDOWS_1252[letter.charCodeAt(0) - 0x80] ?? letter,
  );

function decoded(bytes: Uint8Array): string {
  const wide = encodingFromMark(bytes) ?? encodingFromZeros(bytes);
  if (wide) return decode(wide, bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Older Windows tools still save transcripts in their own code page, where every byte means a letter.
    return fromWindows1252(bytes);
  }
}

/** Bytes of a text file as text: UTF-8, UTF-16, else Windows-1252. Throws `ParseProblem` for what is no text. */
export function decodeText(bytes: Uint8Array): string {
  const binary = binaryKind(bytes);
  if (binary) {
    const reason = `This is ${binary.kind}, not a transcript. ${binary.nextStep}`;
    throw new ParseProblem({ code: 'binary_file', format: 'unknown', reason });
  }
  const text = decoded(bytes);
  if (hasControls(text)) {
    const reason =
      'This file holds binary data, not text. Export the transcript as text, captions or JSON and import that.';
    throw new ParseProblem({ code: 'binary_file', format: 'unknown', reason });
  }
  return text;
}
