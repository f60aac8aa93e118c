import type { CallVault, ChatMessage } from '@callvault/sdk';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { followAnswer } from './answer-stream.ts';
import type { Question } from './composer.ts';

interface ThreadHost extends ReactiveControllerHost {
  readonly vault: CallVault | undefined;
  readonly isConnected: boolean;
}

/**
 * The messages of one chat. An answer that is still being made is followed from its event stream: after it was asked, after
 * a reload, and after the widget was moved on the page.
 */
export class ChatThread implements ReactiveController {
  messages: readonly ChatMessage[] = [];

  readonly #host: ThreadHost;
  #following: { readonly id: string; readonly abort: AbortController } | undefined;

  constructor(host: ThreadHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The answer that is being made. */
  get answering(): ChatMessage | undefined {
    return this.messages.find(({ status }) => status === 'answering');
  }

  /** The question an answer belongs to. */
  questionOf(answer: ChatMessage): ChatMessage | undefined {
    const before = this.messages.slice(0, this.messages.indexOf(answer));
    return before.findLast(({ role }) => role === 'user');
  }

  /** Shows another chat. */
  show(messages: readonly ChatMessage[]): void {
    this.#leave();
    this.messages = messages;
    this.#host.requestUpdate();
  }

  /** Sends a question to the chat; its answer begins at once. */
  async ask(vault: CallVault, sessionId: string, question: Question, engine: 'auto' | 'local'): Promise<void> {
    const { text, mentions, replaces } = question;
    const asked = await vault.chat.ask(sessionId, {
      text,
      mentions: mentions.map(({ callId }) => callId),
      engine,
      ...(replaces ? { replaces } : {}),
    });
    const at = this.messages.findIndex(({ id }) => id === replaces);
    const kept = at >= 0 ? this.messages.slice(0, at) : this.messages;
    this.show([...kept, asked.question, asked.answer]);
  }

  /** Stops the answer; what was said stays. */
  async stop(vault: CallVault): Promise<void> {
    const { answering } = this;
    if (!answering) return;
    const stopped = await vault.chat.stop(answering.id);
    this.#leave();
    this.#put(stopped);
  }

  hostUpdated(): void {
    const { answering } = this;
    const { vault, isConnected } = this.#host;
    if (!answering || !vault || !isConnected || this.#following?.id === answering.id) return;
    const abort = new AbortController();
    this.#following = { id: answering.id, abort };
    void followAnswer(vault, answering, { signal: abort.signal, onMessage: (message) => this.#put(message) });
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#leave();
  }

  #put(message: ChatMessage): void {
    this.messages = this.messages.map((each) => (each.id === message.id ? message : each));
    this.#host.requestUpdate();
  }

  #leave(): void {
    this.#following?.abort.abort();
    this.#following = undefined;
  }
}
