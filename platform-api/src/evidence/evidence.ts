import { z } from 'zod';

/**
 * Words of one call, by place and never by text: what a reader sees is cut from the revision that reader may see.
 * Both segment numbers are inclusive; `start` counts UTF-16 code units in the first segment's text, `end` in the last's.
 */
export const EvidenceRef = z.object({
  callId: z.string().min(1),
  revision: z.number().int().nonnegative(),
  segmentStart: z.number().int().nonnegative(),
  segmentEnd: z.number().int().nonnegative(),
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
});
export type EvidenceRef = z.infer<typeof EvidenceRef>;

/** A reference together with the words it stands for, cut by code. */
export const Evidence = EvidenceRef.extend({
  text: z.string().min(1),
  speakerId: z.string(),
  /** Start of the first segment, in milliseconds from the start of the call; `null` where the source has no times. */
  startMs: z.number().nullable(),
  /** End of the last segment; `null` where the source has no times. */
  endMs: z.number().nullable(),
});
export type Evidence = z.infer<typeof Evidence>;

/** One segment of the revision the reader may see. Hidden ones are never quoted and never bridged. */
export interface EvidenceSegment {
  index: number;
  speakerId: string;
  text: string;
  startMs: number | null;
  endMs?: number | null;
  isHidden?: boolean;
}

/** The transcript of one call in one revision, as one reader may see it. */
export interface EvidenceSource {
  callId: string;
  revision: number;
  segments: readonly EvidenceSegment[];
}

/** A range without its call and revision. */
export type EvidenceRange = Pick<EvidenceRef, 'segmentStart' | 'segmentEnd' | 'start' | 'end'>;
