import { html } from 'lit';
import { property, query } from 'lit/decorators.js';
import { base } from '../core/base.styles.ts';
import { CallVaultElement } from '../core/element.ts';
import { dialog } from './dialog.styles.ts';

/**
 * A modal dialog in the top layer: the title says the act, the body its consequence, the buttons stand at the inline end.
 * The browser keeps the focus inside and gives it back.
 *
 * @slot - The body.
 * @slot actions - Buttons, the one that does nothing first.
 * @fires {CustomEvent} cv-dialog-close - It was closed, by whatever way. Stays private.
 * @cssproperty [--cv-dialog-size=400px] - Width, 400 to 740 px.
 */
export class Dialog extends CallVaultElement {
  static override readonly tag = 'cv-dialog';
  static override styles = [base, dialog];

  /** The act: "Delete 3 calls". */
  @property() accessor heading = '';

  @query('dialog') private accessor dialog!: HTMLDialogElement;

  async show(): Promise<void> {
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
  }

  close(): void {
    this.dialog.close();
  }

  get isOpen(): boolean {
    return this.hasUpdated && this.dialog.open;
  }

  private handleClick(event: MouseEvent): void {
    // A click on the backdrop has the dialog itself as its target.
    if (event.target === this.dialog) this.close();
  }

  private handleKeydown(event: KeyboardEvent): void {
    // The widget behind has keys of its own.
    if (event.key !== 'Escape') event.stopPropagation();
  }

  override render() {
    return html`<dialog
      aria-label=${this.heading}
      @click=${this.handleClick}
      @keydown=${this.handleKeydown}
      @close=${() => this.dispatchEvent(new CustomEvent('cv-dialog-close'))}
    >
      <div class="dg">
        <h2>${this.heading}</h2>
        <div class="text"><slot></slot></div>
        <div class="acts"><slot name="actions"></slot></div>
      </div>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cv-dialog': Dialog;
  }
}
