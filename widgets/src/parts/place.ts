/** Where a floating panel goes relative to its anchor. It flips and shifts to stay in view. */
export interface Placement {
  readonly side?: 'below' | 'above' | 'beside';
  readonly align?: 'start' | 'end' | 'center';
  /** Pixels between anchor and panel. */
  readonly gap?: number;
}

const EDGE = 8;

/**
 * Moves an open top-layer panel beside its anchor. Sizes go through CSSOM, which a strict CSP allows; a style attribute
 * in markup it doesn't. Returns the side that was used.
 */
export function place(panel: HTMLElement, anchor: Element, placement: Placement = {}): 'below' | 'above' | 'beside' {
  const { side = 'below', align = 'start', gap = 6 } = placement;
  panel.style.removeProperty('--cv-pop-room');
  const at = anchor.getBoundingClientRect();
  const size = { width: panel.offsetWidth, height: panel.offsetHeight };
  const rtl = getComputedStyle(anchor).direction === 'rtl';
  const room = { below: innerHeight - at.bottom - gap - EDGE, above: at.top - gap - EDGE };

  if (side === 'beside') {
    const after = rtl ? at.left - gap - size.width : at.right + gap;
    const before = rtl ? at.right + gap : at.left - gap - size.width;
    const fits = after >= EDGE && after + size.width <= innerWidth - EDGE;
    move(panel, fits ? after : before, at.top, size);
    return 'beside';
  }
  const other = side === 'below' ? 'above' : 'below';
  const used = size.height > room[side] && room[other] > room[side] ? other : side;
  panel.style.setProperty('--cv-pop-room', `${Math.max(120, room[used])}px`);
  const height = Math.min(size.height, Math.max(120, room[used]));
  const start = rtl ? at.right - size.width : at.left;
  const end = rtl ? at.left : at.right - size.width;
  const x = align === 'center' ? at.left + (at.width - size.width) / 2 : align === 'start' ? start : end;
  move(panel, x, used === 'below' ? at.bottom + gap : at.top - gap - height, { ...size, height });
  return used;
}

function move(panel: HTMLElement, x: number, y: number, size: { width: number; height: number }): void {
  const inside = (value: number, length: number, extent: number) =>
    Math.round(Math.max(EDGE, Math.min(value, extent - length - EDGE)));
  panel.style.setProperty('left', `${inside(x, size.width, innerWidth)}px`);
  panel.style.setProperty('top', `${inside(y, size.height, innerHeight)}px`);
}
