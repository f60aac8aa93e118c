import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { base } from '../core/base.styles.ts';
import { CallVaultElement } from '../core/element.ts';
import { translator } from '../core/i18n.ts';
import { buttons } from './buttons.styles.ts';
import { icon, type IconName } from './icon.ts';
import { problemOf, type Problem, type ProblemKind } from './problem-kind.ts';
import { problemMessages } from './problem-messages.en.ts';
import { states } from './states.styles.ts';

const ICONS: Record<ProblemKind, IconName> = {
  failed: 'alert',
  timeout: 'alert',
  unreachable: 'alert',
  offline: 'offline',
  forbidden: 'lock',
  expired: 'lock',
  limited: 'clock',
  plan: 'coin',
  missing: 'search',
};

/**
 * Every way in which something can fail, in one frame: what failed, what was kept, what comes next, and the code and
 * request id to hand to support.
 *
 * @slot - What was kept, for instance "Your filters are kept."
 * @slot actions - Further buttons.
 * @fires {CustomEvent} cv-retry - The user, a returned connection or an elapsed wait asks to try again. Stays private.
 */
export class ProblemElement extends CallVaultElement {
  static override readonly tag = 'cv-problem';
  static override styles = [base, buttons, states];

  /** Whatever was thrown. */
  @property({ attribute: false }) accessor error: unknown;
  /** What failed, as the subject of a sentence: "Calls". */
  @property() accessor what = '';

  @state() private accessor secondsLeft = 0;
  @state() private accessor copied = false;

  private readonly t = translator(this, 'core', problemMessages);
  #countdown: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', () => this.#retryWhen('offline'), { signal: this.lifetime });
    if (this.hasUpdated) this.#startWaiting();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#countdown);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('error')) this.#startWaiting();
  }

  private get problem(): Problem {
    return problemOf(this.error);
  }

  #startWaiting(): void {
    clearInterval(this.#countdown);
    this.copied = false;
    const { kind, retryAfter } = this.problem;
    this.secondsLeft = kind === 'limited' ? Math.ceil(retryAfter ?? 10) : 0;
    if (this.secondsLeft > 0)
      this.#countdown = setInterval(() => {
        this.secondsLeft -= 1;
        if (this.secondsLeft > 0) return;
        clearInterval(this.#countdown);
        this.#retryWhen('limited');
      }, 1000);
  }

  #retryWhen(kind: ProblemKind): void {
    if (problemOf(this.error).kind === kind || kind === 'offline') this.#retry();
  }

  #retry(): void {
    this.dispatchEvent(new CustomEvent('cv-retry'));
  }

  private async handleCopy(): Promise<void> {
    const { code, requestId } = this.problem;
    const details = [code, requestId, new Date().toISOString(), this.what].filter(Boolean).join(' · ');
    await navigator.clipboard.writeText(details);
    this.copied = true;
  }

  override render() {
    const problem = this.problem;
    const reference = [problem.code, problem.requestId].filter(Boolean).join(' · ');
    return html`<div class="state" role="alert">
      <span class="ico">${icon(ICONS[problem.kind])}</span>
      <h3>${this.headline(problem.kind)}</h3>
      <p>${this.text(problem)} <slot></slot></p>
      ${reference ? html`<code>${reference}</code>` : nothing}
      <div class="rowx wrap">
        ${problem.retryable ? this.renderRetry() : nothing} ${problem.requestId ? this.renderCopy() : nothing}
        <slot name="actions"></slot>
      </div>
    </div>`;
  }

  private renderRetry() {
    return html`<button class="btn sm" type="button" ?disabled=${this.secondsLeft > 0} @click=${() => this.#retry()}>
      ${icon('refresh')}${this.t('problem.retry')}
    </button>`;
  }

  private renderCopy() {
    return html`<button class="btn gho sm" type="button" @click=${this.handleCopy}>
      ${icon(this.copied ? 'check' : 'copy')}${this.t(this.copied ? 'problem.copied' : 'problem.copy')}
    </button>`;
  }

  private headline(kind: ProblemKind): string {
    const what = this.what;
    if (kind === 'forbidden')
      return what ? this.t('problem.forbidden.titleOf', { what: lower(what) }) : this.t('problem.forbidden.title');
    if (kind === 'offline' || kind === 'expired' || kind === 'limited' || kind === 'plan')
      return this.t(`problem.${kind}.title`);
    return this.t(kind === 'missing' ? 'problem.missing.title' : 'problem.failed.title', { what });
  }

  private text({ kind, message }: Problem): string {
    if (kind === 'limited' && this.secondsLeft > 0) return this.t('problem.limited.text', { count: this.secondsLeft });
    if (kind === 'offline' || kind === 'expired' || kind === 'timeout' || kind === 'unreachable')
      return this.t(`problem.${kind}.text`);
    if (message !== undefined) return message;
    return this.t(kind === 'missing' ? 'problem.missing.text' : 'problem.failed.text');
  }
}

const lower = (words: string): string => words.charAt(0).toLocaleLowerCase() + words.slice(1);

declare global {
  interface HTMLElementTagNameMap {
    'cv-problem': ProblemElement;
  }
}
