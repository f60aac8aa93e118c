import { html, nothing, type TemplateResult } from 'lit';
import type { I18n } from '../core/i18n.ts';
import { icon } from './icon.ts';

/** A link to a moment: "▸ 18:24". Styles: `evidence`. `onOpen` gets the click, to open in place. */
export function timecode(
  i18n: I18n,
  seconds: number,
  { label, onOpen }: { label: string; onOpen?: (event: Event) => void },
): TemplateResult {
  const text = i18n.timecode(seconds);
  return html`<button class="tc" type="button" aria-label=${label} @click=${onOpen ?? nothing}>
    ${icon('play')}<time datetime=${`PT${Math.floor(seconds)}S`}>${text}</time>
  </button>`;
}

/** Words as they were said, behind the amber rule. No quotation marks: the rule says it. Styles: `evidence`. */
export function quote(words: unknown, size: '' | 'sm' = ''): TemplateResult {
  return html`<blockquote class="quote ${size}">${words}</blockquote>`;
}

/** A letter tile, for PROFITS elements. Styles: `evidence`. */
export function letter(sign: string, state: '' | 'on' | 'mk' = '', label?: string): TemplateResult {
  return html`<span class="ltr ${state}" role=${label ? 'img' : nothing} aria-label=${label ?? nothing}>${sign}</span>`;
}

/** Three rising bars. Styles: `evidence`. */
export function strength(level: 1 | 2 | 3, label: string): TemplateResult {
  return html`<span class="bars n${level}" role="img" aria-label=${label}><i></i><i></i><i></i></span>`;
}
