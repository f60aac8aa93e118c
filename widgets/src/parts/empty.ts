import { html } from 'lit';
import { property } from 'lit/decorators.js';
import { base } from '../core/base.styles.ts';
import { CallVaultElement } from '../core/element.ts';
import { icon, type IconName } from './icon.ts';
import { states } from './states.styles.ts';

/**
 * Nothing here: says what belongs here and offers the one action that fills it.
 *
 * @slot - One sentence.
 * @slot actions - Buttons, the filling one first.
 */
export class Empty extends CallVaultElement {
  static override readonly tag = 'cv-empty';
  static override styles = [base, states];

  @property() accessor icon: IconName = 'calls';
  /** What is missing, in three or four words. */
  @property() accessor heading = '';

  override render() {
    return html`<div class="state">
      <span class="ico">${icon(this.icon)}</span>
      <h3>${this.heading}</h3>
      <p><slot></slot></p>
      <div class="rowx"><slot name="actions"></slot></div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cv-empty': Empty;
  }
}
