import type { ChatSession } from '@callvault/sdk';
import { html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { base } from '../core/base.styles.ts';
import { CallVaultElement } from '../core/element.ts';
import { translator } from '../core/i18n.ts';
import { VaultTask } from '../core/vault-task.ts';
import { buttons } from '../parts/buttons.styles.ts';
import { fields } from '../parts/fields.styles.ts';
import { icon } from '../parts/icon.ts';
import { ProblemElement } from '../parts/problem.ts';
import { Skeleton } from '../parts/skeleton.ts';
import { messages } from './messages.en.ts';
import { sessionRail } from './session-rail.styles.ts';

const TYPING_PAUSE = 200;
const groups = ['pinned', 'today', 'week', 'older'] as const;
type Group = (typeof groups)[number];

/**
 * The user's chats: pinned ones first, then by age.
 *
 * @fires {CustomEvent<string>} cv-chat-pick - A chat was picked, by id. Stays private.
 * @fires {CustomEvent} cv-chat-new - A new chat is wanted. Stays private.
 */
export class SessionRail extends CallVaultElement {
  static override readonly tag = 'cv-chat-sessions';
  static override readonly uses = [ProblemElement, Skeleton];
  static override styles = [base, buttons, fields, sessionRail];

  @property() accessor current: string | undefined;
  /** A chat the widget has just made or changed: shown before the list is asked again. */
  @property({ attribute: false }) accessor latest: ChatSession | undefined;
  /** Counts up when the list must be asked again. */
  @property({ type: Number }) accessor revision = 0;

  @state() private accessor isFinding = false;
  @state() private accessor words = '';
  @state() private accessor older: readonly ChatSession[] = [];
  @state() private accessor cursor: string | null | undefined;
  @query('input') private accessor input!: HTMLInputElement | null;

  private readonly t = translator(this, 'chat', messages);
  #typing: ReturnType<typeof setTimeout> | undefined;
  readonly #sessions = new VaultTask(this, {
    args: () => [this.words.trim(), this.revision] as const,
    task: async (vault, [q], signal) => {
      const page = await vault.chat.list(q ? { q } : {}, { signal });
      this.older = [];
      this.cursor = page.nextCursor;
      return page.items;
    },
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  private async handleFind(): Promise<void> {
    this.isFinding = !this.isFinding;
    if (!this.isFinding) this.words = '';
    await this.updateComplete;
    this.input?.focus();
  }

  private handleWords(words: string): void {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => (this.words = words), TYPING_PAUSE);
  }

  private async handleOlder(cursor: string): Promise<void> {
    const q = this.words.trim();
    const page = await this.vault?.chat
      .list({ cursor, ...(q ? { q } : {}) }, { signal: this.lifetime })
      .catch(() => undefined);
    if (!page || q !== this.words.trim()) return;
    this.older = [...this.older, ...page.items];
    this.cursor = page.nextCursor;
  }

  get #all(): ChatSession[] {
    const listed = [...(this.#sessions.value ?? []), ...this.older];
    const { latest } = this;
    if (!latest || this.words) return listed;
    const known = listed.some(({ id }) => id === latest.id);
    return known ? listed.map((each) => (each.id === latest.id ? latest : each)) : [latest, ...listed];
  }

  #groupOf({ isPinned, updatedAt }: ChatSession): Group {
    if (isPinned) return 'pinned';
    const days = this.i18n.daysBetween(updatedAt, Date.now());
    return days <= 0 ? 'today' : days < 7 ? 'week' : 'older';
  }

  override render() {
    const { t } = this;
    return html`<div class="ses-h">
        <h2>${t('title')}</h2>
        <span class="grow"></span>
        <button
          class="ib sm ${this.isFinding ? 'on' : ''}"
          type="button"
          aria-label=${t('find')}
          aria-expanded=${String(this.isFinding)}
          data-tip=${t('find')}
          @click=${() => this.handleFind()}
        >
          ${icon('search')}
        </button>
        <button
          class="ib sm out"
          type="button"
          aria-label=${t('newChat')}
          data-tip=${t('newChat')}
          @click=${() => this.dispatchEvent(new CustomEvent('cv-chat-new'))}
        >
          ${icon('plus')}
        </button>
      </div>
      ${
        this.isFinding
          ? html`<label class="field"
              >${icon('search')}<input
                type="search"
                aria-label=${t('find')}
                placeholder=${t('findHint')}
                @input=${(event: InputEvent) => this.handleWords((event.target as HTMLInputElement).value)}
            /></label>`
          : nothing
      }
      <nav class="tree2" aria-label=${t('chats')}>
        ${this.#sessions.render({
          initial: () => nothing,
          pending: () => (this.#sessions.value ? this.renderGroups() : html`<cv-skeleton rows="6"></cv-skeleton>`),
          error: (error) =>
            html`<cv-problem what=${t('chats')} .error=${error} @cv-retry=${() => this.#sessions.run()}></cv-problem>`,
          complete: () => this.renderGroups(),
        })}
      </nav>`;
  }

  private renderGroups() {
    const { t, cursor } = this;
    const all = this.#all;
    if (all.length === 0) return html`<p class="none">${this.words ? t('noChatFound') : t('noChat')}</p>`;
    return html`${groups.map((group) => {
      const sessions = all.filter((each) => this.#groupOf(each) === group);
      return sessions.length > 0
        ? html`<h3>${t(group)}</h3>
            <ul>
              ${sessions.map((each) => this.renderSession(each))}
            </ul>`
        : nothing;
    })}${
      cursor
        ? html`<button class="btn gho sm" type="button" @click=${() => this.handleOlder(cursor)}>
            ${t('olderChats')}
          </button>`
        : nothing
    }`;
  }

  private renderSession({ id, title, scopeLabel }: ChatSession) {
    return html`<li>
      <button
        class="se"
        type="button"
        aria-current=${id === this.current ? 'true' : nothing}
        @click=${() => this.dispatchEvent(new CustomEvent('cv-chat-pick', { detail: id }))}
      >
        <span class="trunc" dir="auto">${title}</span><small class="trunc">${scopeLabel}</small>
      </button>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cv-chat-sessions': SessionRail;
  }
}
