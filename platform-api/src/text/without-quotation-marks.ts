const single = /(?<![\p{L}\p{N}])['‘‚](\S(?:.*?\S)?)['’](?![\p{L}\p{N}])/gu;
const double = /["“”„«»‹›「」『』`]/g;

/**
 * Prose of a model without marks that would make words look said. What was said is shown from the transcript, beside it.
 * Apostrophes stay.
 */
export const withoutQuotationMarks = (prose: string): string => prose.replaceAll(double, '').replaceAll(single, '$1');
