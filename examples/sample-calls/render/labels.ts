import { oneOf } from './one-of.ts';
import { objectionKinds, reactions } from './types.ts';
import type { Label } from './types.ts';

/**
 * A label of the turn above it, in one of three shapes:
 * `! price softens: reply in a few words`, `@ Maya: what | by when`, `P statement :: exact words`.
 */
export function parseLabel(text: string, turnText: string, path: string): Label {
  const objection = /^! (\w+) (\w+)(?:: (.+))?$/.exec(text);
  if (objection) {
    const [, kind = '', reaction = '', reply = ''] = objection;
    return {
      type: 'objection',
      kind: oneOf(objectionKinds, kind, path),
      reaction: oneOf(reactions, reaction, path),
      reply,
    };
  }
  const action = /^@ ([^:]+): ([^|]+?)(?: \| (.+))?$/.exec(text);
  if (action) {
    const [, owner = '', what = '', due = 'no date'] = action;
    return { type: 'action', owner, what, due };
  }
  const profits = /^([PROFITS]) (.+?)(?: :: (.+))?$/.exec(text);
  if (!profits) throw new Error(`${path}: "${text}" is no label`);
  const [, element = '', statement = '', quote = turnText] = profits;
  if (!turnText.includes(quote)) throw new Error(`${path}: "${quote}" is not said in "${turnText}"`);
  return { type: 'profits', element, statement, quote };
}
