import type { Call, Folder } from '@callvault/sdk';
import { html } from 'lit';
import { property, query } from 'lit/decorators.js';
import { base } from '../core/base.styles.ts';
import { CallVaultElement } from '../core/element.ts';
import { translator } from '../core/i18n.ts';
import { Menu } from '../parts/menu.ts';
import type { CallFilter, CallSort, FilterField } from './call-filter.ts';
import { FilterMenu } from './filter-menu.ts';
import { folderItems, outcomeItems, sortItems } from './library-menus.ts';
import { lateMessages } from './late-messages.en.ts';
import { TagPicker } from './tag-picker.ts';

const ABOVE = { side: 'above', align: 'center', gap: 12 } as const;
const AT_END = { align: 'end' } as const;

/**
 * Everything that opens over the library. Its code is loaded after the list has been drawn.
 *
 * @fires {CustomEvent<CallFilter>} cv-filter - Stays private, like the others.
 * @fires {CustomEvent<CallSort>} cv-sort
 * @fires {CustomEvent<TagChoice>} cv-tag-choice
 * @fires {CustomEvent<Folder>} cv-move
 * @fires {CustomEvent<string | null>} cv-outcome
 */
export class CallOverlays extends CallVaultElement {
  static override readonly tag = 'cv-call-overlays';
  static override readonly uses = [Menu, FilterMenu, TagPicker];
  static override styles = [base];

  @property({ attribute: false }) accessor filter: CallFilter = {};
  @property({ attribute: false }) accessor sort: CallSort = 'newest';
  @property({ attribute: false }) accessor folders: readonly Folder[] = [];
  /** The folder that is shown: calls cannot be moved to where they are. */
  @property({ attribute: false }) accessor from: string | undefined;
  /** The calls that are selected. */
  @property({ attribute: false }) accessor calls: readonly Call[] = [];

  @query('cv-call-filter-menu') private accessor filterMenu!: FilterMenu;
  @query('cv-call-tag-picker') private accessor tagPicker!: TagPicker;
  @query('#sort') private accessor sortMenu!: Menu;
  @query('#move') private accessor moveMenu!: Menu;
  @query('#outcome') private accessor outcomeMenu!: Menu;

  private readonly t = translator(this, 'call-library', lateMessages);

  editFilter(anchor: Element, field?: FilterField): void {
    if (field) void this.filterMenu.show(anchor, field);
    else this.filterMenu.toggle(anchor);
  }

  pickSort(anchor: Element): void {
    this.sortMenu.toggle(anchor);
  }

  pickTag(anchor: Element): void {
    this.tagPicker.toggle(anchor);
  }

  pickFolder(anchor: Element): void {
    this.moveMenu.toggle(anchor);
  }

  pickOutcome(anchor: Element): void {
    this.outcomeMenu.toggle(anchor);
  }

  private tell(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  override render() {
    const { t } = this;
    return html`<cv-call-filter-menu
        .filter=${this.filter}
        .folders=${this.folders}
        @cv-filter=${({ detail }: CustomEvent<CallFilter>) => this.tell('cv-filter', detail)}
      ></cv-call-filter-menu>
      <cv-call-tag-picker
        .calls=${this.calls}
        @cv-tag-choice=${({ detail }: CustomEvent<unknown>) => this.tell('cv-tag-choice', detail)}
      ></cv-call-tag-picker>
      <cv-menu
        id="sort"
        label=${t('sort')}
        .items=${sortItems(this.sort, t)}
        .placement=${AT_END}
        @cv-menu-select=${({ detail }: CustomEvent<string>) => this.tell('cv-sort', detail)}
      ></cv-menu>
      <cv-menu
        id="move"
        label=${t('move')}
        .items=${folderItems(this.folders, this.from)}
        .placement=${ABOVE}
        @cv-menu-select=${({ detail }: CustomEvent<string>) =>
          this.tell(
            'cv-move',
            this.folders.find(({ id }) => id === detail),
          )}
      ></cv-menu>
      <cv-menu
        id="outcome"
        label=${t('outcome')}
        .items=${outcomeItems(t)}
        .placement=${ABOVE}
        @cv-menu-select=${({ detail }: CustomEvent<string>) =>
          this.tell('cv-outcome', detail === 'none' ? null : detail)}
      ></cv-menu>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cv-call-overlays': CallOverlays;
  }
}
