import approachData from './data/en/approaches.json' with { type: 'json' };
import { compilePattern } from './language/rules.ts';
import { plain } from './language/text.ts';

export interface ReplyApproach {
  /** Stable name, such as `measured_cost`. */
  approach: string;
  /** As a coach would call it, such as "Set a measured cost beside the price". */
  name: string;
}

const rules = approachData.approaches.map(({ approach, name, pattern }) => ({
  approach,
  name,
  regex: compilePattern(pattern),
}));

export const replyApproaches: readonly ReplyApproach[] = [
  ...approachData.approaches.map(({ approach, name }) => ({ approach, name })),
  approachData.otherwise,
];

/** In which way a reply answers: the first approach on the list whose words it has. */
export function approachOf(reply: string): ReplyApproach {
  const text = plain(reply);
  const found = rules.find(({ regex }) => regex.test(text));
  return found ? { approach: found.approach, name: found.name } : approachData.otherwise;
}
