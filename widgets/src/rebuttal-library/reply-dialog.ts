import type { Body, Rebuttal } from '@callvault/sdk';
import { html, nothing } from 'lit';
import { query, state } from 'lit/decorators.js';
import { base } from '../core/base.styles.ts';
import { CallVaultElement } from '../core/element.ts';
import { translator } from '../core/i18n.ts';
import { buttons } from '../parts/buttons.styles.ts';
import { Dialog } from '../parts/dialog.ts';
import { fields } from '../parts/fields.styles.ts';
import { reasonOf } from '../call-library/reason.ts';
import { isKind, objectionKinds, type ObjectionKind } from './kinds.ts';
import { messages } from './messages.en.ts';
import { replyDialog } from './reply-dialog.styles.ts';

/**
 * Adds a reply of the user's own, or renames one.
 *
 * @fires {CustomEvent<Rebuttal>} cv-rebuttal-saved - It is saved. Stays private.
 */
export class ReplyDialog extends CallVaultElement {
  static override readonly tag = 'cv-reply-dialog';
  static override readonly uses = [Dialog];
  static override styles = [base, buttons, fields, replyDialog];

  @state() private accessor renamed: Rebuttal | undefined;
  @state() private accessor problem = '';
  @state() private accessor isSaving = false;
  @state() private accessor kind: ObjectionKind = 'price';
  @query('cv-dialog') private accessor dialog!: Dialog;
  @query('form') private accessor form!: HTMLFormElement;

  private readonly t = translator(this, 'rebuttal-library', messages);

  /** Opens empty, for a reply to that kind of objection. */
  async add(kind: ObjectionKind | undefined): Promise<void> {
    this.renamed = undefined;
    this.kind = kind ?? 'price';
    await this.#open();
  }

  /** Opens with the name of a reply. */
  async rename(rebuttal: Rebuttal): Promise<void> {
    this.renamed = rebuttal;
    await this.#open();
  }

  async #open(): Promise<void> {
    this.problem = '';
    await this.updateComplete;
    this.form.reset();
    await this.dialog.show();
    this.form.querySelector<HTMLElement>('input')?.focus();
  }

  private async handleSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const entered = new FormData(this.form);
    const text = (name: string) => String(entered.get(name) ?? '').trim();
    const name = text('name');
    const words = text('words');
    if (!name || (!words && !this.renamed)) {
      this.problem = this.renamed ? this.t('form.needName') : this.t('form.need');
      return;
    }
    await this.#save({ kind: this.kind, name, words });
  }

  async #save(body: Body<'rebuttals.create'>): Promise<void> {
    const { vault } = this;
    if (!vault || this.isSaving) return;
    this.isSaving = true;
    try {
      const saved = this.renamed
        ? await vault.rebuttals.update(this.renamed.id, { name: body.name })
        : await vault.rebuttals.create(body);
      this.dialog.close();
      this.dispatchEvent(new CustomEvent('cv-rebuttal-saved', { detail: saved }));
    } catch (error) {
      this.problem = reasonOf(error);
    } finally {
      this.isSaving = false;
    }
  }

  override render() {
    const { t } = this;
    return html`<cv-dialog heading=${this.renamed ? t('form.rename') : t('form.title')}>
      <form id="reply" @submit=${this.handleSubmit}>
        ${this.renamed ? nothing : this.renderKind()}
        <label class="fld"
          ><span>${t('form.name')}</span>
          <span class="field req"
            ><input
              name="name"
              maxlength="120"
              autocomplete="off"
              placeholder=${t('form.nameHint')}
              value=${this.renamed?.name ?? ''}
              aria-describedby="problem" /></span
        ></label>
        ${
          this.renamed
            ? nothing
            : html`<label class="fld"
                ><span>${t('form.words')}</span>
                <span class="field req area">
                  <textarea
                    name="words"
                    rows="4"
                    maxlength="2000"
                    placeholder=${t('form.wordsHint')}
                    aria-describedby="problem"
                  ></textarea></span
              ></label>`
        }
        <p id="problem" class="bad" role="alert">${this.problem}</p>
        <div class="acts">
          <button class="btn gho" type="button" @click=${() => this.dialog.close()}>${t('cancel')}</button>
          <button class="btn pri" type="submit" aria-busy=${String(this.isSaving)}>
            ${this.isSaving ? html`<span class="spin"></span>` : nothing}${this.renamed ? t('save') : t('add')}
          </button>
        </div>
      </form>
    </cv-dialog>`;
  }

  private renderKind() {
    const { t } = this;
    return html`<p>${t('form.why')}</p>
      <label class="fld"
        ><span>${t('form.kind')}</span>
        <span class="field req"
          ><select
            name="kind"
            @change=${({ target }: Event) => {
              const { value } = target as HTMLSelectElement;
              if (isKind(value)) this.kind = value;
            }}
          >
            ${objectionKinds.map(
              (kind) => html`<option value=${kind} ?selected=${kind === this.kind}>${t(`kind.${kind}`)}</option>`,
            )}
          </select></span
        ></label
      >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cv-reply-dialog': ReplyDialog;
  }
}
