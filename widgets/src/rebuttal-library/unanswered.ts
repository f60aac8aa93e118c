import type { Answer, Evidence, Query, Rebuttal } from '@callvault/sdk';
import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { base } from '../core/base.styles.ts';
import { CallVaultElement } from '../core/element.ts';
import { translator } from '../core/i18n.ts';
import { VaultTask } from '../core/vault-task.ts';
import { avatars } from '../parts/avatars.styles.ts';
import { buttons } from '../parts/buttons.styles.ts';
import { evidence as evidenceStyles } from '../parts/evidence.styles.ts';
import { icon } from '../parts/icon.ts';
import { avatar, timecode } from '../parts/marks.ts';
import { messages } from './messages.en.ts';
import { unanswered } from './unanswered.styles.ts';

type Unanswered = Answer<'rebuttals.objections'>['items'][number];

const PAGE = 5;

/**
 * Objections nobody answered, each with a reply that won elsewhere. Draws nothing where there are none.
 *
 * @fires {CustomEvent<Rebuttal>} cv-suggestion - A suggested reply was picked. Stays private.
 * @fires {CustomEvent<Evidence>} cv-cite - A moment was opened. Stays private.
 */
export class UnansweredObjections extends CallVaultElement {
  static override readonly tag = 'cv-unanswered-objections';
  static override styles = [base, buttons, avatars, evidenceStyles, unanswered];

  /** Which calls and kinds. */
  @property({ attribute: false }) accessor query: Query<'rebuttals.objections'> = {};

  @state() private accessor more: readonly Unanswered[] = [];
  @state() private accessor cursor: string | null | undefined;

  private readonly t = translator(this, 'rebuttal-library', messages);
  readonly #first = new VaultTask(this, {
    args: () => [JSON.stringify(this.query)] as const,
    task: (vault, _args, signal) =>
      vault.rebuttals.objections({ ...this.query, unanswered: 'true', limit: PAGE }, { signal }),
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('query')) return;
    this.more = [];
    this.cursor = undefined;
  }

  private async handleMore(cursor: string): Promise<void> {
    const asked = this.query;
    const page = await this.vault?.rebuttals
      .objections({ ...asked, unanswered: 'true', limit: PAGE, cursor }, { signal: this.lifetime })
      .catch(() => undefined);
    if (!page || asked !== this.query) return;
    this.more = [...this.more, ...page.items];
    this.cursor = page.nextCursor;
  }

  override render() {
    const page = this.#first.value;
    if (!page || page.items.length === 0) return nothing;
    const next = this.cursor === undefined ? page.nextCursor : this.cursor;
    return html`<section aria-labelledby="una">
      <header>
        <h3 id="una">${this.t('unanswered')}</h3>
        <span class="count">${this.t('unanswered.count', { count: page.total })}</span>
      </header>
      <ul>
        ${[...page.items, ...this.more].map((each) => this.renderObjection(each))}
      </ul>
      ${
        next
          ? html`<button class="btn gho sm" type="button" @click=${() => this.handleMore(next)}>
              ${this.t('unanswered.more')}
            </button>`
          : nothing
      }
    </section>`;
  }

  private renderObjection({ evidence, suggestions, kind, call }: Unanswered) {
    const { t, i18n } = this;
    const [best] = suggestions;
    const { name } = evidence.speaker;
    const seconds = (evidence.startMs ?? 0) / 1000;
    return html`<li>
      <p class="quote" dir="auto">${evidence.text}</p>
      <p class="src">
        ${avatar(name, 's20')}<b><bdi>${name}</bdi></b
        ><span>${t(`kind.${kind}`)}</span><span class="trunc">${call.title}</span>
        ${
          evidence.startMs === null
            ? nothing
            : timecode(i18n, seconds, {
                label: t('openAt', { time: i18n.timecode(seconds), name }),
                onOpen: () => this.#cite(evidence),
              })
        }
      </p>
      ${
        best
          ? html`<button class="best" type="button" @click=${() => this.#suggest(best)}>
              ${icon('arrowr', 's14 flip')}<span
                >${t('unanswered.won', { name: best.name, worked: best.worked, judged: best.judged })}</span
              >
            </button>`
          : html`<p class="best t3">${t('unanswered.none')}</p>`
      }
    </li>`;
  }

  #cite(evidence: Evidence): void {
    this.dispatchEvent(new CustomEvent('cv-cite', { detail: evidence }));
  }

  #suggest(rebuttal: Rebuttal): void {
    this.dispatchEvent(new CustomEvent('cv-suggestion', { detail: rebuttal }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cv-unanswered-objections': UnansweredObjections;
  }
}
