import type { CallVault } from '@callvault/sdk';
import { ContextConsumer } from '@lit/context';
import { LitElement, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ToastContent } from '../parts/toast.ts';
import { TooltipController } from '../parts/tooltip.ts';
import { define, type Definable } from './define.ts';
import { complain } from './diagnostics.ts';
import type { CallVaultEventDetail, CallVaultEventName } from './events.ts';
import { i18nContext } from './i18n-context.ts';
import { I18n } from './i18n.ts';
import { vaultContext } from './vault-context.ts';
import { version } from './version.ts';

/** The ground every widget and part stands on: API client, language, events, and an end to what it started. */
export abstract class CallVaultElement extends LitElement {
  static readonly tag: string = '';
  static readonly version: string = version;
  static readonly uses: readonly Definable[] = [];
  /** Private elements that a template seldom shows, by tag: their code comes when one of them appears. */
  static readonly later: Readonly<Record<string, () => Promise<Definable>>> = {};

  @state() private accessor ownVault: CallVault | undefined;
  @state() private accessor nearestVault: CallVault | undefined;
  @state() private accessor nearestI18n: I18n | undefined;

  #live: HTMLElement | undefined;
  #lifetime = new AbortController();
  #defaultI18n: I18n | undefined;
  #contexts = [
    new ContextConsumer(this, {
      context: vaultContext,
      subscribe: true,
      callback: (vault) => (this.nearestVault = vault),
    }),
    new ContextConsumer(this, { context: i18nContext, subscribe: true, callback: (i18n) => (this.nearestI18n = i18n) }),
  ];

  constructor() {
    super();
    new TooltipController(this);
    this.addController({ hostUpdated: () => this.#loadLater() });
  }

  /** The API client. Comes from the nearest `<cv-app>` unless it is set here. */
  @property({ attribute: false })
  set vault(vault: CallVault | undefined) {
    this.ownVault = vault;
  }
  get vault(): CallVault | undefined {
    return this.ownVault ?? this.nearestVault;
  }

  /** Language and formats of the nearest `<cv-app>`, else those of the page. */
  get i18n(): I18n {
    return this.nearestI18n ?? (this.#defaultI18n ??= new I18n());
  }

  /** Aborted when the element leaves the page; a new one when it comes back. Hand it to every request and listener. */
  protected get lifetime(): AbortSignal {
    return this.#lifetime.signal;
  }

  override connectedCallback(): void {
    if (this.#lifetime.signal.aborted) this.#lifetime = new AbortController();
    super.connectedCallback();
    // A widget defined before <cv-app> asked for its context when nobody could answer: ask again.
    if (!customElements.get('cv-app')) void customElements.whenDefined('cv-app').then(() => this.#askAgain());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#lifetime.abort();
  }

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    setTimeout(() => {
      if (this.isConnected && this.needsVault && !this.vault && !nearestApp(this))
        complain(`<${this.localName}> has no API client. Put it inside <cv-app>, or set its "vault" property.`);
    }, 1000);
  }

  /** Whether the element is of no use without an API client. Widgets are; parts get their data from a widget. */
  protected get needsVault(): boolean {
    return false;
  }

  /** Fires a public event: it bubbles and crosses shadow roots. False when a listener cancelled it. */
  protected emit<Name extends CallVaultEventName>(
    name: Name,
    detail: CallVaultEventDetail<Name>,
    { cancelable = false }: { cancelable?: boolean } = {},
  ): boolean {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
  }

  /** Says what happened, at the bottom start of this widget: "3 calls moved", with an Undo where there is one. */
  protected async toast(content: ToastContent): Promise<void> {
    const { Toast } = await import('../parts/toast.ts');
    define(Toast);
    let toast = this.renderRoot.querySelector<InstanceType<typeof Toast>>('cv-toast');
    if (!toast) this.renderRoot.append((toast = document.createElement('cv-toast')));
    await toast.show(content);
  }

  /** Tells a screen reader without moving the focus. */
  protected announce(text: string): void {
    if (!this.#live) {
      this.#live = Object.assign(document.createElement('div'), { className: 'vh' });
      this.#live.setAttribute('aria-live', 'polite');
      this.renderRoot.append(this.#live);
    }
    this.#live.textContent = text;
  }

  #loadLater(): void {
    const { later } = this.constructor as typeof CallVaultElement;
    for (const { localName } of this.renderRoot.querySelectorAll(':not(:defined)'))
      void later[localName]?.().then(define, (error: unknown) =>
        complain(`<${localName}> could not be loaded: ${String(error)}`),
      );
  }

  #askAgain(): void {
    if (this.isConnected) for (const context of this.#contexts) context.hostConnected();
  }
}

function nearestApp(from: Element): Element | null {
  const found = from.closest('cv-app');
  const root = from.getRootNode();
  return found ?? (root instanceof ShadowRoot ? nearestApp(root.host) : null);
}
