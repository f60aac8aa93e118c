import { html, svg, type TemplateResult } from 'lit';

const STEP = 7;
const WIDTH = 5;
const HEIGHT = 14;
/** Beyond this many cases single ticks are too thin to count: two blocks keep the proportion. */
const COUNTABLE = 38;

/** One tick per judged case, those that worked first. */
export function units(worked: number, judged: number, label: string): TemplateResult {
  const width = judged > COUNTABLE ? COUNTABLE * STEP - 2 : judged * STEP - 2;
  return html`<svg
    class="units"
    width=${Math.min(width, 131)}
    height=${HEIGHT}
    viewBox="0 0 ${width} ${HEIGHT}"
    preserveAspectRatio="none"
    role="img"
    aria-label=${label}
  >
    ${judged > COUNTABLE ? blocks(worked / judged, width) : ticks(worked, judged)}
  </svg>`;
}

function ticks(worked: number, judged: number) {
  return Array.from(
    { length: judged },
    (_, index) =>
      svg`<rect class=${index < worked ? 'y' : 'n'} x=${index * STEP} width=${WIDTH} height=${HEIGHT} rx="1.5"></rect>`,
  );
}

function blocks(share: number, width: number) {
  const filled = Math.round(share * width);
  return svg`<rect class="n" width=${width} height=${HEIGHT} rx="1.5"></rect>
    <rect class="y" width=${filled} height=${HEIGHT} rx="1.5"></rect>`;
}
