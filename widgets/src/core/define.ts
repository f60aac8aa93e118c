import { complain } from './diagnostics.ts';

/** A class that can be registered: it knows its tag, its version and the private elements its template uses. */
export interface Definable extends CustomElementConstructor {
  readonly tag: string;
  readonly version: string;
  readonly uses: readonly Definable[];
}

/**
 * Registers an element and the private ones it uses. Doing it twice is harmless; when another version holds the tag,
 * that one stays and the console names both.
 */
export function define(element: Definable): void {
  for (const used of element.uses) define(used);
  const present = customElements.get(element.tag);
  if (present === undefined) customElements.define(element.tag, element);
  else if (present !== element && versionOf(present) !== element.version)
    complain(
      `Two versions of the widgets are on this page: ${versionOf(present)} is in use for <${element.tag}>, ` +
        `${element.version} was loaded after it and stays out. Load one of them.`,
    );
}

function versionOf(element: CustomElementConstructor): string {
  return 'version' in element ? String(element.version) : 'unknown';
}
