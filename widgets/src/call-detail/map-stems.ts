const TILE = 16;
const FARTHEST = 24;

/**
 * Where the letter tiles stand on the map: at their moment, moved apart where they would cover each other. A tile that
 * would have to move too far from its moment gets no place. Moments are in pixels, in reading order.
 */
export function stems(moments: readonly number[], width: number): readonly (number | undefined)[] {
  let free = 0;
  return moments.map((moment) => {
    const wanted = Math.max(TILE / 2 - 1, Math.min(moment, width - TILE / 2 + 1));
    const x = Math.max(wanted, free);
    if (x - wanted > FARTHEST || x > width) return undefined;
    free = x + TILE;
    return Math.round(x * 2) / 2;
  });
}
