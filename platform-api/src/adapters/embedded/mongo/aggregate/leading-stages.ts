import { isDoc, type Doc, type Value } from '../bson/value.ts';
import { parseSort, type SortPart } from '../query/sort.ts';
import { readLimit, readSkip } from './simple-stages.ts';

/** The start of a pipeline that is a query, and so the planner's: filter, then sort, then skip and limit. */
export interface Leading {
  filter: Doc;
  sort: readonly SortPart[];
  skip: number;
  /** 0 means no limit. */
  limit: number;
  /** How many stages it covers. */
  stages: number;
}

const order = ['$match', '$sort', '$skip', '$limit'];

export function readLeading(specifications: readonly Doc[]): Leading {
  const filters: Doc[] = [];
  const leading: Leading = { filter: new Map(), sort: [], skip: 0, limit: 0, stages: 0 };
  let reached = 0;
  for (const specification of specifications) {
    const [[name, operand]] = specification;
    const at = order.indexOf(name);
    // Only matches may come twice: a second sort or limit means something else.
    if (at < reached || (at === reached && at !== 0 && filters.length + leading.stages > 0 && isTaken(leading, name)))
      break;
    if (!take(leading, filters, name, operand)) break;
    reached = at;
    leading.stages++;
  }
  if (filters.length === 1) leading.filter = filters[0];
  else if (filters.length > 1) leading.filter = new Map([['$and', filters as Value[]]]);
  return leading;
}

function isTaken(leading: Leading, name: string): boolean {
  if (name === '$sort') return leading.sort.length > 0;
  return name === '$skip' ? leading.skip > 0 : leading.limit > 0;
}

function take(leading: Leading, filters: Doc[], name: string, operand: Value): boolean {
  switch (name) {
    case '$match':
      if (!isDoc(operand)) return false;
      filters.push(operand);
      return true;
    case '$sort':
      if (!isDoc(operand) || operand.size === 0) return false;
      leading.sort = parseSort(operand);
      return true;
    case '$skip':
      leading.skip = readSkip(operand);
      return true;
    case '$limit':
      leading.limit = readLimit(operand);
      return true;
    default:
      return false;
  }
}
