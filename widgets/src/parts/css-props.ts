import { nothing } from 'lit';
import { directive, Directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';

type Properties = Readonly<Record<string, string | number | undefined>>;

class CssProps extends Directive {
  #set = new Set<string>();

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT)
      throw new Error('cssProps() stands on an element: html`<div ${cssProps(...)}>`');
  }

  render(_properties: Properties) {
    return nothing;
  }

  override update({ element }: ElementPart, [properties]: [Properties]) {
    const { style } = element as HTMLElement;
    for (const name of this.#set) if (properties[name] === undefined) style.removeProperty(name);
    this.#set = new Set();
    for (const [name, value] of Object.entries(properties)) {
      if (value === undefined) continue;
      this.#set.add(name);
      if (style.getPropertyValue(name) !== String(value)) style.setProperty(name, String(value));
    }
    return nothing;
  }
}

/**
 * Sets CSS properties through CSSOM. Lit's `styleMap` writes a style attribute at first render, and a strict content
 * security policy forbids those.
 *
 * @example html`<div ${cssProps({ top: '12px', '--share': 0.4 })}></div>`
 */
export const cssProps = directive(CssProps);
