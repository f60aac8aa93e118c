import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { base } from '../core/base.styles.ts';
import { CallVaultElement } from '../core/element.ts';
import { translator } from '../core/i18n.ts';
import { coreMessages } from '../core/messages.en.ts';
import { skeleton } from './skeleton.styles.ts';

const WIDTHS = [
  ['w2', 'w1'],
  ['w4', 'w2'],
  ['w1', 'w3'],
] as const;

/** Stands in for what is loading, at its final height. Invisible for the first 200 ms, so that quick answers don't flash. */
export class Skeleton extends CallVaultElement {
  static override readonly tag = 'cv-skeleton';
  static override styles = [base, skeleton];

  /** How many rows. */
  @property({ type: Number }) accessor rows = 4;
  /** `list` for two-line rows, `prose` for text. */
  @property() accessor shape: 'list' | 'prose' = 'list';
  /** With a circle at the start of each row. */
  @property({ type: Boolean }) accessor avatars = false;

  private readonly t = translator(this, 'core', coreMessages);

  override render() {
    const rows = Array.from({ length: this.rows }, (_, index) => WIDTHS[index % WIDTHS.length] ?? WIDTHS[0]);
    return html`<div role="status"><span class="vh">${this.t('loading')}</span></div>
      ${this.shape === 'prose' ? this.renderProse(rows.flat()) : rows.map((row) => this.renderRow(row))}`;
  }

  private renderRow([first, second]: (typeof WIDTHS)[number]) {
    return html`<div class="row" aria-hidden="true">
      ${this.avatars ? html`<span class="skel av"></span>` : nothing}
      <span class="grow"><span class="skel ${first}"></span><span class="skel ${second}"></span></span>
      <span class="skel w0"></span>
    </div>`;
  }

  private renderProse(lines: readonly string[]) {
    return html`<div class="prose" aria-hidden="true">
      ${lines.map((width) => html`<span class="skel ${width}"></span>`)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cv-skeleton': Skeleton;
  }
}
