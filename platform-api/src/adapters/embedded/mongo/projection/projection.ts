import { isDoc, isPlainNumber, isTruthy, type Doc, type Value } from '../bson/value.ts';
import { fail, unsupported } from '../errors.ts';
import { compileExpression, type Expression, type Scope } from '../expressions/expression.ts';
import { compileElementProjection, type ElementProjection } from './elements.ts';

export interface ProjectionOptions {
  /** `find` knows `$slice`, `$elemMatch` and `$`; `$project` does not. */
  isFind: boolean;
}

export interface Projection {
  apply(scope: Scope, position?: number): Doc;
  /** The array whose matched element `$` shows. */
  positionalRoot?: string;
}

/** What to do at a field: keep, drop, compute, shorten an array, or go deeper. */
type Node = boolean | Expression | ElementProjection | Tree;
type Tree = Map<string, Node>;

interface Leaf {
  path: readonly string[];
  node: Exclude<Node, Tree>;
}

/** Reads a projection. Throws 31253 or 31254 when fields are both kept and dropped. */
export function compileProjection(source: Doc, options: ProjectionOptions): Projection {
  const leaves = [...source].flatMap(([name, value]) => readLeaves(name, value, options));
  const kinds = leaves.filter(({ path }) => path.join('.') !== '_id');
  const isInclusion = decideKind(kinds, leaves);
  const tree: Tree = new Map();
  for (const leaf of leaves) plantLeaf(tree, leaf);
  if (isInclusion && !tree.has('_id')) tree.set('_id', true);
  const positional = leaves.find(({ node }) => isElements(node) && node.kind === 'positional');
  return {
    positionalRoot: positional?.path[0],
    apply: (scope, position) => {
      const state: State = { scope, position };
      return (isInclusion ? include(scope.root, tree, state) : exclude(scope.root, tree, state)) as Doc;
    },
  };
}

interface State {
  scope: Scope;
  position: number | undefined;
}

function readLeaves(name: string, value: Value, options: ProjectionOptions): Leaf[] {
  const path = name.split('.');
  if (path.includes('')) fail(40353, 'FieldPath must not be empty or end with a dot.');
  if (path[path.length - 1] === '$') {
    if (!options.isFind) fail(31324, 'positional projection is only allowed in find');
    return [{ path: path.slice(0, -1), node: matchedElement }];
  }
  if (path.some((part) => part.startsWith('$') && !/^\$(ref|id|db)$/.test(part))) {
    fail(16410, `FieldPath field names may not start with '$': ${name}`);
  }
  if (typeof value === 'boolean' || isPlainNumber(value)) return [{ path, node: isTruthy(value) }];
  if (isDoc(value)) {
    const [operator] = value.keys();
    if (operator === '$meta') unsupported('$meta in a projection');
    const elements = options.isFind ? compileElementProjection(operator, value) : undefined;
    if (elements) return [{ path, node: elements }];
    if (operator === undefined) fail(51270, 'An empty sub-projection is not a valid value. Found empty object at path');
    if (!operator.startsWith('$')) {
      return [...value].flatMap(([inner, innerValue]) => readLeaves(`${name}.${inner}`, innerValue, options));
    }
  }
  return [{ path, node: compileExpression(value) }];
}

const matchedElement: ElementProjection = {
  kind: 'positional',
  apply: (array, position) =>
    position === undefined
      ? fail(
          51246,
          "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array",
        )
      : [array[position]],
};

function isElements(node: Node): node is ElementProjection {
  return typeof node === 'object' && !(node instanceof Map);
}

/** `$slice` alone leaves the other fields; everything else that is not a plain `false` shows only what is named. */
function decideKind(kinds: readonly Leaf[], all: readonly Leaf[]): boolean {
  const dropping = kinds.find(({ node }) => node === false);
  const keeping = kinds.find(({ node }) => node === true || typeof node === 'function');
  const neutral = kinds.filter(({ node }) => isElements(node));
  const shows = neutral.find(({ node }) => isElements(node) && node.kind !== 'slice');
  if (keeping && dropping)
    fail(31254, `Cannot do exclusion on field ${dropping.path.join('.')} in inclusion projection`);
  if (dropping && neutral.some(({ node }) => isElements(node) && node.kind === 'positional')) {
    fail(31395, 'positional projection cannot be used with exclusion');
  }
  if (keeping) return true;
  if (dropping) return false;
  if (shows) return true;
  if (neutral.length > 0) return false;
  return all.some(({ node }) => node === true || typeof node === 'function');
}

function plantLeaf(tree: Tree, { path, node }: Leaf): void {
  let branch = tree;
  for (const part of path.slice(0, -1)) {
    const next = branch.get(part) ?? new Map<string, Node>();
    if (!(next instanceof Map)) return fail(31250, `Path collision at ${path.join('.')}`);
    branch.set(part, next);
    branch = next;
  }
  const last = path[path.length - 1];
  if (branch.has(last)) fail(31250, `Path collision at ${path.join('.')}`);
  branch.set(last, node);
}

/** Kept fields stay in the document's order; computed ones follow in the projection's. */
function include(value: Value, tree: Tree, state: State): Value {
  if (Array.isArray(value)) {
    return value.map((element) => include(element, tree, state)).filter((element) => element !== undefined);
  }
  if (!isDoc(value)) return hasComputed(tree) ? computeInto(new Map(), tree, state) : undefined;
  const kept: Doc = new Map();
  for (const [name, field] of value) {
    const node = tree.get(name);
    if (node === undefined || node === false || typeof node === 'function') continue;
    const shown = showField(field, node, state, include);
    if (shown !== undefined) kept.set(name, shown);
  }
  return computeInto(kept, tree, state);
}

function computeInto(kept: Doc, tree: Tree, state: State): Doc {
  for (const [name, node] of tree) {
    if (typeof node === 'function') {
      const made = node(state.scope);
      if (made !== undefined) kept.set(name, made);
    } else if (node instanceof Map && !kept.has(name) && hasComputed(node)) {
      kept.set(name, computeInto(new Map(), node, state));
    }
  }
  return kept;
}

function hasComputed(tree: Tree): boolean {
  return [...tree.values()].some((node) => typeof node === 'function' || (node instanceof Map && hasComputed(node)));
}

function exclude(value: Value, tree: Tree, state: State): Value {
  if (Array.isArray(value)) return value.map((element) => exclude(element, tree, state));
  if (!isDoc(value)) return value;
  const kept: Doc = new Map();
  for (const [name, field] of value) {
    const node = tree.get(name);
    if (node === false) continue;
    const shown = node === undefined || typeof node === 'function' ? field : showField(field, node, state, exclude);
    if (shown !== undefined) kept.set(name, shown);
  }
  return kept;
}

function showField(
  field: Value,
  node: true | ElementProjection | Tree,
  state: State,
  deeper: (value: Value, tree: Tree, state: State) => Value,
): Value {
  if (node === true) return field;
  if (node instanceof Map) return deeper(field, node, state);
  if (Array.isArray(field)) return node.apply(field, state.position);
  // `$elemMatch` shows arrays only; `$slice` and `$` leave anything else as it is.
  return node.kind === 'elemMatch' ? undefined : field;
}
