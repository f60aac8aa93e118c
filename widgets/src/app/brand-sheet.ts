import type { BrandView } from '@callvault/sdk';

const ROLE = /^--cv-[a-z0-9-]+$/;

/**
 * The tenant's brand as one `:host` rule of a constructed style sheet: no style attribute, and whatever the host page
 * declares on the element still wins. Values go through CSSOM, so nothing but a value can get in.
 */
export class BrandSheet {
  readonly sheet = new CSSStyleSheet();
  readonly #rule: CSSStyleDeclaration;

  constructor() {
    this.sheet.insertRule(':host{}');
    this.#rule = (this.sheet.cssRules[0] as CSSStyleRule).style;
  }

  /** Sets inputs and colour roles, each for both schemes. A colour that the page chose itself stays the page's. */
  apply(
    { inputs, theme }: Pick<BrandView, 'inputs' | 'theme'>,
    pageInputs: ReadonlySet<string>,
    isDark: boolean,
  ): void {
    this.clear();
    for (const [name, value] of Object.entries(inputs)) if (!pageInputs.has(name)) this.#set(name, value);
    if (pageInputs.has('--cv-brand') || pageInputs.has('--cv-neutral')) return;
    const both = CSS.supports('color', 'light-dark(#fff, #000)');
    for (const [name, light] of Object.entries(theme.light)) {
      const dark = theme.dark[name] ?? light;
      this.#set(name, both ? `light-dark(${light}, ${dark})` : isDark ? dark : light);
    }
  }

  clear(): void {
    for (const name of [...this.#rule]) this.#rule.removeProperty(name);
  }

  #set(name: string, value: string): void {
    if (ROLE.test(name)) this.#rule.setProperty(name, value);
  }
}

const INPUTS = [
  '--cv-brand',
  '--cv-neutral',
  '--cv-tint',
  '--cv-radius',
  '--cv-density',
  '--cv-text-scale',
  '--cv-font',
  '--cv-font-heading',
  '--cv-font-mono',
] as const;

/** Which inputs the page around `element` has set. Ask before {@link BrandSheet.apply}. */
export function inputsOfPage(element: Element): ReadonlySet<string> {
  const style = getComputedStyle(element);
  return new Set(INPUTS.filter((name) => style.getPropertyValue(name).trim() !== ''));
}
