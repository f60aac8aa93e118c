import type { Evidence, Objection, ProfitsItem } from '@callvault/sdk';
import type { TranscriptIndex, TurnRange } from './transcript-index.ts';

/** The elements in the order of the word PROFITS. */
export const elements = ['pain', 'results', 'obstacles', 'fears', 'identity', 'triggers', 'success'] as const;
export type Element = (typeof elements)[number];

/** The letter of an element: P R O F I T S. */
export const letterOf = (element: Element): string => element.charAt(0).toUpperCase();

/** Something found in a call, with the words that prove it. */
export interface Finding {
  readonly id: string;
  readonly kind: 'profits' | 'objection';
  readonly element: Element | undefined;
  /** What a screen reader says: the statement, or the kind of objection. */
  readonly label: string;
  readonly evidence: Evidence;
  readonly ranges: readonly TurnRange[];
}

/** What was found, placed in the transcript; findings whose words are not in it any more are left out. */
export function placeFindings(
  index: TranscriptIndex,
  items: readonly ProfitsItem[],
  objections: readonly (Objection & { readonly label: string })[],
): readonly Finding[] {
  const found: Finding[] = [
    ...items
      .filter(({ status }) => status !== 'rejected')
      .map(({ id, element, statement: label, evidence }) => ({
        id,
        kind: 'profits' as const,
        element,
        label,
        evidence,
        ranges: index.locate(evidence),
      })),
    ...objections.map(({ id, label, evidence }) => ({
      id,
      kind: 'objection' as const,
      element: undefined,
      label,
      evidence,
      ranges: index.locate(evidence),
    })),
  ];
  return found
    .filter(({ ranges }) => ranges.length > 0)
    .sort((a, b) => first(a).turn - first(b).turn || first(a).from - first(b).from);
}

const first = ({ ranges }: Finding): TurnRange => ranges[0] ?? { turn: 0, from: 0, to: 0 };
