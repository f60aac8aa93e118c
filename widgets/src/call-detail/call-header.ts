import type { CallDetail as CallRecord } from '@callvault/sdk';
import { html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { base } from '../core/base.styles.ts';
import { CallVaultElement } from '../core/element.ts';
import { translator } from '../core/i18n.ts';
import { buttons } from '../parts/buttons.styles.ts';
import { fields } from '../parts/fields.styles.ts';
import { icon } from '../parts/icon.ts';
import { Menu, type MenuItem } from '../parts/menu.ts';
import { CallTags } from './call-tags.ts';
import { callHeader } from './call-header.styles.ts';
import type { CallChange } from './call-changes.ts';
import { messages } from './messages.en.ts';
import { NO_OUTCOME, outcomeGlyph, outcomeMenu, outcomeName } from './outcomes.ts';
import { sourceName } from './source-name.ts';

/** What the header can ask the widget to do. */
export interface HeaderActions {
  readonly change: (change: CallChange) => void;
  readonly back: () => void;
  readonly open: (callId: string) => void;
  readonly remove: () => void;
  readonly find: () => void;
  readonly fail: (error: unknown) => void;
}

/** Title, outcome, when and where, tags. Private to `cv-call-detail`. */
export class CallHeader extends CallVaultElement {
  static override readonly tag = 'cv-call-header';
  static override readonly uses = [Menu, CallTags];
  static override styles = [base, buttons, fields, callHeader];

  @property({ attribute: false }) accessor call: CallRecord | undefined;
  /** Place in the list that the reader came from, from 1. */
  @property({ attribute: false }) accessor place: { readonly index: number; readonly total: number } | undefined;
  @property({ attribute: false }) accessor actions: HeaderActions | undefined;

  @state() private accessor isRenaming = false;

  @query('.outcome-menu') private accessor outcomeMenu!: Menu;
  @query('.more-menu') private accessor moreMenu!: Menu;

  private readonly t = translator(this, 'call-detail', messages);

  private handleOutcome({ detail: id }: CustomEvent<string>): void {
    this.actions?.change({ outcome: id === NO_OUTCOME ? null : id });
  }

  private handleMore({ detail: id }: CustomEvent<string>): void {
    if (id === 'rename') void this.#rename();
    else if (id === 'find') this.actions?.find();
    else if (id === 'delete') this.actions?.remove();
    else if (id === 'source' && this.call?.sourceUrl) open(this.call.sourceUrl, '_blank', 'noopener,noreferrer');
  }

  async #rename(): Promise<void> {
    this.isRenaming = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLInputElement>('.title-field input')?.select();
  }

  private handleTitle(event: Event): void {
    event.preventDefault();
    const input = this.renderRoot.querySelector<HTMLInputElement>('.title-field input');
    const title = input?.value.trim() ?? '';
    this.isRenaming = false;
    if (title !== '' && title !== this.call?.title) this.actions?.change({ title });
  }

  private handleTitleKey(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === 'Escape') this.isRenaming = false;
  }

  override render() {
    const { call } = this;
    if (!call) return nothing;
    return html`<header class="dh">
      ${this.renderTop(call)} ${this.isRenaming ? this.renderRename(call) : html`<h1><bdi>${call.title}</bdi></h1>`}
      <div class="dh-meta">
        ${this.renderOutcome(call)} ${this.renderFacts(call)}
        <span class="grow"></span>
        <cv-call-tags
          .tags=${call.tags}
          .onChange=${(tagIds: string[]) => this.actions?.change({ tagIds })}
          .onProblem=${(error: unknown) => this.actions?.fail(error)}
        ></cv-call-tags>
      </div>
    </header>`;
  }

  private renderTop({ previousId, nextId, sourceUrl, source }: CallRecord) {
    const { place } = this;
    const more: MenuItem[] = [
      { id: 'find', label: this.t('find'), icon: 'search', key: '/' },
      { id: 'rename', label: this.t('rename'), icon: 'edit' },
      ...(sourceUrl && /^https?:/.test(sourceUrl)
        ? [{ id: 'source', label: this.t('openSource', { source: sourceName(source) }), icon: 'arrowur' as const }]
        : []),
      { id: 'delete', label: this.t('delete'), icon: 'trash', danger: true },
    ];
    return html`<div class="dh-top">
      <button class="back" type="button" @click=${() => this.actions?.back()}>
        ${icon('arrowl', 's14 flip')}${this.t('back')}
      </button>
      <span class="grow"></span>
      ${place ? html`<span class="xs t3 num dh-pos">${this.t('position', { ...place })}</span>` : nothing}
      ${this.renderStep('previous', 'up', previousId)}${this.renderStep('next', 'down', nextId)}
      <button
        class="ib sm"
        type="button"
        aria-label=${this.t('more')}
        aria-haspopup="menu"
        @click=${({ currentTarget }: Event) => this.moreMenu.toggle(currentTarget)}
      >
        ${icon('more')}
      </button>
      <cv-menu
        class="more-menu"
        .items=${more}
        .placement=${{ align: 'end' }}
        label=${this.t('more')}
        @cv-menu-select=${this.handleMore}
      ></cv-menu>
    </div>`;
  }

  private renderStep(label: 'previous' | 'next', glyph: 'up' | 'down', id: string | null) {
    return html`<button
      class="ib sm"
      type="button"
      aria-label=${this.t(label)}
      data-tip=${this.t(label)}
      ?disabled=${id === null}
      @click=${() => id && this.actions?.open(id)}
    >
      ${icon(glyph)}
    </button>`;
  }

  private renderRename({ title }: CallRecord) {
    return html`<form class="title-field" @submit=${this.handleTitle}>
      <label class="field req">
        <input maxlength="300" aria-label=${this.t('title')} .value=${title} @keydown=${this.handleTitleKey} />
      </label>
      <button class="btn pri sm" type="submit">${this.t('save')}</button>
      <button class="btn gho sm" type="button" @click=${() => (this.isRenaming = false)}>${this.t('cancel')}</button>
    </form>`;
  }

  private renderOutcome({ outcome }: CallRecord) {
    const name = outcomeName(outcome, this.t);
    return html`<button
        class="btn sm"
        type="button"
        aria-haspopup="menu"
        @click=${({ currentTarget }: Event) => this.outcomeMenu.toggle(currentTarget)}
      >
        <span class="o-${outcomeGlyph(outcome)} gi">${icon(outcomeGlyph(outcome))}</span
        ><span class="vh">${this.t('outcome')}: </span>${name}${icon('down', 'aft')}
      </button>
      <cv-menu
        class="outcome-menu"
        .items=${outcomeMenu(outcome, this.t)}
        label=${this.t('outcome')}
        @cv-menu-select=${this.handleOutcome}
      ></cv-menu>`;
  }

  private renderFacts({ startedAt, durationMs, source, client, isClientProposed }: CallRecord) {
    const facts = [
      startedAt ? html`<time datetime=${startedAt}>${this.#when(startedAt)}</time>` : nothing,
      durationMs === null ? nothing : html`<span class="num">${this.i18n.duration(durationMs / 1000)}</span>`,
    ].filter((fact) => fact !== nothing);
    const more = [
      sourceName(source),
      client ? (isClientProposed ? this.renderProposed(client) : html`<bdi>${client.name}</bdi>`) : nothing,
    ].filter((fact) => fact !== nothing && fact !== '');
    const dot = html`<span class="dotsep"></span>`;
    return html`<span class="dm"
      >${facts.map((fact, at) => [at > 0 ? dot : nothing, fact])}<span class="dm-x"
        >${more.map((fact, at) => [at > 0 || facts.length > 0 ? dot : nothing, fact])}</span
      ></span
    >`;
  }

  private renderProposed({ id, name }: NonNullable<CallRecord['client']>) {
    return html`<button
      class="proposed"
      type="button"
      aria-label=${this.t('confirmClient', { name })}
      data-tip=${this.t('confirmClient', { name })}
      @click=${() => this.actions?.change({ clientId: id })}
    >
      ${this.t('clientProposed', { name })}
    </button>`;
  }

  #when(startedAt: string): string {
    const day = this.i18n.dateWith({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }, startedAt);
    return `${day.replace(/^(\p{L}+),/u, '$1')}, ${this.i18n.time(startedAt)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cv-call-header': CallHeader;
  }
}
