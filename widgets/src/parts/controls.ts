import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icon.ts';

export interface CheckboxOptions {
  readonly checked: boolean | 'mixed';
  readonly label: string;
  /** Left out where the row around it takes clicks and keys. */
  readonly onToggle?: (event: Event) => void;
  /** False inside a list with its own roving focus. Default true. */
  readonly tabStop?: boolean;
}

/** A checkbox with a mixed state. Styles: `fields`. */
export function checkbox({ checked, label, onToggle, tabStop = true }: CheckboxOptions): TemplateResult {
  const look = checked === 'mixed' ? 'mix' : checked ? 'on' : '';
  return html`<span
    class="cb ${look}"
    role="checkbox"
    aria-checked=${String(checked)}
    aria-label=${label}
    tabindex=${tabStop ? 0 : -1}
    @click=${onToggle ?? nothing}
    @keydown=${onToggle ? onSpace(onToggle) : nothing}
    >${checked === true ? icon('check') : nothing}</span
  >`;
}

/** A switch: takes effect at once. Styles: `fields`. */
export function toggle({
  checked,
  label,
  onToggle,
}: {
  checked: boolean;
  label: string;
  onToggle: (event: Event) => void;
}) {
  return html`<span
    class="sw ${checked ? 'on' : ''}"
    role="switch"
    aria-checked=${String(checked)}
    aria-label=${label}
    tabindex="0"
    @click=${onToggle}
    @keydown=${onSpace(onToggle)}
  ></span>`;
}

/** The drawn box alone, inside a control that carries role and state, such as a menu item. Styles: `fields`. */
export function box(checked: boolean | 'mixed'): TemplateResult {
  const look = checked === 'mixed' ? 'mix' : checked ? 'on' : '';
  return html`<span class="cb ${look}" aria-hidden="true">${checked === true ? icon('check') : nothing}</span>`;
}

const onSpace = (act: (event: Event) => void) => (event: KeyboardEvent) => {
  if (event.key !== ' ') return;
  event.preventDefault();
  event.stopPropagation();
  act(event);
};
