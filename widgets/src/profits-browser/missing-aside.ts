import { html, type TemplateResult } from 'lit';
import type { I18n, Translate } from '../core/i18n.ts';
import { avatar } from '../parts/marks.ts';
import { profitsElements, type Overview, type ProfitsElement } from './elements.ts';
import type { MessageKey } from './messages.en.ts';

/** From so many items on, one colour. */
const MANY = 3;

export interface MissingAsideProps {
  readonly overview: Overview;
  readonly element: ProfitsElement;
  readonly t: Translate<MessageKey>;
  readonly i18n: I18n;
  readonly onCall: (callId: string) => void;
}

/** What the latest calls have and lack, element by element, and one question to ask next. */
export function missingAside(props: MissingAsideProps): TemplateResult {
  const { overview, t } = props;
  return html`<aside class="pm-s" aria-label=${t('missing')}>
    <div class="scroll" tabindex="-1">
      <section class="ps">
        <div class="ps-h">
          <h3>${t('missing')}</h3>
          <span class="grow"></span><span class="xs t3">${t('latest', { count: overview.grid.length })}</span>
        </div>
        ${grid(props)}
      </section>
      <section class="ps">
        <div class="ps-h"><h3>${t('askNext')}</h3></div>
        ${
          overview.missing.length > 0
            ? html`<ul class="asks">
                ${overview.missing.map((each) => question(each, props))}
              </ul>`
            : html`<p class="sm t3">${t('nothingMissing')}</p>`
        }
      </section>
    </div>
  </aside>`;
}

function grid({ overview, element, t, i18n, onCall }: MissingAsideProps) {
  const current = (each: ProfitsElement) => (each === element ? 'cur' : '');
  return html`<table class="cov">
      <caption class="vh">
        ${t('missingTable')}
      </caption>
      <thead>
        <tr>
          <td></td>
          ${profitsElements.map(
            (each) =>
              html`<th scope="col" class=${current(each)}>
                <span aria-hidden="true">${t(`letter.${each}`)}</span><span class="vh">${t(`element.${each}`)}</span>
              </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${overview.grid.map(
          ({ call, counts }) =>
            html`<tr>
              <th scope="row" title=${call.title}>
                <button class="trunc" type="button" dir="auto" @click=${() => onCall(call.id)}>
                  ${shortTitle(call)}
                </button>
              </th>
              ${profitsElements.map((each) => cell(counts[each] ?? 0, current(each), t, i18n))}
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="lgn xs t3" aria-hidden="true">
      <span class="cv0"></span>${t('none')}<span class="cv1"></span>${i18n.number(1)}<span class="cv2"></span
      >${i18n.number(2)}<span class="cv3"></span>${t('threeOrMore', { count: MANY })}
    </p>`;
}

function cell(count: number, look: string, t: Translate<MessageKey>, i18n: I18n) {
  return html`<td class=${look}>
    <span class="cv${Math.min(count, MANY)}"
      >${count > 0 ? i18n.number(count) : html`<span class="vh">${t('noneOf')}</span>`}</span
    >
  </td>`;
}

/** Titles say whom a call was with before the colon: "Alder Foods: pricing review". A client's name would stand there many times. */
const shortTitle = ({ title }: { title: string }) => title.split(': ')[0] ?? title;

function question(
  { call, elements, question: words }: Overview['missing'][number],
  { t, i18n, onCall }: MissingAsideProps,
) {
  const name = shortTitle(call);
  const list = new Intl.ListFormat(i18n.locale, { type: 'unit', style: 'short' });
  return html`<li>
    ${avatar(name)}
    <div>
      <p>
        ${t.rich('nothingOn', {
          name: html`<b><bdi>${name}</bdi></b>`,
          elements: list.format(elements.map((each) => t(`element.${each}`))),
        })}
      </p>
      <p class="askq" dir="auto">${words}</p>
      <p class="src">
        <button class="ask-c" type="button" @click=${() => onCall(call.id)}>
          <span class="vh">${t('openCall')}</span
          ><span class="trunc"
            >${[call.title === name ? '' : call.title, call.startedAt ? i18n.date(call.startedAt) : ''].filter(Boolean).join(', ')}</span
          >
        </button>
      </p>
    </div>
  </li>`;
}
