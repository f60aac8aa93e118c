import breweryRetainer from './brewery-retainer.json' with { type: 'json' };
import designerCoaching from './designer-coaching.json' with { type: 'json' };
import deviceMaker from './device-maker.json' with { type: 'json' };
import hotelRooms from './hotel-rooms.json' with { type: 'json' };
import languageSchool from './language-school.json' with { type: 'json' };
import opticianReview from './optician-review.json' with { type: 'json' };
import printShop from './print-shop.json' with { type: 'json' };
import projectSync from './project-sync.json' with { type: 'json' };
import solarQuotes from './solar-quotes.json' with { type: 'json' };
import theatrePayroll from './theatre-payroll.json' with { type: 'json' };
import vetClinics from './vet-clinics.json' with { type: 'json' };
import type { Turn } from '../../features/transcripts/turn.ts';

/** A labelled place: a turn, offsets into it, and the words there. */
interface Labelled {
  turn: number;
  start: number;
  end: number;
  quote: string;
}

/** An invented call with what an attentive listener would mark in it, written before the rules were tuned. */
export interface LabelledCall {
  id: string;
  title: string;
  outcome: string;
  startedAt: string;
  /**
   * Errors in `tuning` calls were read while the rules were written. Of `held_out` calls only the objection errors were;
   * labels and rules have one author, so neither part says how the analyst does on strangers' calls.
   */
  part: string;
  turns: { speaker: string; side: string; text: string }[];
  profits: (Labelled & { element: string; strength: number })[];
  objections: (Labelled & {
    kind: string;
    replyTurn: number | null;
    reactionTurn: number | null;
    verdict: string | null;
  })[];
  actionItems: (Labelled & { assignee: string | null; due: string | null })[];
  sentiment: { call: string; speakers: Record<string, string | undefined> };
}

export const labelledCalls: readonly LabelledCall[] = [
  breweryRetainer,
  designerCoaching,
  deviceMaker,
  hotelRooms,
  languageSchool,
  opticianReview,
  printShop,
  projectSync,
  solarQuotes,
  theatrePayroll,
  vetClinics,
];

/** The call as the analyst reads it, six seconds a turn. */
export function turnsOf(call: LabelledCall): Turn[] {
  return call.turns.map(({ speaker, side, text }, index) => ({
    index,
    speakerId: speaker,
    speaker,
    side: side === 'us' || side === 'them' ? side : 'unknown',
    text,
    startMs: index * 6000,
    endMs: index * 6000 + 5000,
  }));
}
