import sellingData from './data/en/selling.json' with { type: 'json' };
import { elementsAsked } from './elicitation.ts';
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
  /** False in long talk in which nobody offers anything or asks what a seller or coach asks. */
  isSale: boolean;
}

const sellingRules = compileRules(sellingData);

/**
 * Offers and discovery questions per 1,000 words. Measured on public product, committee and research meetings 0 to 1.4,
 * on sales and coaching calls 3 and more.
 */
const SALE = 2;
const NO_SALE = 0.6;
const LONG = 1500;
const MOST_SPEAKERS = 5;
const LONGEST_TURN = 4000;

/** Who is `us` and who `them`. In a conversation that sells nothing, unknown sides stay unknown: `null`. */
export function sidesOf(turns: readonly Turn[]): Sides {
  const speakers = speakersOf(turns);
  const words = [...speakers.values()].reduce((sum, speaker) => sum + speaker.words, 0);
  const cues = [...speakers.values()].reduce((sum, speaker) => sum + speaker.cues, 0);
  const density = words ? (1000 * cues) / words : 0;
  const isSale = words < LONG || density >= NO_SALE;
  if (turns.some(({ side }) => side !== 'unknown')) {
    return { of: turns.map(({ side }) => (side === 'unknown' ? null : side)), known: true, confidence: 1, isSale };
  }
  const nobody: Sides = { of: turns.map(() => null), known: false, confidence: 0, isSale };
  if (speakers.size < 2 || speakers.size > MOST_SPEAKERS || density < SALE) return nobody;
  const [seller, second] = [...speakers].sort(([, a], [, b]) => selling(b) - selling(a));
  if (!seller || !second || selling(seller[1]) <= selling(second[1]) * 1.3) return nobody;
  return {
    of: turns.map(({ speakerId }) => (speakerId === seller[0] ? 'us' : 'them')),
    known: false,
    confidence: Math.min(0.8, 0.5 + density / 40),
    isSale,
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
    count.cues += matchRules(sellingRules, turn.text.slice(0, LONGEST_TURN)).length + elementsAsked(turn.text).size;
    if (turn.text.includes('?')) count.questions++;
    speakers.set(turn.speakerId, count);
  }
  return speakers;
}

/** Selling and asking per turn; the side that does both is ours. */
function selling({ cues, questions, turns }: SpeakerCount): number {
  return (2 * cues + questions) / (turns + 4);
}
