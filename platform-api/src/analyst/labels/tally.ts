export interface Score {
  found: number;
  labelled: number;
  precision: number;
  recall: number;
  f1: number;
}

/** Counts of finds against labels, over many calls. */
export class Tally {
  private right = 0;
  private found = 0;
  private labelled = 0;

  /** Pairs each label with the first free find that fits, better fits before looser ones; returns the pairs. */
  add<Label, Found>(
    labels: readonly Label[],
    finds: readonly Found[],
    ...fits: ((label: Label, found: Found) => boolean)[]
  ): [Label, Found][] {
    const free = new Set(finds);
    const open = new Set(labels);
    const pairs: [Label, Found][] = [];
    for (const isFit of fits) {
      for (const label of open) {
        const match = [...free].find((found) => isFit(label, found));
        if (match === undefined) continue;
        free.delete(match);
        open.delete(label);
        pairs.push([label, match]);
      }
    }
    this.right += pairs.length;
    this.found += finds.length;
    this.labelled += labels.length;
    return pairs;
  }

  score(): Score {
    const { right, found, labelled } = this;
    return {
      found,
      labelled,
      precision: ratio(right, found),
      recall: ratio(right, labelled),
      f1: ratio(2 * right, found + labelled),
    };
  }
}

/** How often something was right. */
export class Share {
  private right = 0;
  private all = 0;

  add(isRight: boolean): void {
    this.all++;
    if (isRight) this.right++;
  }

  value(): number {
    return ratio(this.right, this.all);
  }
}

const ratio = (a: number, b: number): number => (b ? Math.round((1000 * a) / b) / 1000 : 0);
