import type { Body, CallVault, Rebuttal } from '@callvault/sdk';
import type { Translate } from '../core/i18n.ts';
import type { ToastContent } from '../parts/toast.ts';
import { reasonOf } from '../call-library/reason.ts';
import type { MessageKey } from './messages.en.ts';

type Change = Pick<Body<'rebuttals.update'>, 'isPinned' | 'isRetired'>;

export interface ChangesHost {
  readonly vault: CallVault | undefined;
  readonly t: Translate<MessageKey>;
  readonly say: (content: ToastContent) => void;
  readonly draw: () => void;
}

/** Pins and retires: shown at once, put back with a word when the API refuses. */
export class RebuttalChanges {
  readonly #host: () => ChangesHost;
  readonly #changed = new Map<string, Partial<Rebuttal>>();

  constructor(host: () => ChangesHost) {
    this.#host = host;
  }

  /** The reply as the user left it. */
  applied(rebuttal: Rebuttal): Rebuttal {
    const change = this.#changed.get(rebuttal.id);
    return change ? { ...rebuttal, ...change } : rebuttal;
  }

  /** Shows a reply as the API answered it. */
  keep(rebuttal: Rebuttal): void {
    this.#changed.set(rebuttal.id, rebuttal);
    this.#host().draw();
  }

  /** A fresh list knows everything. */
  forget(): void {
    this.#changed.clear();
  }

  async pin(rebuttal: Rebuttal): Promise<void> {
    const isPinned = !rebuttal.isPinned;
    // A reply is either pinned or retired.
    const change = isPinned && rebuttal.isRetired ? { isPinned, isRetired: false } : { isPinned };
    await this.#apply(rebuttal, change, isPinned ? 'done.pinned' : 'done.unpinned');
  }

  async retire(rebuttal: Rebuttal): Promise<void> {
    const isRetired = !rebuttal.isRetired;
    const change = isRetired && rebuttal.isPinned ? { isRetired, isPinned: false } : { isRetired };
    await this.#apply(rebuttal, change, isRetired ? 'done.retired' : 'done.unretired');
  }

  async #apply(rebuttal: Rebuttal, change: Change, said: MessageKey, undoable = true): Promise<void> {
    const { vault, t, say, draw } = this.#host();
    const { id, name, isPinned, isRetired } = rebuttal;
    const before = this.#changed.get(id);
    this.#changed.set(id, { ...before, ...change });
    draw();
    try {
      const saved = await vault?.rebuttals.update(id, change);
      if (saved) this.keep(saved);
      const undo = () => void this.#apply(this.applied(rebuttal), { isPinned, isRetired }, said, false);
      if (undoable) say({ text: t(said, { name }), action: { label: t('undo'), run: undo } });
    } catch (error) {
      if (before) this.#changed.set(id, before);
      else this.#changed.delete(id);
      draw();
      const run = () => void this.#apply(rebuttal, change, said);
      say({ text: t('undone', { name, reason: reasonOf(error) }), tone: 'bad', action: { label: t('retry'), run } });
    }
  }
}
