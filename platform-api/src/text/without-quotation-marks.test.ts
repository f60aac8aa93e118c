import { expect, it } from 'vitest';
import { withoutQuotationMarks } from './without-quotation-marks.ts';

it.each([
  ['Dana said “we will sign” on «Monday».', 'Dana said we will sign on Monday.'],
  ["She called it 'too dear' and 'don't go there'.", "She called it too dear and don't go there."],
  ["The buyers' budget isn't Dana's; 'twas 9' long.", "The buyers' budget isn't Dana's; twas 9 long."],
  ['Plain words stay, 5–6 of them.', 'Plain words stay, 5–6 of them.'],
])('turns %j into %j', (prose, expected) => expect(withoutQuotationMarks(prose)).toBe(expected));
