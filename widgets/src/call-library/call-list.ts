import type { Call } from '@callvault/sdk';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CallVaultElement } from '../core/element.ts';
import type { Translate } from '../core/i18n.ts';
import { cssProps } from '../parts/css-props.ts';
import { RowWindow, type WindowRow } from '../parts/row-window.ts';
import type { CallSort } from './call-filter.ts';
import type { CallPages } from './call-pages.ts';
import { callRow, dayRow } from './call-row.ts';
import { rowsOf, type ListRow } from './call-rows.ts';
import { listAction, type ListAction } from './list-keys.ts';
import { moreNote } from './list-states.ts';
import type { MessageKey } from './messages.en.ts';
import { Selection } from './selection.ts';

export interface CallListHost extends CallVaultElement {
  readonly sort: CallSort;
  /** Where the keyboard stands. */
  current: string | undefined;
}

export interface CallListOptions {
  readonly pages: CallPages;
  readonly t: Translate<MessageKey>;
  readonly onOpen: (call: Call) => void;
  readonly onSelect: (selection: Selection) => void;
}

/** The next page is asked for when so many rows are left below the view. */
const AHEAD = 30;
/** Rows between the bulk bar and the end of the list, so that the bar never covers the last one. */
const ROOM_FOR_BULK = 64;

/** The windowed grid of calls: rows, day heads, the keyboard, and what is selected. */
export class CallList implements ReactiveController {
  selection = new Selection();

  readonly #host: CallListHost;
  readonly #options: CallListOptions;
  readonly #window: RowWindow;
  #rows: ListRow[] = [];
  #madeFrom: readonly unknown[] = [];
  #sizes = { call: 60, day: 34, more: 60 };
  #focusPending = false;

