/** A range of a text with what it means. */
export interface Layer<Meaning> {
  readonly from: number;
  readonly to: number;
  readonly meaning: Meaning;
}

/** A stretch of text on which the same things hold. */
export interface Piece<Meaning> {
  readonly text: string;
  readonly from: number;
  readonly meanings: readonly Meaning[];
}

/**
 * Cuts `text` wherever a layer begins or ends, so that overlapping layers can all be drawn. The pieces joined give the
 * text back. Layers that reach outside of it are cut off, empty ones ignored.
 */
export function cutText<Meaning>(text: string, layers: readonly Layer<Meaning>[]): readonly Piece<Meaning>[] {
  const inside = layers
    .map(({ from, to, meaning }) => ({ from: Math.max(0, from), to: Math.min(text.length, to), meaning }))
    .filter(({ from, to }) => from < to);
  const cuts = [...new Set([0, text.length, ...inside.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, at) => ({
    text: text.slice(from, cuts[at + 1]),
    from,
    meanings: inside.filter((layer) => layer.from <= from && from < layer.to).map(({ meaning }) => meaning),
  }));
}
