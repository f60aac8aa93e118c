import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { base } from '../core/base.styles.ts';
import { CallVaultElement } from '../core/element.ts';
import { translator } from '../core/i18n.ts';
import { VaultTask } from '../core/vault-task.ts';
import { buttons } from '../parts/buttons.styles.ts';
import { Empty } from '../parts/empty.ts';
import { icon } from '../parts/icon.ts';
import { fieldsSet, without, type CallFilter, type CallQuery } from './call-filter.ts';
import { summaryOf } from './filter-summary.ts';
import { lateMessages } from './late-messages.en.ts';
import { nearestOf } from './nearest.ts';

/**
 * Why there is no call to show, and the way out: import some, or let go of a filter.
 *
 * @fires {CustomEvent<CallFilter>} cv-filter - Stays private, like the others.
 * @fires {CustomEvent} cv-clear - Let go of search and filters.
 * @fires {CustomEvent} cv-import - Pick files.
 * @fires {CustomEvent} cv-sample - Import the sample call.
 */
export class EmptyList extends CallVaultElement {
  static override readonly tag = 'cv-call-empty';
  static override readonly uses = [Empty];
  static override styles = [base, buttons];

  @property({ attribute: false }) accessor filter: CallFilter = {};
  /** What the API was asked for. */
  @property({ attribute: false }) accessor query: CallQuery = {};
  @property({ attribute: false }) accessor names: ReadonlyMap<string, string> = new Map();
  /** Name of the folder that is shown. */
  @property({ attribute: false }) accessor folder: string | undefined;

  private readonly t = translator(this, 'call-library', lateMessages);
  readonly #nearest = new VaultTask(this, {
    args: () => [this.filter] as const,
    task: (vault, [filter], signal) => nearestOf(vault, filter, this.query, signal),
  });

  private tell(type: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  override render() {
    const { t } = this;
    const narrowed = this.query.q !== undefined || fieldsSet(without(this.filter, 'folderId')).length > 0;
    if (narrowed || (this.filter.folderId?.length ?? 0) > 1) return this.renderNothing();
    if (this.query.binned)
      return html`<cv-empty icon="trash" heading=${t('empty.bin')}>${t('empty.binText')}</cv-empty>`;
    if (this.folder !== undefined)
      return html`<cv-empty icon="folder" heading=${t('empty.folder', { name: this.folder })}
        >${t('empty.folderText')}</cv-empty
      >`;
    return this.renderInvitation();
  }

  private renderInvitation() {
    const { t } = this;
    return html`<cv-empty icon="calls" heading=${t('empty.title')}
      >${t('empty.text')}
      <button slot="actions" class="btn pri sm" type="button" @click=${() => this.tell('cv-import')}>
        ${icon('plus')}${t('import')}</button
      ><button slot="actions" class="btn gho sm" type="button" @click=${() => this.tell('cv-sample')}>
        ${t('empty.sample')}
      </button>
    </cv-empty>`;
  }

  /** Which filters, the nearest that has results, and how to be rid of them. */
  private renderNothing() {
    const { t, i18n, filter, names } = this;
    const filters = fieldsSet(filter).map((field) => summaryOf(filter, field, names, { t, i18n }));
    if (this.query.q) filters.push(`“${this.query.q}”`);
    return html`<cv-empty icon="filter" heading=${t('nothing.title')}
      >${t('nothing.text', { filters: new Intl.ListFormat(i18n.locale, { type: 'conjunction' }).format(filters) })}
      ${this.renderNearest()}
      <button slot="actions" class="btn gho sm" type="button" @click=${() => this.tell('cv-clear')}>
        ${t('nothing.clear')}
      </button>
    </cv-empty>`;
  }

  private renderNearest() {
    const nearest = this.#nearest.value;
    if (!nearest) return nothing;
    const field = this.t(`field.${nearest.field}`).toLocaleLowerCase();
    const drop = () => this.tell('cv-filter', without(this.filter, nearest.field));
    return html`${this.t('nothing.near', { count: nearest.count, field })}
      <button slot="actions" class="btn sm" type="button" @click=${drop}>${this.t('nothing.drop', { field })}</button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cv-call-empty': EmptyList;
  }
}
