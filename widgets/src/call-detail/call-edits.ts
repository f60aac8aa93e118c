import type { ActionItem, CallDetail as CallRecord, CallVault, ProfitsItem } from '@callvault/sdk';
import type { Translate } from '../core/i18n.ts';
import { problemOf } from '../parts/problem-kind.ts';
import type { ToastContent } from '../parts/toast.ts';
import type { NewActionItem } from './action-items.ts';
import type { CallChange } from './call-changes.ts';
import type { messages } from './messages.en.ts';

type StepName = CallRecord['steps'][number]['name'];
export type ProfitsChange = Partial<Pick<ProfitsItem, 'status' | 'isStarred'>>;

/** What is on the page. */
export interface CallState {
  readonly vault: CallVault | undefined;
  readonly callId: string;
  readonly call: CallRecord | undefined;
  readonly items: readonly ProfitsItem[] | undefined;
  /** Takes the deletion back, while the call is in the bin. */
  readonly undoDelete: string | undefined;
}

/** What the edits work on. */
export interface EditsHost {
  get(): CallState;
  set(changed: Partial<Pick<CallState, 'call' | 'items' | 'undoDelete'>>): void;
}

export interface EditsVoice {
  readonly t: Translate<keyof typeof messages>;
  readonly say: (content: ToastContent) => Promise<void>;
}

/** Everything a reader changes on a call: shown at once where that is possible, put back with a word when it is refused. */
export class CallEdits {
  readonly #host: EditsHost;
  readonly #voice: EditsVoice;

  constructor(host: EditsHost, voice: EditsVoice) {
    this.#host = host;
    this.#voice = voice;
  }

  async change(change: CallChange): Promise<void> {
    const { call: before, vault } = this.#host.get();
    if (!before || !vault) return;
    const { outcome = before.outcome, title = before.title } = change;
    this.#host.set({ call: { ...before, outcome, title } });
    try {
      const after = await vault.calls.update(before.id, change);
      if (this.#isStill(before.id)) this.#host.set({ call: after });
    } catch (error) {
      if (!this.#isStill(before.id)) return;
      this.#host.set({ call: before });
      await this.#sayFailed(error, () => this.change(change));
    }
  }

  async tick(item: ActionItem): Promise<void> {
    const { callId, vault } = this.#host.get();
    this.#replaceAction({ ...item, isDone: !item.isDone });
    try {
      const after = await vault?.calls.updateActionItem(callId, item.id, { isDone: !item.isDone });
      if (after) this.#replaceAction(after);
    } catch (error) {
      this.#replaceAction(item);
      await this.#sayFailed(error, () => this.tick(item));
    }
  }

  async add(item: NewActionItem): Promise<void> {
    const { callId, vault } = this.#host.get();
    try {
      const made = await vault?.calls.addActionItem(callId, item);
      const { call } = this.#host.get();
      if (made && call?.id === callId) this.#host.set({ call: { ...call, actionItems: [...call.actionItems, made] } });
    } catch (error) {
      await this.#sayFailed(error, () => this.add(item));
    }
  }

  async review(item: ProfitsItem, change: ProfitsChange): Promise<void> {
    const { t, say } = this.#voice;
    this.#replaceItem({ ...item, ...change });
    try {
      const after = await this.#host.get().vault?.profits.update(item.id, change);
      if (after) this.#replaceItem(after);
      if (change.status !== 'rejected') return;
      const undo = () => void this.review({ ...item, ...change }, { status: item.status });
      await say({ text: t('rejected', { text: item.statement }), action: { label: t('undo'), run: undo } });
    } catch (error) {
      this.#replaceItem(item);
      await this.#sayFailed(error, () => this.review(item, change));
    }
  }

  async remove(): Promise<void> {
    const { callId, vault } = this.#host.get();
    try {
      const answer = await vault?.calls.delete([callId]);
      if (answer && this.#isStill(callId)) this.#host.set({ undoDelete: answer.undo });
    } catch (error) {
      await this.#sayFailed(error, () => this.remove());
    }
  }

  async restore(): Promise<void> {
    const { undoDelete, vault } = this.#host.get();
    if (undoDelete === undefined) return;
    try {
      await vault?.calls.undo(undoDelete);
      this.#host.set({ undoDelete: undefined });
      await this.#voice.say({ text: this.#voice.t('restored') });
    } catch (error) {
      await this.#sayFailed(error, () => this.restore());
    }
  }

  /** Runs a step of the pipeline again. False when it was refused. */
  async runStep(name: StepName): Promise<boolean> {
    const { call, vault } = this.#host.get();
    if (!call || !vault) return false;
    const restarted = { status: 'running', error: null } as const;
    const steps = call.steps.map((each) => (each.name === name ? { ...each, ...restarted } : each));
    this.#host.set({ call: { ...call, steps } });
    try {
      await vault.calls.runStep(call.id, name);
      return true;
    } catch (error) {
      if (this.#isStill(call.id)) this.#host.set({ call });
      await this.#sayFailed(error, () => this.runStep(name));
      return false;
    }
  }

  #isStill(callId: string): boolean {
    return this.#host.get().callId === callId;
  }

  #replaceAction(item: ActionItem): void {
    const { call } = this.#host.get();
    if (!call) return;
    const actionItems = call.actionItems.map((each) => (each.id === item.id ? item : each));
    this.#host.set({ call: { ...call, actionItems } });
  }

  #replaceItem(item: ProfitsItem): void {
    this.#host.set({ items: this.#host.get().items?.map((each) => (each.id === item.id ? item : each)) });
  }

  async #sayFailed(error: unknown, retry: () => Promise<unknown>): Promise<void> {
    const { t, say } = this.#voice;
    const { message, retryable } = problemOf(error);
    const text = [t('notSaved'), message].filter(Boolean).join('. ');
    await say({ text, tone: 'bad', ...(retryable ? { action: { label: t('retry'), run: () => void retry() } } : {}) });
  }
}
