/** Which calls are selected, and from where a range goes. Immutable. */
export class Selection {
  readonly ids: ReadonlySet<string>;
  readonly #anchor: string | undefined;

  constructor(ids: Iterable<string> = [], anchor?: string) {
    this.ids = new Set(ids);
    this.#anchor = anchor;
  }

  get size(): number {
    return this.ids.size;
  }

  has(id: string): boolean {
    return this.ids.has(id);
  }

  /** Adds the call or takes it out; ranges go from here on. */
  toggled(id: string): Selection {
    const ids = new Set(this.ids);
    if (!ids.delete(id)) ids.add(id);
    return new Selection(ids, id);
  }

  /** Everything between the anchor and `id` in the order shown. Keeps what was selected elsewhere. */
  extendedTo(id: string, order: readonly string[]): Selection {
    const anchor = this.#anchor !== undefined && order.includes(this.#anchor) ? this.#anchor : id;
    const [from, to] = [order.indexOf(anchor), order.indexOf(id)].sort((one, other) => one - other);
    return new Selection([...this.ids, ...order.slice(from, (to ?? 0) + 1)], anchor);
  }

  /** Without calls that are gone. */
  within(present: ReadonlySet<string>): Selection {
    return new Selection(
      [...this.ids].filter((id) => present.has(id)),
      this.#anchor,
    );
  }
}
