import type { SpeechStrip } from '@callvault/sdk';
import { html, svg, type TemplateResult } from 'lit';

export { avatar } from './avatar.ts';
export { letter, quote, strength, timecode } from './evidence-marks.ts';

/** A tag with its square of colour, 1 to 8. Styles: `tags`. */
export function tag(label: string, colour: number): TemplateResult {
  return html`<span class="tag c${colour}">${label}</span>`;
}

/** A thin bar, `share` from 0 to 1. Styles: `states`. */
export function progress(share: number, label: string): TemplateResult {
  const percent = Math.round(Math.max(0, Math.min(1, share)) * 100);
  return html`<svg class="prog" viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-label=${label}>
    <rect class="bg" width="100" height="4"></rect>
    <rect class="fg" width=${percent} height="4"></rect>
  </svg>`;
}

export interface StripOptions {
  /** Pixels. Default 24. */
  readonly height?: number;
  /** Places to tick, as a share of the length, 0 to 1. */
  readonly ticks?: readonly number[];
}

/**
 * The speech strip: who talked when. One number from 0 to 1 per bar and side, ours above the line, theirs below.
 * Two paths, however many bars. Styles: `strip`.
 */
export function speechStrip(strip: SpeechStrip, { height = 24, ticks = [] }: StripOptions = {}): TemplateResult {
  const width = Math.max(1, Math.max(strip.us.length, strip.them.length) * 3 - 1);
  return html`<svg class="strip" viewBox="0 0 ${width} ${height}" width=${width} height=${height} aria-hidden="true">
    <path class="u" d=${bars(strip.us, height / 2, -1)}></path>
    <path class="t" d=${bars(strip.them, height / 2, 1)}></path>
    ${ticks.map((at) => svg`<path class="tick" d="M${round(at * width)} 0V${height}"></path>`)}
  </svg>`;
}

/** Vertical lines two pixels wide; their round caps add a pixel at both ends. */
function bars(values: readonly number[], middle: number, direction: 1 | -1): string {
  const reach = middle - 1;
  return values
    .map((value, index) => {
      if (value <= 0) return '';
      const length = Math.max(0.5, Math.min(1, value) * reach - 2);
      return `M${index * 3 + 1} ${middle + direction}v${round(direction * length)}`;
    })
    .join('');
}

const round = (value: number): number => Math.round(value * 100) / 100;
