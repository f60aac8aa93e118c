import { html, nothing, type TemplateResult } from 'lit';
import type { I18n, Translate } from '../core/i18n.ts';
import { icon } from '../parts/icon.ts';
import type { MessageKey } from './messages.en.ts';

export type Density = 'comfortable' | 'compact';

export interface LibraryHeadProps {
  readonly title: string;
  readonly count: number | undefined;
  readonly density: Density;
  readonly t: Translate<MessageKey>;
  readonly i18n: I18n;
  readonly onDensity: (density: Density) => void;
  readonly onFind: () => void;
  readonly onImport: () => void;
  readonly onFiles: (files: File[]) => void;
}

/** Where one is, how many calls there are, and the one primary action. */
export function libraryHead(props: LibraryHeadProps): TemplateResult {
  const { title, count, t, i18n } = props;
  return html`<header class="head" part="head">
    <h2 class="trunc">${title}</h2>
    <span class="count">${count === undefined ? nothing : i18n.number(count)}</span><span class="grow"></span>
    <slot name="head"></slot>
    <span class="h-w"
      ><button class="ib" type="button" aria-label=${t('findIn')} @click=${props.onFind}>
        ${icon('search')}
      </button></span
    >
    <span class="seg sm h-seg" role="group" aria-label=${t('density')}
      >${density('comfortable', props)}${density('compact', props)}</span
    >
    <button class="btn pri" type="button" aria-label=${t('import')} @click=${props.onImport}>
      ${icon('plus')}${t('import')}
    </button>
    <input
      class="pick"
      type="file"
      multiple
      hidden
      @change=${(event: Event) => {
        const input = event.target as HTMLInputElement;
        props.onFiles([...(input.files ?? [])]);
        // The same file may be picked again.
        input.value = '';
      }}
    />
  </header>`;
}

function density(value: Density, { density: current, t, onDensity }: LibraryHeadProps): TemplateResult {
  return html`<button
    type="button"
    aria-pressed=${String(value === current)}
    aria-label=${t(value)}
    data-tip=${t(value)}
    @click=${() => onDensity(value)}
  >
    ${icon(value === 'compact' ? 'table' : 'rows')}
  </button>`;
}
