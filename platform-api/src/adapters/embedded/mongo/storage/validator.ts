import { isDoc, type Doc } from '../bson/value.ts';
import { unsupported } from '../errors.ts';
import { parseFilter } from '../query/filter.ts';
import { compileFilter, type Matcher } from '../query/match.ts';

/** The predicate documents of a collection must meet, from its options. */
export function compileValidator(options: Doc): Matcher | undefined {
  const validator = options.get('validator');
  if (!isDoc(validator) || validator.size === 0) return undefined;
  return compileFilter(parseFilter(validator), () => unsupported('$expr in a validator'));
}
