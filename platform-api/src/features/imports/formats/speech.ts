import type { ParsedCall } from './parsed-call.ts';

const SOUND_NOTE = /\[[^\]]{0,80}\]|\([^)]{0,80}\)|[♪♫]/g;
const WORD = /[\p{L}\p{N}]+/gu;
/** Scripts that write no spaces, where one run of letters is many words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu;

const FEWEST_WORDS = 10;

/** False where a call holds no or almost no speech: a few greetings, or only notes such as `[Music]`. */
export function hasSpeech(call: Pick<ParsedCall, 'segments'>): boolean {
  let words = 0;
  for (const { text } of call.segments) {
    const spoken = text.replace(SOUND_NOTE, ' ');
    words += (spoken.match(WORD)?.length ?? 0) + (spoken.match(UNSPACED)?.length ?? 0) / 2;
    if (words >= FEWEST_WORDS) return true;
  }
  return false;
}
