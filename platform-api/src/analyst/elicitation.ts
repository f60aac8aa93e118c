import elicitationData from './data/en/elicitation.json' with { type: 'json' };
import profitsData from './data/en/profits.json' with { type: 'json' };
import { compilePattern } from './language/rules.ts';
import { plain } from './language/text.ts';

const questions = elicitationData.rules.map(({ element, pattern, answer }) => ({
  element,
  question: compilePattern(pattern, profitsData.macros),
  answer: compilePattern(answer, profitsData.macros),
}));

const weights = new Map(elicitationData.rules.map(({ element, weight = elicitationData.weight }) => [element, weight]));

/** How much an answer to the right question adds to what its own words say. */
export const elicitedWeight = (element: string): number => weights.get(element) ?? elicitationData.weight;

const nothing: ReadonlySet<string> = new Set();

/** The PROFITS elements that the end of a turn asks about ("what worries you?" asks for fears). */
export function elementsAsked(text: string): ReadonlySet<string> {
  const end = plain(text.slice(-300));
  if (!end.includes('?')) return nothing;
  return new Set(questions.filter(({ question }) => question.test(end)).map(({ element }) => element));
}

/** True where a sentence holds the least that an answer about the element must hold. */
export function answersElement(element: string, sentence: string): boolean {
  return questions.some((rule) => rule.element === element && rule.answer.test(sentence));
}
