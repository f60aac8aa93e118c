import type { ActionItem, Evidence } from '@callvault/sdk';
import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { base } from '../core/base.styles.ts';
import { CallVaultElement } from '../core/element.ts';
import { translator } from '../core/i18n.ts';
import { avatars } from '../parts/avatars.styles.ts';
import { buttons } from '../parts/buttons.styles.ts';
import { checkbox } from '../parts/controls.ts';
import { evidence } from '../parts/evidence.styles.ts';
import { fields } from '../parts/fields.styles.ts';
import { icon } from '../parts/icon.ts';
import { avatar, timecode } from '../parts/marks.ts';
import { actionItems } from './action-items.styles.ts';
import { messages } from './messages.en.ts';
import { panel } from './panel.styles.ts';

/** A new action item, as typed. */
export interface NewActionItem {
  readonly text: string;
  readonly assignee: string | null;
  readonly dueAt: string | null;
}

/** What was promised: tick, who, by when, where it was said; a line to add another. Private. */
export class ActionItems extends CallVaultElement {
  static override readonly tag = 'cv-call-action-items';
  static override styles = [base, buttons, fields, avatars, evidence, panel, actionItems];

  @property({ attribute: false }) accessor items: readonly ActionItem[] = [];
  @property({ attribute: false }) accessor people: readonly string[] = [];
  @property({ attribute: false }) accessor onOpen: (evidence: Evidence) => void = () => undefined;
  @property({ attribute: false }) accessor onTick: (item: ActionItem) => void = () => undefined;
  @property({ attribute: false }) accessor onAdd: (item: NewActionItem) => void = () => undefined;

  @state() private accessor isAdding = false;

  private readonly t = translator(this, 'call-detail', messages);

  async #add(): Promise<void> {
    this.isAdding = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('form input')?.focus();
  }

  async #stop(): Promise<void> {
    this.isAdding = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.ps-h .ib')?.focus();
  }

  private handleSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const value = (name: string) => String(form.get(name) ?? '').trim();
    if (value('text') === '') return;
    const due = value('due');
    this.onAdd({
      text: value('text'),
      assignee: value('who') || null,
      dueAt: due ? new Date(`${due}T12:00:00`).toISOString() : null,
    });
    void this.#stop();
  }

  private handleKeydown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === 'Escape') void this.#stop();
  }

  override render() {
    const { items } = this;
    const count = items.filter(({ isDone }) => isDone).length;
    return html`<section class="ps">
      <div class="ps-h">
        <h2>${this.t('actionItems')}</h2>
        ${
          items.length > 0
            ? html`<span class="count">${this.t('itemsDone', { count, total: items.length })}</span>`
            : nothing
        }
        <span class="grow"></span>
        <button
          class="ib xs"
          type="button"
          aria-label=${this.t('addItem')}
          data-tip=${this.t('addItem')}
          @click=${() => this.#add()}
        >
          ${icon('plus')}
        </button>
      </div>
      ${this.isAdding ? this.renderForm() : nothing}
      ${
        items.length > 0
          ? html`<ul class="ais">
              ${items.map((item) => this.renderItem(item))}
            </ul>`
          : html`<p class="none">${this.t('noItems')}</p>`
      }
    </section>`;
  }

  private renderItem(item: ActionItem) {
    const { text, assignee, isDone, evidence: proof } = item;
    return html`<li class="ai ${isDone ? 'done' : ''}">
      ${checkbox({ checked: isDone, label: this.t('done', { text }), onToggle: () => this.onTick(item) })}
      <div>
        <p dir="auto">${text}</p>
        <p class="src">
          ${assignee ? html`${avatar(assignee, 's20')}<b><bdi>${assignee.split(/\s+/)[0]}</bdi></b>` : nothing}
          <span>${this.#due(item)}</span>
          ${proof && proof.startMs !== null ? this.renderMoment(proof, proof.startMs / 1000) : nothing}
        </p>
      </div>
    </li>`;
  }

  private renderMoment(proof: Evidence, seconds: number) {
    const label = this.t('goTo', { time: this.i18n.timecode(seconds), name: proof.speaker.name });
    return timecode(this.i18n, seconds, { label, onOpen: () => this.onOpen(proof) });
  }

  #due({ isDone, dueAt, dueText }: ActionItem): string {
    if (isDone) return this.t('doneState');
    if (!dueAt) return dueText ?? this.t('noDate');
    const day = this.i18n.dateWith({ weekday: 'short', day: 'numeric', month: 'short' }, dueAt);
    return this.t('by', { date: day.replace(/^(\p{L}+),/u, '$1') });
  }

  private renderForm() {
    return html`<form @submit=${this.handleSubmit} @keydown=${this.handleKeydown}>
      <label class="field req">
        <input
          name="text"
          maxlength="500"
          required
          aria-label=${this.t('itemText')}
          placeholder=${this.t('itemText')}
        />
      </label>
      <div class="more-fields">
        <label class="field">
          <input
            name="who"
            maxlength="200"
            list="people"
            aria-label=${this.t('itemWho')}
            placeholder=${this.t('itemWho')}
          />
        </label>
        <label class="field"><input name="due" type="date" aria-label=${this.t('itemDue')} /></label>
        <datalist id="people">${this.people.map((name) => html`<option value=${name}></option>`)}</datalist>
      </div>
      <div class="acts">
        <button class="btn gho sm" type="button" @click=${() => this.#stop()}>${this.t('cancel')}</button>
        <button class="btn pri sm" type="submit">${this.t('add')}</button>
      </div>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cv-call-action-items': ActionItems;
  }
}
