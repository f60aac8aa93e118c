import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { base } from '../core/base.styles.ts';
import { CallVaultElement } from '../core/element.ts';
import { buttons } from './buttons.styles.ts';
import { box } from './controls.ts';
import { fields } from './fields.styles.ts';
import { icon, type IconName } from './icon.ts';
import type { Placement } from './place.ts';
import { PopoverController } from './popover.ts';
import { popovers } from './popover.styles.ts';
import { RovingTabindexController } from './roving-tabindex.ts';
import { tags } from './tags.styles.ts';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  /** A square of colour, 1 to 8. */
  readonly colour?: number;
  /** The key that does the same, shown at the end. */
  readonly key?: string;
  /** A count or remark at the end. */
  readonly note?: string;
  /** Drawn as a checkbox. */
  readonly checked?: boolean | 'mixed';
  readonly disabled?: boolean;
  /** Comes last, after a rule. */
  readonly danger?: boolean;
  /** A rule above. */
  readonly rule?: boolean;
  /** Indents, for trees. */
  readonly level?: number;
}

/**
 * A menu in the top layer. `show(anchor)` opens it; Esc, a click elsewhere and a choice close it and give focus back.
 *
 * @fires {CustomEvent<string>} cv-menu-select - The id of the chosen item. Stays private.
 */
export class Menu extends CallVaultElement {
  static override readonly tag = 'cv-menu';
  static override styles = [base, buttons, fields, tags, popovers];

  @property({ attribute: false }) accessor items: readonly MenuItem[] = [];
  @property() accessor label = '';
  @property({ attribute: false }) accessor placement: Placement = {};

  readonly #popover = new PopoverController(this, '.pop', this.placement);
  readonly #roving = new RovingTabindexController(this, {
    items: () => [...this.renderRoot.querySelectorAll<HTMLElement>('.it')],
    orientation: 'vertical',
  });

  get isOpen(): boolean {
    return this.#popover.isOpen;
  }

  async show(anchor: Element): Promise<void> {
    await this.#popover.open(anchor, { focus: false });
    this.#roving.focus(
      Math.max(
        0,
        this.items.findIndex((item) => item.checked === true),
      ),
    );
  }

  hide(): void {
    this.#popover.close();
  }

  /** For the click handler of the opener. */
  toggle(anchor: EventTarget | null): void {
    if (this.isOpen) this.hide();
    else if (anchor instanceof Element) void this.show(anchor);
  }

  private handleChoice(item: MenuItem): void {
    if (item.disabled) return;
    if (item.checked === undefined) this.hide();
    this.dispatchEvent(new CustomEvent('cv-menu-select', { detail: item.id }));
  }

  private readonly handleKeydown = (event: KeyboardEvent): void => {
    this.#roving.handleKeydown(event);
    if (event.key === 'Tab') this.hide();
    else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey) this.#findByLetter(event);
    // The list behind the menu has keys of its own.
    if (event.key !== 'Escape') event.stopPropagation();
  };

  #findByLetter({ key }: KeyboardEvent): void {
    const index = this.items.findIndex(({ label }) => label.toLocaleLowerCase().startsWith(key.toLocaleLowerCase()));
    if (index >= 0) this.#roving.focus(index);
  }

  override render() {
    return html`<div
      class="pop"
      popover
      role="menu"
      aria-label=${this.label}
      @toggle=${this.#popover.handleToggle}
      @keydown=${this.handleKeydown}
      @focusin=${this.#roving.handleFocusin}
    >
      ${this.isOpen ? this.items.map((item, index) => this.renderItem(item, index)) : nothing}
    </div>`;
  }

  private renderItem(item: MenuItem, index: number) {
    const checkable = item.checked !== undefined;
    return html`${(item.danger || item.rule) && index > 0 ? html`<hr />` : nothing}
      <button
        class="it ${item.danger ? 'bad' : ''} l${item.level ?? 1}"
        type="button"
        role=${checkable ? 'menuitemcheckbox' : 'menuitem'}
        aria-checked=${checkable ? String(item.checked) : nothing}
        aria-disabled=${item.disabled ? 'true' : nothing}
        tabindex="-1"
        @click=${() => this.handleChoice(item)}
      >
        ${item.checked === undefined ? nothing : box(item.checked)}
        ${item.colour ? html`<span class="sqr c${item.colour}"></span>` : nothing}
        ${item.icon ? icon(item.icon) : nothing}
        <span class="trunc">${item.label}</span>
        ${item.note ? html`<em class="num">${item.note}</em>` : nothing}
        ${item.key ? html`<kbd>${item.key}</kbd>` : nothing}
      </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cv-menu': Menu;
  }
}
