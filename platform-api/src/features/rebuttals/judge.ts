import type { ObjectionDocument } from './objections.model.ts';

export interface Judgement {
  /** Null: cannot be said. */
  worked: boolean | null;
  judgedBy: 'next_words' | 'outcome' | null;
}

/** Whether a reply worked: by the buyer's next words where they say it, else by the call's outcome where it is known. */
export function judge(
  { reply, reaction }: Pick<ObjectionDocument, 'reply' | 'reaction'>,
  outcome: string | null,
): Judgement {
  if (!reply) return { worked: null, judgedBy: null };
  if (reaction && reaction.verdict !== 'unclear') {
    return { worked: reaction.verdict === 'accepted' || reaction.verdict === 'softened', judgedBy: 'next_words' };
  }
  if (outcome === 'won' || outcome === 'lost') return { worked: outcome === 'won', judgedBy: 'outcome' };
  return { worked: null, judgedBy: null };
}

/**
 * Lower bound of the share that worked (Wilson score, 95 %): 2 of 2 ranks below 14 of 19, as it should.
 * Wilson (1927), "Probable inference, the law of succession, and statistical inference".
 */
export function reliability(worked: number, judged: number): number {
  if (judged === 0) return 0;
  const z = 1.96;
  const share = worked / judged;
  const centre = share + (z * z) / (2 * judged);
  const spread = z * Math.sqrt((share * (1 - share) + (z * z) / (4 * judged)) / judged);
  return (centre - spread) / (1 + (z * z) / judged);
}
