import type { Turn } from '../features/transcripts/turn.ts';

/** Characters of transcript in one prompt: about 12,000 tokens, so that the middle is read as well as the ends. */
const passLength = 48_000;
const overlapTurns = 4;

/** The other side's marker for a model; the words "us" and "them" would read as pronouns. */
const sides = { us: 'seller side', them: 'buyer side', unknown: 'side unknown' } as const;

/** A transcript as numbered lines, in as many prompts as it takes. Every turn is in one of them. */
export function inPasses(turns: readonly Turn[]): string[] {
  const passes: string[][] = [[]];
  let length = 0;
  for (const turn of turns) {
    if (turn.text === '') continue;
    const line = `${turn.index} | ${turn.speaker.replaceAll(/[|\n]/g, ' ')} (${sides[turn.side]}): ${turn.text}`;
    const open = passes[passes.length - 1];
    if (length + line.length > passLength && open.length > overlapTurns) {
      passes.push([...open.slice(-overlapTurns), line]);
      length = passes[passes.length - 1].join('').length;
    } else {
      open.push(line);
      length += line.length;
    }
  }
  return passes.map((lines) => `<transcript>\n${lines.join('\n')}\n</transcript>`);
}