  constructor(host: CallListHost, options: CallListOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
    this.#window = new RowWindow(host, {
      scroller: () => host.renderRoot.querySelector<HTMLElement>('.scroll'),
      sizeOf: (index) => this.#sizes[this.#rows[index]?.kind ?? 'call'],
      isHead: (index) => this.#rows[index]?.kind === 'day',
      kept: () => this.#indexOf(this.current?.id),
    });
  }

  /** The call the keyboard stands on; the first one until it has moved. */
  get current(): Call | undefined {
    const { calls } = this.#options.pages;
    return calls.find(({ id }) => id === this.#host.current) ?? calls[0];
  }

  get selectedCalls(): Call[] {
    return this.#options.pages.calls.filter(({ id }) => this.selection.has(id));
  }

  select(selection: Selection): void {
    this.selection = selection;
    this.#options.onSelect(selection);
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const { pages } = this.#options;
    const from = [pages.calls, pages.hasMore, this.#host.sort, this.#host.i18n];
    if (from.every((value, index) => value === this.#madeFrom[index])) return;
    if (from[0] !== this.#madeFrom[0] && this.selection.size > 0) {
      const left = this.selection.within(new Set(pages.calls.map(({ id }) => id)));
      if (left.size !== this.selection.size) this.select(left);
    }
    this.#madeFrom = from;
    this.#rows = rowsOf(pages.calls, this.#host.sort, pages.hasMore, this.#host.i18n);
    this.#window.layout(this.#rows.length);
  }

  hostUpdated(): void {
    this.#measure();
    if (this.#focusPending) {
      this.#focusPending = false;
      this.#row(this.current?.id)?.focus({ preventScroll: true });
    }
    const last = this.#window.rows.at(-1)?.index ?? 0;
    const { pages } = this.#options;
    if (pages.hasMore && pages.moreError === undefined && last >= this.#rows.length - AHEAD) void pages.more();
  }

  /** Does what a key asked for; `extend` when Shift was held. */
  act(action: ListAction, extend: boolean): void {
    const { current } = this;
    const order = this.#options.pages.calls.map(({ id }) => id);
    const at = current ? order.indexOf(current.id) : -1;
    if (!current) return;
    if (action === 'open') this.#options.onOpen(current);
    else if (action === 'all') this.select(new Selection(order));
    else if (action === 'toggle')
      this.select(extend ? this.selection.extendedTo(current.id, order) : this.selection.toggled(current.id));
    else {
      const id = order[this.#target(action, at, order.length)];
      if (id === undefined) return;
      if (extend) this.select(this.#from(current.id).extendedTo(id, order));
      this.moveTo(id);
    }
  }

  /** Puts the keyboard on a call and brings it into view. */
  moveTo(id: string): void {
    this.#host.current = id;
    this.#focusPending = true;
    this.#window.reveal(this.#indexOf(id));
    this.#host.requestUpdate();
  }

  readonly handleClick = (event: MouseEvent): void => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('.call') : null;
    const call = this.#options.pages.calls.find(({ id }) => id === row?.dataset['id']);
    if (!call) return;
    const onBox = event.target instanceof Element && event.target.closest('.c-cb') !== null;
    this.#host.current = call.id;
    if (event.shiftKey)
      this.select(
        this.selection.extendedTo(
          call.id,
          this.#options.pages.calls.map(({ id }) => id),
        ),
      );
    else if (onBox || event.ctrlKey || event.metaKey) this.select(this.selection.toggled(call.id));
    else this.#options.onOpen(call);
    // Shift+click would mark text on its way.
    if (event.shiftKey) getSelection()?.removeAllRanges();
  };

  readonly handleKeydown = (event: KeyboardEvent): void => {
    const action = listAction(event);
    if (action === undefined || action === 'find' || action === 'escape') return;
    event.preventDefault();
    this.act(action, event.shiftKey);
  };

  readonly handleFocusin = (event: FocusEvent): void => {
    const id = event.target instanceof Element ? event.target.closest<HTMLElement>('.call')?.dataset['id'] : undefined;
    if (id !== undefined && id !== this.#host.current) this.#host.current = id;
  };

  render(label: string): TemplateResult {
    const room = this.selection.size > 0 ? ROOM_FOR_BULK : 8;
    return html`<div
      class="scroll"
      role="grid"
      aria-label=${label}
      aria-multiselectable="true"
      aria-rowcount=${this.#options.pages.hasMore ? -1 : this.#rows.length}
      @click=${this.handleClick}
      @keydown=${this.handleKeydown}
      @focusin=${this.handleFocusin}
    >
      <div class="list" role="rowgroup" ${cssProps({ height: `${this.#window.size + room}px` })}>
        ${repeat(
          this.#window.rows,
          ({ index }) => this.#rows[index]?.key ?? index,
          (row) => this.#renderRow(row),
        )}
      </div>
    </div>`;
  }

  #renderRow({ index, start, isStuck }: WindowRow) {
    const row = this.#rows[index];
    const { pages, t } = this.#options;
    const context = { t, i18n: this.#host.i18n };
    if (row?.kind === 'day')
      return dayRow(row.day, pages.totals?.days.get(row.day ?? ''), { start, isStuck, position: index + 1 }, context);
    if (row?.kind === 'more')
      return html`<div class="end-row" role="row" ${cssProps({ top: `${start}px` })}>
        <div role="gridcell">${moreNote(pages, t)}</div>
      </div>`;
    if (row?.kind !== 'call') return nothing;
    const { call } = row;
    return callRow(
      call,
      {
        start,
        position: index + 1,
        isSelected: this.selection.has(call.id),
        isCurrent: call.id === this.current?.id,
      },
      context,
    );
  }

  /** A range goes from where the keyboard stood when nothing was selected yet. */
  #from(id: string): Selection {
    return this.selection.size === 0 ? this.selection.toggled(id) : this.selection;
  }

  #target(action: ListAction, at: number, count: number): number {
    const page = Math.max(1, Math.floor((this.#scrollerHeight - this.#sizes.day) / this.#sizes.call) - 1);
    const steps: Partial<Record<ListAction, number>> = {
      next: at + 1,
      previous: at - 1,
      first: 0,
      last: count - 1,
      pageDown: at + page,
      pageUp: at - page,
    };
    return Math.max(0, Math.min(count - 1, steps[action] ?? at));
  }

  get #scrollerHeight(): number {
    return this.#host.renderRoot.querySelector<HTMLElement>('.scroll')?.clientHeight ?? 0;
  }

  #indexOf(id: string | undefined): number {
    return id === undefined ? -1 : this.#rows.findIndex((row) => row.kind === 'call' && row.call.id === id);
  }

  #row(id: string | undefined): HTMLElement | undefined {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>('.call')].find((row) => row.dataset['id'] === id);
  }

  /** Width and density decide how high a row is; all rows of a kind are alike, so one of each is enough. */
  #measure(): void {
    const height = (selector: string) => this.#host.renderRoot.querySelector<HTMLElement>(selector)?.offsetHeight;
    const call = height('.call') ?? this.#sizes.call;
    const day = height('.day') ?? this.#sizes.day;
    if ((call === this.#sizes.call && day === this.#sizes.day) || call === 0) return;
    this.#sizes = { call, day, more: 60 };
    this.#window.layout(this.#rows.length);
    this.#host.requestUpdate();
  }
}
