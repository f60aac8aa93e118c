import { wordsOf } from './language/words.ts';
import { sidesOf } from './sides.ts';
import type { Turn } from '../features/transcripts/turn.ts';

export interface TalkShare {
  speakerId: string;
  speaker: string;
  side: Turn['side'];
  words: number;
  turns: number;
  /** Speaking time; null where turns carry no times. */
  ms: number | null;
  /** 0-1 of all speaking time, or of all words where times are missing. */
  share: number;
}

/** Who spoke how much, most first. */
export function talkShares(turns: readonly Turn[]): TalkShare[] {
  const speakers = new Map<string, TalkShare>();
  for (const turn of turns) {
    const { speakerId, speaker, side } = turn;
    const share = speakers.get(speakerId) ?? { speakerId, speaker, side, words: 0, turns: 0, ms: 0, share: 0 };
    const duration = durationOf(turn);
    share.words += wordsOf(turn.text).length;
    share.turns++;
    share.ms = share.ms === null || duration === null ? null : share.ms + duration;
    speakers.set(speakerId, share);
  }
  const shares = [...speakers.values()];
  const timed = shares.every(({ ms }) => ms !== null) && shares.some(({ ms }) => (ms ?? 0) > 0);
  const measure = ({ ms, words }: TalkShare): number => (timed ? (ms ?? 0) : words);
  const total = shares.reduce((sum, share) => sum + measure(share), 0);
  return shares
    .map((share) => ({ ...share, share: total ? measure(share) / total : 0 }))
    .sort((a, b) => b.share - a.share || (a.speakerId < b.speakerId ? -1 : 1));
}

export interface SpeechBar {
  /** 0-1 of the bar's time in which our side spoke. */
  us: number;
  them: number;
}

/**
 * Who talked when, in `bars` equal parts of the call. Without times the words stand for time. Where sides are unknown
 * the most talkative speaker stands as `us`.
 */
export function speechStrip(turns: readonly Turn[], bars = 48): SpeechBar[] {
  const strip: SpeechBar[] = Array.from({ length: Math.max(0, bars) }, () => ({ us: 0, them: 0 }));
  const stretches = stretchesOf(turns);
  const end = stretches.reduce((last, stretch) => Math.max(last, stretch.end), 0);
  if (end === 0 || bars < 1) return strip;
  const width = end / bars;
  for (const { start, end: stop, side } of stretches) {
    for (let bar = Math.floor(start / width); bar < bars && bar * width < stop; bar++) {
      const cell = strip[bar];
      const covered = Math.min(stop, (bar + 1) * width) - Math.max(start, bar * width);
      if (cell && covered > 0) cell[side] = Math.min(1, cell[side] + covered / width);
    }
  }
  return strip.map(({ us, them }) => ({ us: round(us), them: round(them) }));
}

interface Stretch {
  start: number;
  end: number;
  side: 'us' | 'them';
}

function stretchesOf(turns: readonly Turn[]): Stretch[] {
  const sides = sidesOf(turns);
  const loudest = talkShares(turns)[0]?.speakerId;
  const timed = turns.length > 0 && turns.every((turn) => durationOf(turn) !== null);
  const first = timed ? turns.reduce((least, { startMs }) => Math.min(least, startMs ?? 0), Infinity) : 0;
  let at = 0;
  return turns.map((turn, place) => {
    const side = sides.of[place] ?? (turn.speakerId === loudest ? 'us' : 'them');
    if (timed) return { start: (turn.startMs ?? 0) - first, end: (turn.endMs ?? 0) - first, side };
    const start = at;
    at += wordsOf(turn.text).length;
    return { start, end: at, side };
  });
}

function durationOf({ startMs, endMs }: Turn): number | null {
  return startMs === null || endMs === null ? null : Math.max(0, endMs - startMs);
}

const round = (value: number): number => Math.round(value * 100) / 100;
