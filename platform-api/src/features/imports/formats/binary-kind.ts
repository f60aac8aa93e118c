const startsWith = (bytes: Uint8Array, magic: string, at = 0): boolean =>
  bytes.length >= at + magic.length && [...magic].every((letter, i) => bytes[at + i] === letter.charCodeAt(0));

/** What each kind of file begins with, and what to call it. The order matters: ISO media before anything looser. */
const KINDS: { magic: string; at?: number; kind: string; hint: string }[] = [
  { magic: 'ftypM4A', at: 4, kind: 'an M4A recording', hint: 'upload' },
  { magic: 'ftypqt', at: 4, kind: 'a QuickTime video', hint: 'upload' },
  { magic: 'ftyp', at: 4, kind: 'an MP4 video', hint: 'upload' },
  { magic: 'ID3', kind: 'an MP3 recording', hint: 'upload' },
  { magic: '\xFF\xFB', kind: 'an MP3 recording', hint: 'upload' },
  { magic: '\xFF\xF3', kind: 'an MP3 recording', hint: 'upload' },
  { magic: 'WAVE', at: 8, kind: 'a WAV recording', hint: 'upload' },
  { magic: '\x1A\x45\xDF\xA3', kind: 'a WebM or Matroska video', hint: 'upload' },
  { magic: 'OggS', kind: 'an Ogg recording', hint: 'upload' },
  { magic: 'fLaC', kind: 'a FLAC recording', hint: 'upload' },
  { magic: '%PDF', kind: 'a PDF document', hint: 'text' },
  { magic: '{\\rtf', kind: 'an RTF document', hint: 'text' },
  { magic: 'PK\x03\x04', kind: 'a ZIP archive or Word document', hint: 'text' },
  { magic: '\xD0\xCF\x11\xE0', kind: 'an old Office document', hint: 'text' },
  { magic: '\x1F\x8B', kind: 'a gzip archive', hint: 'unpack' },
  { magic: '7z\xBC\xAF', kind: 'a 7-Zip archive', hint: 'unpack' },
  { magic: 'Rar!', kind: 'a RAR archive', hint: 'unpack' },
  { magic: '\x89PNG', kind: 'a PNG image', hint: 'other' },
  { magic: '\xFF\xD8\xFF', kind: 'a JPEG image', hint: 'other' },
  { magic: 'GIF8', kind: 'a GIF image', hint: 'other' },
  { magic: 'SQLite format 3', kind: 'a SQLite database', hint: 'other' },
  { magic: '\x7FELF', kind: 'a program', hint: 'other' },
  { magic: 'MZ\x90', kind: 'a program', hint: 'other' },
];

const NEXT_STEP: Record<string, string> = {
  upload: 'Upload it as a recording to have it transcribed.',
  text: 'Open it, save the transcript as plain text, and import that.',
  unpack: 'Unpack it and import the transcript inside.',
  other: 'Choose the transcript file instead.',
};

/** Names a file that is no text at all from its first bytes, with what to do instead; `null` for what may be text. */
export function binaryKind(bytes: Uint8Array): { kind: string; nextStep: string } | null {
  const found = KINDS.find(({ magic, at }) => startsWith(bytes, magic, at));
  return found ? { kind: found.kind, nextStep: NEXT_STEP[found.hint] ?? '' } : null;
}
