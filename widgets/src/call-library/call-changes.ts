import type { Call, CallVault, Folder, TagRef } from '@callvault/sdk';
import type { Translate } from '../core/i18n.ts';
import type { ToastContent } from '../parts/toast.ts';
import type { CallPages } from './call-pages.ts';
import type { LateMessageKey } from './late-messages.en.ts';
import { outcomeName } from './outcomes.ts';
import { reasonOf } from './reason.ts';
import type { TagChoice } from './tag-picker.ts';

type Change = Parameters<CallVault['calls']['bulkUpdate']>[0]['change'];

export interface ChangesHost {
  readonly vault: () => CallVault | undefined;
  readonly pages: CallPages;
  readonly t: Translate<LateMessageKey>;
  readonly say: (content: ToastContent) => void;
}

/** What the bulk bar does: shown at once, put back with a word when the API refuses, undone from the toast. */
export class CallChanges {
  readonly #host: ChangesHost;

  constructor(host: ChangesHost) {
    this.#host = host;
  }

  /** Puts a tag on, makes it first where it is new, or takes it off. */
  async tag(ids: ReadonlySet<string>, { id, name, color, remove }: TagChoice): Promise<void> {
    const { t } = this.#host;
    const ref = { id: id ?? `new:${name}`, name, color, isSystem: false };
    await this.#apply(
      ids,
      (call) => ({ ...call, tags: remove ? call.tags.filter((tag) => tag.id !== ref.id) : withTag(call.tags, ref) }),
      async () => {
        const tagId = id ?? (await this.#vault.tags.create({ name })).id;
        return this.#update(ids, remove ? { removeTagIds: [tagId] } : { addTagIds: [tagId] });
      },
      (count) => t(remove ? 'done.untagged' : 'done.tagged', { count, name }),
    );
  }

  /** Puts the calls into a folder, and out of the one that is shown. */
  async move(ids: ReadonlySet<string>, to: Folder, from: string | undefined): Promise<void> {
    const change = { addFolderIds: [to.id], ...(from === undefined ? {} : { removeFolderIds: [from] }) };
    await this.#apply(
      ids,
      (call) => (from === undefined ? { ...call, folderIds: [...new Set([...call.folderIds, to.id])] } : null),
      () => this.#update(ids, change),
      (count) => this.#host.t('done.moved', { count, name: to.name }),
    );
  }

  async setOutcome(ids: ReadonlySet<string>, outcome: string | null): Promise<void> {
    const { t } = this.#host;
    await this.#apply(
      ids,
      (call) => ({ ...call, outcome }),
      () => this.#update(ids, { outcome }),
      (count) => t('done.outcome', { count, name: outcomeName(outcome, t) }),
    );
  }

  /** To the bin, for 30 days. */
  async delete(ids: ReadonlySet<string>): Promise<void> {
    await this.#apply(
      ids,
      () => null,
      () => this.#vault.calls.delete([...ids]),
      (count) => this.#host.t('done.deleted', { count }),
    );
  }

  /** Starts a job; it changes nothing in the list. */
  async extractProfits(ids: ReadonlySet<string>): Promise<void> {
    const { t, say } = this.#host;
    try {
      const { calls } = await this.#vault.profits.extract({ callIds: [...ids], force: false });
      say({ text: t('done.extract', { count: calls }) });
    } catch (error) {
      this.#refuse('undone.extract', error, () => this.extractProfits(ids));
    }
  }

  get #vault(): CallVault {
    const vault = this.#host.vault();
    if (!vault) throw new Error('There is no API client.');
    return vault;
  }

  #update(ids: ReadonlySet<string>, change: Change) {
    return this.#vault.calls.bulkUpdate({ callIds: [...ids], change });
  }

  async #apply(
    ids: ReadonlySet<string>,
    show: (call: Call) => Call | null,
    send: () => Promise<{ changed: number; undo: string }>,
    done: (count: number) => string,
  ): Promise<void> {
    const { pages, t, say } = this.#host;
    const putBack = pages.change(ids, show);
    try {
      const { changed, undo } = await send();
      say({ text: done(changed), action: { label: t('undo'), run: () => void this.#undo(undo, putBack) } });
    } catch (error) {
      putBack();
      this.#refuse('undone.change', error, () => this.#apply(ids, show, send, done));
    }
  }

  async #undo(undo: string, putBack: () => void): Promise<void> {
    const { pages, t, say } = this.#host;
    try {
      const { changed } = await this.#vault.calls.undo(undo);
      putBack();
      say({ text: t('done.undone', { count: changed }) });
      await pages.refresh();
    } catch (error) {
      this.#refuse('undone.undo', error, () => this.#undo(undo, putBack));
    }
  }

  #refuse(key: 'undone.change' | 'undone.extract' | 'undone.undo', error: unknown, again: () => Promise<void>): void {
    const { t, say } = this.#host;
    const text = t(key, { reason: reasonOf(error) }).trim();
    say({ text, tone: 'bad', action: { label: t('retry'), run: () => void again() } });
  }
}

/** The API keeps two; what it makes of a third shows after the next load. */
function withTag(tags: readonly TagRef[], tag: TagRef): TagRef[] {
  return tags.some(({ id }) => id === tag.id) ? [...tags] : [...tags, tag].slice(0, 2);
}
