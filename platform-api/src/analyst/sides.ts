import sellingData from './data/en/selling.json' with { type: 'json' };
import { compileRules, matchRules } from './language/rules.ts';
import { wordsOf } from './language/words.ts';
import type { Turn } from '../features/transcripts/turn.ts';

export type Side = 'us' | 'them';

export interface Sides {
  /** The side of each turn, by its place in the list. */
  of: (Side | null)[];
  /** False where nobody said who is who and the sides were told from who sells and asks. */
  known: boolean;
  /** 0-1: how sure the guess is; 1 where the sides are known. */
  confidence: number;
}

const sellingRules = compileRules(sellingData);

/** Above this many selling cues per 1,000 words a conversation with unknown sides is read as a sale. */
const SALE = 3;
const MOST_SPEAKERS = 5;

/** Who is `us` and who `them`. In a conversation that sells nothing, unknown sides stay unknown: `null`. */
export function sidesOf(turns: readonly Turn[]): Sides {
  if (turns.some(({ side }) => side !== 'unknown')) {
    return { of: turns.map(({ side }) => (side === 'unknown' ? null : side)), known: true, confidence: 1 };
  }
  const speakers = speakersOf(turns);
  const words = [...speakers.values()].reduce((sum, speaker) => sum + speaker.words, 0);
  const cues = [...speakers.values()].reduce((sum, speaker) => sum + speaker.cues, 0);
  const density = words ? (1000 * cues) / words : 0;
  const nobody: Sides = { of: turns.map(() => null), known: false, confidence: 0 };
  if (speakers.size < 2 || speakers.size > MOST_SPEAKERS || density < SALE) return nobody;
  const ranked = [...speakers].sort(([, a], [, b]) => selling(b) - selling(a));
  const [seller, second] = ranked;
  if (!seller || !second || selling(seller[1]) <= selling(second[1]) * 1.3) return nobody;
  return {
    of: turns.map(({ speakerId }) => (speakerId === seller[0] ? 'us' : 'them')),
    known: false,
    confidence: Math.min(0.8, 0.5 + density / 40),
  };
}

interface SpeakerCount {
  words: number;
  cues: number;
  questions: number;
  turns: number;
}

function speakersOf(turns: readonly Turn[]): Map<string, SpeakerCount> {
  const speakers = new Map<string, SpeakerCount>();
  for (const turn of turns) {
    const count = speakers.get(turn.speakerId) ?? { words: 0, cues: 0, questions: 0, turns: 0 };
    count.turns++;
    count.words += wordsOf(turn.text).length;
    count.cues += matchRules(sellingRules, turn.text.slice(0, 4000)).length;
    if (turn.text.includes('?')) count.questions++;
    speakers.set(turn.speakerId, count);
  }
  return speakers;
}

/** Selling and asking per turn; the side that does both is ours. */
function selling({ cues, questions, turns }: SpeakerCount): number {
  return (2 * cues + questions) / (turns + 4);
}
