/** What a key does while the focus is inside the library. */
export type ListAction =
  'next' | 'previous' | 'first' | 'last' | 'pageDown' | 'pageUp' | 'toggle' | 'open' | 'find' | 'all' | 'escape';

const KEYS: Readonly<Record<string, ListAction>> = {
  j: 'next',
  ArrowDown: 'next',
  k: 'previous',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  PageDown: 'pageDown',
  PageUp: 'pageUp',
  x: 'toggle',
  ' ': 'toggle',
  Enter: 'open',
  '/': 'find',
  Escape: 'escape',
};

/** What the key asks of the list, or nothing where something else has it: a field, a button, an overlay. */
export function listAction(event: KeyboardEvent): ListAction | undefined {
  const path = event.composedPath().filter((node): node is HTMLElement => node instanceof HTMLElement);
  if (event.defaultPrevented || path.some((node) => node.matches('[popover], dialog'))) return undefined;
  const [target] = path;
  if (event.altKey) return undefined;
  if (event.ctrlKey || event.metaKey) return event.key === 'a' && inRow(target) ? 'all' : undefined;
  const action = KEYS[event.key] ?? KEYS[event.key.toLowerCase()];
  if (action === 'escape') return action;
  if (!target || target.matches('input, textarea, select')) return undefined;
  return action === 'find' || inRow(target) ? action : undefined;
}

const inRow = (target: HTMLElement | undefined): boolean => target?.closest('[role="row"]') != null;
