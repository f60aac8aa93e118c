import type { Participant } from '@callvault/sdk';
import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { base } from '../core/base.styles.ts';
import { CallVaultElement } from '../core/element.ts';
import { translator } from '../core/i18n.ts';
import { avatars } from '../parts/avatars.styles.ts';
import { avatar } from '../parts/marks.ts';
import { messages } from './messages.en.ts';
import { panel } from './panel.styles.ts';
import { peoplePanel } from './people-panel.styles.ts';

/** Who was there and how much of the words was theirs. Private to `cv-call-detail`. */
export class PeoplePanel extends CallVaultElement {
  static override readonly tag = 'cv-call-people';
  static override styles = [base, avatars, panel, peoplePanel];

  @property({ attribute: false }) accessor participants: readonly Participant[] = [];

  private readonly t = translator(this, 'call-detail', messages);

  override render() {
    const people = [...this.participants].sort((a, b) => b.talkShare - a.talkShare);
    const most = Math.max(...people.map(({ talkShare }) => talkShare), 0.01);
    return html`<section class="ps">
      <div class="ps-h">
        <h2>${this.t('view.people')}</h2>
        <span class="count">${this.t('talkShares')}</span>
      </div>
      ${
        people.length === 0
          ? html`<p class="none">${this.t('noPeople')}</p>`
          : html`<ul class="people">
              ${people.map((person) => this.renderPerson(person, most))}
            </ul>`
      }
    </section>`;
  }

  private renderPerson({ name, title, email, side, talkShare }: Participant, most: number) {
    return html`<li>
      ${avatar(name)}
      <div class="name">
        <b><bdi>${name}</bdi></b>
        ${title || email ? html`<small><bdi>${title ?? email}</bdi></small>` : nothing}
      </div>
      <span class="num">${this.i18n.percent(talkShare)}</span>
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="bg" width="100" height="4"></rect>
        <rect class=${side === 'us' ? 'u' : 't'} width=${Math.round((talkShare / most) * 100)} height="4"></rect>
      </svg>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cv-call-people': PeoplePanel;
  }
}
