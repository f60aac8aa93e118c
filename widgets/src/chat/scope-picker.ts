import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { base } from '../core/base.styles.ts';
import { CallVaultElement } from '../core/element.ts';
import { translator } from '../core/i18n.ts';
import { VaultTask } from '../core/vault-task.ts';
import { fields } from '../parts/fields.styles.ts';
import { icon, type IconName } from '../parts/icon.ts';
import { PopoverController } from '../parts/popover.ts';
import { popovers } from '../parts/popover.styles.ts';
import { tags } from '../parts/tags.styles.ts';
import type { ChatScope } from './chat-scope.ts';
import { messages } from './messages.en.ts';
import { scopePicker } from './scope-picker.styles.ts';

interface Choice {
  readonly scope: ChatScope;
  readonly label: string;
  readonly icon: IconName;
  readonly colour?: number;
  readonly calls?: number;
}

/** A scope with its name. */
export interface ScopeChoice {
  readonly scope: ChatScope;
  readonly label: string;
}

const CALLS_SHOWN = 6;

/**
 * Picks which calls an answer may read: all of them, a folder, a tag, or one call.
 *
 * @fires {CustomEvent<ScopeChoice>} cv-scope - The choice. Stays private.
 */
export class ScopePicker extends CallVaultElement {
  static override readonly tag = 'cv-chat-scope-picker';
  static override styles = [base, fields, tags, popovers, scopePicker];

  @property({ attribute: false }) accessor scope: ChatScope = { kind: 'library' };

  @state() private accessor typed = '';
  @state() private accessor wasOpened = false;

  private readonly t = translator(this, 'chat', messages);
  readonly #popover = new PopoverController(this, '.pop');
  readonly #places = new VaultTask(this, {
    args: () => [this.wasOpened] as const,
    task: async (vault, [wasOpened], signal): Promise<readonly Choice[]> => {
      if (!wasOpened) return [];
      const [folders, tagList] = await Promise.all([vault.folders.list({ signal }), vault.tags.list({ signal })]);
      return [
        ...folders.items.map(({ id, name, calls }): Choice => ({
          scope: { kind: 'folder', id },
          label: name,
          icon: 'folder',
          calls,
        })),
        ...tagList.items.map(({ id, name, color, calls }): Choice => ({
          scope: { kind: 'tag', id },
          label: name,
          icon: 'tag',
          colour: color,
          calls,
        })),
      ];
    },
  });
  readonly #calls = new VaultTask(this, {
    args: () => [this.wasOpened, this.typed.trim()] as const,
    task: async (vault, [wasOpened, q], signal): Promise<readonly Choice[]> => {
      if (!wasOpened) return [];
      const page = await vault.calls.list({ ...(q ? { q } : {}), limit: CALLS_SHOWN }, { signal });
      return page.items.map(({ id, title }) => ({ scope: { kind: 'call', id }, label: title, icon: 'calls' }));
    },
  });

  toggle(anchor: EventTarget | null): void {
    this.typed = '';
    this.wasOpened = true;
    this.#popover.toggle(anchor);
  }

  private choose({ scope, label }: Choice): void {
    this.#popover.close();
    const detail: ScopeChoice = { scope, label };
    this.dispatchEvent(new CustomEvent('cv-scope', { detail }));
  }

  private handleKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') event.stopPropagation();
    const items = [...this.renderRoot.querySelectorAll<HTMLElement>('input, .it')];
    const index = items.findIndex((item) => item === event.target);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || index < 0) return;
    event.preventDefault();
    items[(index + step + items.length) % items.length]?.focus();
  }

  override render() {
    return html`<div
      class="pop"
      popover
      role="dialog"
      aria-label=${this.t('scope')}
      @toggle=${this.#popover.handleToggle}
      @keydown=${this.handleKeydown}
    >
      ${this.#popover.isOpen ? this.renderChoices() : nothing}
    </div>`;
  }

  private renderChoices() {
    const { t } = this;
    const typed = this.typed.trim().toLocaleLowerCase();
    const named = (this.#places.value ?? []).filter(({ label }) => label.toLocaleLowerCase().includes(typed));
    const library: Choice = { scope: { kind: 'library' }, label: t('scope.library'), icon: 'calls' };
    const groups = [
      ['', library.label.toLocaleLowerCase().includes(typed) ? [library] : []],
      [t('scope.folders'), named.filter(({ scope }) => scope.kind === 'folder')],
      [t('scope.tags'), named.filter(({ scope }) => scope.kind === 'tag')],
      [t('scope.calls'), this.#calls.value ?? []],
    ] as const;
    const isEmpty = groups.every(([, choices]) => choices.length === 0);
    return html`<label class="field fpi"
        >${icon('search')}<input
          placeholder=${t('scope.find')}
          aria-label=${t('scope.find')}
          .value=${this.typed}
          @input=${(event: InputEvent) => (this.typed = (event.target as HTMLInputElement).value)}
      /></label>
      ${groups.map(([title, choices]) =>
        choices.length > 0
          ? html`${title ? html`<h3>${title}</h3>` : nothing}${choices.map((choice) => this.renderChoice(choice))}`
          : nothing,
      )}
      ${isEmpty ? html`<p class="pop-n" role="status">${t('scope.none')}</p>` : nothing}`;
  }

  private renderChoice(choice: Choice) {
    const isCurrent = JSON.stringify(choice.scope) === JSON.stringify(this.scope);
    return html`<button class="it" type="button" aria-pressed=${String(isCurrent)} @click=${() => this.choose(choice)}>
      ${choice.colour ? html`<span class="sqr c${choice.colour}"></span>` : icon(choice.icon)}
      <span class="trunc" dir="auto">${choice.label}</span>
      ${choice.calls === undefined ? nothing : html`<em class="num">${this.i18n.number(choice.calls)}</em>`}
      ${isCurrent ? icon('check', choice.calls === undefined ? 'end' : '') : nothing}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cv-chat-scope-picker': ScopePicker;
  }
}
