import type { Folder } from '@callvault/sdk';
import { html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { base } from '../core/base.styles.ts';
import { define } from '../core/define.ts';
import { CallVaultElement } from '../core/element.ts';
import { translator } from '../core/i18n.ts';
import { buttons } from '../parts/buttons.styles.ts';
import type { Dialog } from '../parts/dialog.ts';
import { fields } from '../parts/fields.styles.ts';
import { frame } from '../parts/frame.styles.ts';
import { icon, type IconName } from '../parts/icon.ts';
import { RovingTabindexController } from '../parts/roving-tabindex.ts';
import { folderRail } from './folder-rail.styles.ts';
import { messages } from './messages.en.ts';

/** What the rail can show: everything, the bin, or a folder by its id. */
export type Place = 'all' | 'bin' | { readonly folderId: string };

/**
 * The folders at the side of the list, up to three levels deep.
 *
 * @fires {CustomEvent<Place>} cv-place - A place was picked. Stays private.
 * @fires {CustomEvent<string>} cv-folder-make - The name of a folder to make. Stays private.
 * @fires {CustomEvent} cv-retry - Load the folders again. Stays private.
 */
export class FolderRail extends CallVaultElement {
  static override readonly tag = 'cv-call-folder-rail';
  static override styles = [base, buttons, fields, frame, folderRail];

  @property({ attribute: false }) accessor folders: readonly Folder[] = [];
  @property({ attribute: false }) accessor place: Place = 'all';
  @property({ type: Number }) accessor total: number | undefined;
  @property({ type: Boolean }) accessor hasFailed = false;

  @state() private accessor unfolded: ReadonlySet<string> = new Set();

  @query('cv-dialog') private accessor dialog!: Dialog;
  @query('input') private accessor nameInput!: HTMLInputElement;

  private readonly t = translator(this, 'call-library', messages);
  readonly #roving = new RovingTabindexController(this, {
    items: () => [...this.renderRoot.querySelectorAll<HTMLElement>('.tree button.row')],
    orientation: 'vertical',
    loop: false,
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('place') && !changed.has('folders')) return;
    // The picked folder is in view, so its parents are open.
    if (typeof this.place !== 'object') return;
    const open = new Set(this.unfolded);
    let parent = this.#folder(this.place.folderId)?.parentId;
    while (parent) {
      open.add(parent);
      parent = this.#folder(parent)?.parentId;
    }
    this.unfolded = open;
  }

  #folder(id: string): Folder | undefined {
    return this.folders.find((folder) => folder.id === id);
  }

  private isCurrent(id: string): boolean {
    return typeof this.place === 'object' && this.place.folderId === id;
  }

  private pick(place: Place): void {
    this.dispatchEvent(new CustomEvent('cv-place', { detail: place }));
  }

  private fold(id: string, open = !this.unfolded.has(id)): void {
    const unfolded = new Set(this.unfolded);
    if (open) unfolded.add(id);
    else unfolded.delete(id);
    this.unfolded = unfolded;
  }

  private handleKeydown(event: KeyboardEvent): void {
    this.#roving.handleKeydown(event);
    const id = event.target instanceof HTMLElement ? event.target.dataset['folder'] : undefined;
    if (id === undefined || (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft')) return;
    event.preventDefault();
    const rtl = getComputedStyle(this).direction === 'rtl';
    this.fold(id, (event.key === 'ArrowRight') !== rtl);
  }

  private async handleNew(): Promise<void> {
    const { Dialog } = await import('../parts/dialog.ts');
    define(Dialog);
    await this.dialog.show();
    this.nameInput.focus();
  }

  private handleMake(event: SubmitEvent): void {
    event.preventDefault();
    const name = this.nameInput.value.trim();
    if (!name) return;
    this.dispatchEvent(new CustomEvent('cv-folder-make', { detail: name }));
    this.nameInput.value = '';
    this.dialog.close();
  }

  override render() {
    return html`<nav
        class="rail"
        aria-label=${this.t('folders')}
        @keydown=${this.handleKeydown}
        @focusin=${this.#roving.handleFocusin}
      >
        <div class="tree">
          ${this.renderPlace('calls', this.t('allCalls'), 'all', this.total)}
          ${this.renderPlace('trash', this.t('bin'), 'bin', undefined)}
        </div>
        <div class="tree">
          <h3>
            ${this.t('folders')}<button
              class="ib xs"
              type="button"
              aria-label=${this.t('newFolder')}
              data-tip=${this.t('newFolder')}
              @click=${this.handleNew}
            >
              ${icon('plus')}
            </button>
          </h3>
          ${this.hasFailed ? this.renderFailure() : this.renderChildren(null)}
        </div>
      </nav>
      ${this.renderDialog()}`;
  }

  private renderPlace(name: IconName, label: string, place: 'all' | 'bin', count: number | undefined) {
    return html`<button
      class="row"
      type="button"
      aria-current=${this.place === place ? 'true' : nothing}
      @click=${() => this.pick(place)}
    >
      ${icon(name)}<span>${label}</span>${count === undefined ? nothing : html`<em>${this.i18n.number(count)}</em>`}
    </button>`;
  }

  private renderChildren(parentId: string | null): unknown {
    return this.folders
      .filter((folder) => folder.parentId === parentId && !folder.isHidden)
      .map((folder) => this.renderFolder(folder));
  }

  private renderFolder(folder: Folder): unknown {
    const { id, name, color, depth, calls } = folder;
    const hasChildren = this.folders.some(({ parentId, isHidden }) => parentId === id && !isHidden);
    const isOpen = this.unfolded.has(id);
    return html`<div class="line l${depth}">
        ${
          hasChildren
            ? html`<button
                class="fold"
                type="button"
                tabindex="-1"
                aria-expanded=${String(isOpen)}
                aria-label=${this.t(isOpen ? 'fold' : 'unfold', { name })}
                @click=${() => this.fold(id)}
              >
                ${icon(isOpen ? 'down' : 'right', 's12 flip')}
              </button>`
            : nothing
        }
        <button
          class="row"
          type="button"
          data-folder=${id}
          aria-current=${this.isCurrent(id) ? 'true' : nothing}
          title=${name}
          @click=${() => this.pick({ folderId: id })}
        >
          ${icon('folder', color && depth === 1 ? `fc${color}` : '')}<span>${name}</span
          ><em>${this.i18n.number(calls)}</em>
        </button>
      </div>
      ${hasChildren && isOpen ? this.renderChildren(id) : nothing}`;
  }

  private renderFailure() {
    return html`<p class="quiet">
      ${this.t('partial.folders')}
      <button class="link" type="button" @click=${() => this.dispatchEvent(new CustomEvent('cv-retry'))}>
        ${this.t('retry')}
      </button>
    </p>`;
  }

  private renderDialog() {
    return html`<cv-dialog heading=${this.t('newFolder')}>
      <form id="folder" @submit=${this.handleMake}>
        <label class="field req"
          ><input required maxlength="120" aria-label=${this.t('folderName')} placeholder=${this.t('folderName')}
        /></label>
      </form>
      <button slot="actions" class="btn gho" type="button" @click=${() => this.dialog.close()}>
        ${this.t('cancel')}
      </button>
      <button slot="actions" class="btn pri" type="submit" form="folder">${this.t('makeFolder')}</button>
    </cv-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cv-call-folder-rail': FolderRail;
  }
}
