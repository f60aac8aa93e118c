import type { Rebuttal } from '@callvault/sdk';

export type ObjectionKind = Rebuttal['kind'];

/** Every kind of objection, `other` last. */
export const objectionKinds = [
  'price',
  'timing',
  'authority',
  'need',
  'trust',
  'competitor',
  'status_quo',
  'other',
] as const satisfies readonly ObjectionKind[];

export const isKind = (text: string): text is ObjectionKind => objectionKinds.some((kind) => kind === text);
