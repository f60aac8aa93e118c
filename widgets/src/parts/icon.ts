import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { icons, type IconName, type IconShape } from './icons.ts';

export type { IconName } from './icons.ts';

/**
 * Draws an icon. Hidden from assistive technology: the control around it carries the name.
 * `classes` takes `s12`, `s14`, `s20` for the size and `flip` for icons that point along the line of text.
 */
export function icon(name: IconName, classes = ''): TemplateResult {
  const shapes: string | readonly IconShape[] = icons[name];
  return html`<svg class="i ${classes}" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    ${typeof shapes === 'string' ? path({ d: shapes }) : shapes.map(path)}
  </svg>`;
}

function path({ d, paint, width, dash }: IconShape): SVGTemplateResult {
  const filled = paint === 'fill' || paint === 'both';
  return svg`<path
    d=${d}
    class=${paint === 'cut' ? 'cut' : nothing}
    fill=${filled ? 'currentColor' : nothing}
    stroke=${paint === 'fill' ? 'none' : nothing}
    stroke-width=${width ?? nothing}
    stroke-dasharray=${dash ?? nothing}
  ></path>`;
}
