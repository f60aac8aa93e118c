import type { AxeResults, RunOptions } from 'axe-core';
import 'axe-core/axe.min.js';

/** A script from before modules: it announces itself on the window. */
declare const axe: { run(element: Element, options: RunOptions): Promise<AxeResults> };

/** Fails with the rules that axe finds broken in the element, WCAG 2.0 to 2.2, levels A and AA. */
export async function expectAccessible(element: Element): Promise<void> {
  const { violations } = await axe.run(element, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  if (violations.length === 0) return;
  const lines = violations.map(({ id, help, nodes }) => {
    const where = nodes
      .slice(0, 3)
      .map((node) => `${node.target.flat().join(' > ')}\n      ${node.failureSummary ?? ''}`);
    return `${id}: ${help}\n    ${where.join('\n    ')}`;
  });
  throw new Error(`axe found:\n  ${lines.join('\n  ')}`);
}
