import { complain } from './core/diagnostics.ts';
import { widgets, type WidgetTag } from './widgets.ts';

/**
 * Loads the code of a widget when its tag appears, and of nothing else. `<cv-app>` comes first, so that the others find
 * their context at once.
 */
export function autoload(root: Document | Element = document): () => void {
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) if (node instanceof Element) loadInside(node);
  });
  observer.observe(root, { childList: true, subtree: true });
  loadInside(root);
  return () => observer.disconnect();
}

function loadInside(root: Document | Element): void {
  const elements = [...root.querySelectorAll(':not(:defined)')];
  if (root instanceof Element) elements.unshift(root);
  const tags = new Set(elements.map((element) => element.localName).filter(isWidget));
  for (const tag of tags) void load(tag);
}

const isWidget = (name: string): name is WidgetTag => name in widgets;

async function load(tag: WidgetTag): Promise<void> {
  if (customElements.get(tag)) return;
  try {
    await widgets['cv-app']();
    await widgets[tag]();
  } catch (error) {
    complain(`<${tag}> could not be loaded: ${String(error)}`);
  }
}

autoload();
