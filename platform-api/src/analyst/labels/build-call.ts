import type { Turn } from '../../features/transcripts/turn.ts';

/** Turns for a test, one a line: `us: words` or `them: words`; `Name (them): words` names the speaker. */
export function aCall(lines: readonly string[]): Turn[] {
  return lines.map((line, index) => {
    const [, name, side = 'unknown', text = ''] = /^(?:(\w+) )?\(?(us|them|unknown)\)?: ?([\s\S]*)$/.exec(line) ?? [];
    const speaker = name ?? (side === 'us' ? 'Ann' : 'Bob');
    return {
      index,
      speakerId: speaker.toLowerCase(),
      speaker,
      side: side === 'us' || side === 'them' ? side : 'unknown',
      text,
      startMs: index * 6000,
      endMs: index * 6000 + 5000,
    };
  });
}

/** The words of a span. */
export function wordsAt(
  turns: readonly Turn[],
  { turn, start, end }: { turn: number; start: number; end: number },
): string {
  return turns.find(({ index }) => index === turn)?.text.slice(start, end) ?? '';
}
