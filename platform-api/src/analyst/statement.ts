import fillerData from './data/en/fillers.json' with { type: 'json' };
import { clausesOf } from './language/clauses.ts';
import { plain } from './language/text.ts';

const LONGEST = 70;
const leads = new RegExp(`^(?:(?:${fillerData.leads.join('|')})(?:,| that|\\b)\\s*)+`, 'iu');
const inner = new RegExp(`,?\\s+(?:${fillerData.inner.join('|')}),?(?=\\s)`, 'giu');
const tails = new RegExp(`[,;\\s]+(?:${fillerData.tails.join('|')})\\s*$`, 'iu');

/**
 * A short title for a quotation: its own words without fillers and hedges, cut at a clause or a word, at most 70
 * characters, sentence case, no full stop. It is a label beside the evidence, never shown as a quotation.
 */
export function statementOf(quote: string): string {
  let text = plain(quote)
    .replace(/\s+/g, ' ')
    .replace(/^[\s"'\u201C\u2026.,;:!?-]+|[\s"'\u201D\u2026.,;:!-]+$/g, '');
  text = text.replace(leads, '').replace(inner, '').replace(tails, '').trim() || text;
  return sentenceCase(shorten(text).replace(/[\s,;:.-]+$/, ''));
}

function shorten(text: string): string {
  if (text.length <= LONGEST) return text;
  const [clause] = clausesOf(text, { start: 0, end: text.length });
  const first = clause ? text.slice(clause.start, clause.end) : text;
  if (first.length <= LONGEST && first.length >= 20) return first;
  const cut = first.slice(0, LONGEST - 1);
  const joint = Math.max(
    cut.lastIndexOf(', '),
    ...[' because ', ' when ', ' until ', ' so that ', ' which ', ' before '].map((word) => cut.lastIndexOf(word)),
  );
  if (joint >= 30) return cut.slice(0, joint);
  const space = cut.lastIndexOf(' ');
  return `${(space > 20 ? cut.slice(0, space) : cut).replace(/\p{Cs}$/u, '').replace(/[,;:]$/, '')}\u2026`;
}

function sentenceCase(text: string): string {
  const first = text.codePointAt(0);
  if (first === undefined) return text;
  const letter = String.fromCodePoint(first);
  return letter.toUpperCase() + text.slice(letter.length);
}
