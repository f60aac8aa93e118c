import { html, nothing, type TemplateResult } from 'lit';
import type { Translate } from '../core/i18n.ts';
import { icon } from '../parts/icon.ts';
import type { ObjectionKind } from './kinds.ts';
import type { MessageKey } from './messages.en.ts';

export interface FindReplyProps {
  readonly objection: string;
  readonly kind: ObjectionKind | undefined;
  /** Kinds the objection reads as, likeliest first. */
  readonly readsAs: readonly ObjectionKind[];
  readonly t: Translate<MessageKey>;
  readonly onObjection: (objection: string) => void;
  readonly onClear: () => void;
  readonly onKind: (kind: ObjectionKind | undefined) => void;
}

/** The field for what the buyer said, with the kinds it reads as. */
export function findReply(props: FindReplyProps): TemplateResult {
  const { objection, kind, readsAs, t, onKind } = props;
  return html`<div class="find" part="find">
    <div class="field lg">
      ${icon('quote', 's20')}<input
        type="search"
        dir="auto"
        enterkeyhint="search"
        maxlength="500"
        placeholder=${t('ask')}
        aria-label=${t('ask')}
        .value=${objection}
        @input=${(event: InputEvent) => props.onObjection((event.target as HTMLInputElement).value)}
      />
      ${
        objection && readsAs.length > 0
          ? html`<span class="find-k" role="group" aria-label=${t('readsAs')}
              ><span class="xs t3" aria-hidden="true">${t('readsAs')}</span>${readsAs.map(
                (each) =>
                  html`<button
                    class="chip pick ${each === kind ? 'on' : ''}"
                    type="button"
                    aria-pressed=${String(each === kind)}
                    @click=${() => onKind(each === kind ? undefined : each)}
                  >
                    ${t(`kind.${each}`)}
                  </button>`,
              )}</span
            >`
          : nothing
      }
      ${
        objection
          ? html`<button class="ib sm" type="button" aria-label=${t('clear')} @click=${props.onClear}>
              ${icon('x')}
            </button>`
          : nothing
      }
    </div>
  </div>`;
}
