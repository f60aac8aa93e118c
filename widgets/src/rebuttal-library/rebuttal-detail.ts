import type { Evidence, Objection, Rebuttal } from '@callvault/sdk';
import { html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { base } from '../core/base.styles.ts';
import { CallVaultElement } from '../core/element.ts';
import { translator } from '../core/i18n.ts';
import { VaultTask } from '../core/vault-task.ts';
import { avatars } from '../parts/avatars.styles.ts';
import { buttons } from '../parts/buttons.styles.ts';
import { evidence as evidenceStyles } from '../parts/evidence.styles.ts';
import { icon, type IconName } from '../parts/icon.ts';
import { timecode } from '../parts/marks.ts';
import { Menu, type MenuItem } from '../parts/menu.ts';
import { ProblemElement } from '../parts/problem.ts';
import { sections } from '../parts/sections.styles.ts';
import { Skeleton } from '../parts/skeleton.ts';
import { exchange, type ExchangeContext } from './exchange.ts';
import { messages } from './messages.en.ts';
import { rebuttalDetail } from './rebuttal-detail.styles.ts';

/** What the user wants done with the reply. */
export type RebuttalAct = 'pin' | 'copy' | 'rename' | 'retire' | 'back';

const ALSO_SHOWN = 3;

/**
 * One reply: how often it worked, how it went in one call, and where else it was heard.
 *
 * @fires {CustomEvent<RebuttalAct>} cv-rebuttal-act - A button was pressed. Stays private.
 * @fires {CustomEvent<Evidence>} cv-cite - A moment was opened. Stays private.
 * @fires {CustomEvent<string>} cv-call - A call was opened. Stays private.
 */
export class RebuttalDetail extends CallVaultElement {
  static override readonly tag = 'cv-rebuttal-detail';
  static override readonly uses = [Menu, ProblemElement, Skeleton];
  static override styles = [base, buttons, avatars, evidenceStyles, sections, rebuttalDetail];

  /** As the list knows it: drawn at once, its cases follow. */
  @property({ attribute: false }) accessor rebuttal: Rebuttal | undefined;

  @state() private accessor shownCase: string | undefined;
  @state() private accessor showsAll = false;
  @query('cv-menu') private accessor menu!: Menu;

  private readonly t = translator(this, 'rebuttal-library', messages);
  readonly #cases = new VaultTask(this, {
    args: () => [this.rebuttal?.id] as const,
    task: async (vault, [id], signal) =>
      id === undefined ? [] : (await vault.rebuttals.retrieve(id, { signal })).cases,
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.get('rebuttal')?.id === this.rebuttal?.id) return;
    this.shownCase = undefined;
    this.showsAll = false;
  }

  private act(act: RebuttalAct): void {
    this.dispatchEvent(new CustomEvent('cv-rebuttal-act', { detail: act }));
  }

  private cite(evidence: Evidence): void {
    this.dispatchEvent(new CustomEvent('cv-cite', { detail: evidence }));
  }

  override render() {
    const { rebuttal, t } = this;
    if (!rebuttal) return nothing;
    const { name, isPinned } = rebuttal;
    return html`<div class="rbd-h">
        ${this.renderButton('back', 'arrowl', t('back'), 'back')}
        <h2 dir="auto">${name}</h2>
        ${this.renderButton('pin', 'pin', isPinned ? t('unpin') : t('pin'), isPinned ? 'on' : '')}
        ${this.renderButton('copy', 'copy', t('copy'))}
        <button
          class="ib sm"
          type="button"
          aria-label=${t('more')}
          aria-haspopup="menu"
          data-tip=${t('more')}
          @click=${(event: Event) => this.menu.toggle(event.currentTarget)}
        >
          ${icon('more')}
        </button>
      </div>
      ${this.renderCounts(rebuttal)} ${rebuttal.isOwn ? html`<p class="own" dir="auto">${rebuttal.words}</p>` : nothing}
      ${this.renderCases(rebuttal)}
      <cv-menu
        label=${t('more')}
        .items=${this.#items(rebuttal)}
        .placement=${{ align: 'end' }}
        @cv-menu-select=${(event: CustomEvent<RebuttalAct>) => this.act(event.detail)}
      ></cv-menu>`;
  }

  private renderButton(act: RebuttalAct, glyph: IconName, label: string, look = '') {
    return html`<button
      class="ib sm ${look}"
      type="button"
      aria-label=${label}
      data-tip=${label}
      @click=${() => this.act(act)}
    >
      ${icon(glyph, act === 'back' ? 'flip' : '')}
    </button>`;
  }

  #items({ isRetired }: Rebuttal): MenuItem[] {
    return [
      { id: 'rename', label: this.t('rename'), icon: 'edit' },
      { id: 'retire', label: isRetired ? this.t('unretire') : this.t('retire'), icon: 'archive' },
    ];
  }

  private renderCounts({ worked, judged, won, open, lost, used }: Rebuttal) {
    const { t, i18n } = this;
    const cells = [
      [t('oc.worked'), t('oc.of', { worked, judged })],
      [t('oc.won'), i18n.number(won)],
      [t('oc.open'), i18n.number(open)],
      [t('oc.lost'), i18n.number(lost)],
    ];
    return html`<dl class="oc">
        ${cells.map(
          ([name, value]) =>
            html`<div>
              <dt>${name}</dt>
              <dd class="num">${value}</dd>
            </div>`,
        )}
      </dl>
      ${used > judged && judged > 0 ? html`<p class="more-used xs t3">${t('used', { count: used })}</p>` : nothing}`;
  }

  private renderCases(rebuttal: Rebuttal) {
    return this.#cases.render({
      pending: () =>
        rebuttal.example ? this.renderHow(rebuttal.example) : html`<cv-skeleton shape="prose" rows="3"></cv-skeleton>`,
      error: (error) =>
        html`${rebuttal.example ? this.renderHow(rebuttal.example) : nothing}<cv-problem
            what=${this.t('also')}
            .error=${error}
            @cv-retry=${() => this.#cases.run()}
          ></cv-problem>`,
      complete: (cases) => this.renderComplete(rebuttal, cases),
    });
  }

  private renderComplete({ example }: Rebuttal, cases: readonly Objection[]) {
    const shown = cases.find(({ id }) => id === this.shownCase) ?? example ?? cases[0];
    if (!shown) return nothing;
    const others = cases.filter(({ id }) => id !== shown.id);
    return html`${this.renderHow(shown)} ${others.length > 0 ? this.renderAlso(others, cases.length) : nothing}`;
  }

  private renderHow(objection: Objection) {
    const { t, i18n } = this;
    const { id, title, client, startedAt } = objection.call;
    const context: ExchangeContext = { t, i18n, onCite: (evidence) => this.cite(evidence) };
    const place = [client?.name ?? title, startedAt ? i18n.date(startedAt) : ''].filter(Boolean).join(', ');
    return html`<section class="ps">
      <div class="ps-h">
        <h3>${t('how')}</h3>
        <span class="grow"></span>
        <button
          class="xs t3 trunc"
          type="button"
          data-tip=${title}
          @click=${() => this.dispatchEvent(new CustomEvent('cv-call', { detail: id }))}
        >
          <span class="vh">${t('openCall')}</span>${place}
        </button>
      </div>
      ${exchange(objection, context)}
    </section>`;
  }

  private renderAlso(others: readonly Objection[], count: number) {
    const { t } = this;
    const shown = this.showsAll ? others : others.slice(0, ALSO_SHOWN);
    return html`<section class="ps">
      <div class="ps-h">
        <h3>${t('also')}</h3>
        <span class="grow"></span>
        ${
          others.length > ALSO_SHOWN
            ? html`<button class="link xs" type="button" @click=${() => (this.showsAll = !this.showsAll)}>
                ${this.showsAll ? t('fewer') : t('all', { count })}
              </button>`
            : nothing
        }
      </div>
      <ul class="also">
        ${shown.map((each) => this.renderCase(each))}
      </ul>
    </section>`;
  }

  private renderCase({ id, call, evidence, reply }: Objection) {
    const { t, i18n } = this;
    const words = reply?.evidence ?? evidence;
    const { outcome } = call;
    const glyph = outcome === 'won' || outcome === 'lost' ? outcome : outcome === null ? 'none' : 'open';
    return html`<li>
      <span class="o o-${glyph}" title=${t(`outcome.${glyph}`)}
        >${icon(glyph)}<span class="vh">${t(`outcome.${glyph}`)}</span></span
      >
      <button
        class="case trunc"
        type="button"
        aria-label=${t('showCase', { title: call.title })}
        @click=${() => (this.shownCase = id)}
      >
        ${call.title}
      </button>
      ${
        words.startMs === null
          ? nothing
          : timecode(i18n, words.startMs / 1000, {
              label: t('openAt', { time: i18n.timecode(words.startMs / 1000), name: words.speaker.name }),
              onOpen: () => this.cite(words),
            })
      }
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cv-rebuttal-detail': RebuttalDetail;
  }
}
