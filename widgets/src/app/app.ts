import { CallVault, type FetchSession } from '@callvault/sdk';
import { ContextProvider } from '@lit/context';
import { html, LitElement, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { complain } from '../core/diagnostics.ts';
import type { ErrorDetail } from '../core/events.ts';
import { i18nContext } from '../core/i18n-context.ts';
import { I18n, type Catalogue } from '../core/i18n.ts';
import { tokens } from '../core/tokens.styles.ts';
import { vaultContext } from '../core/vault-context.ts';
import { version } from '../core/version.ts';
import { problemOf } from '../parts/problem-kind.ts';
import { app } from './app.styles.ts';
import { BrandSheet, inputsOfPage } from './brand-sheet.ts';

/** How long the first text waits for the brand. */
const BRAND_PATIENCE = 1500;

/**
 * Holds the widgets of one tenant together: API client, language and look. Everything inside inherits from it.
 *
 * @example
 * <cv-app base-url="https://api.example.com" publishable-key="pk_live_..." scheme="auto">
 *   <cv-call-library></cv-call-library>
 * </cv-app>
 * <script type="module">document.querySelector('cv-app').fetchSession = () => fetch('/session').then((r) => r.text());</script>
 *
 * @slot - Widgets, and anything around them.
 * @fires {CustomEvent<ErrorDetail>} cv-error - The brand could not be loaded.
 * @cssproperty [--cv-brand=#1f5fd6] - Any sRGB colour; all accents follow from it.
 * @cssproperty [--cv-neutral] - Source of the hue of the greys. The brand unless set.
 * @cssproperty [--cv-tint=1] - How much of that hue the greys carry, 0 to 2.
 * @cssproperty [--cv-radius=8px] - 0 to 16px; the other radii are .5, .75, 1 and 1.5 of it.
 * @cssproperty [--cv-density=1] - .8 compact, 1 comfortable. Scales rows, never text.
 * @cssproperty [--cv-text-scale=1] - .9 to 1.25.
 * @cssproperty [--cv-font] - Inherited from the page unless set.
 * @cssproperty [--cv-font-heading] - Titles and metrics.
 * @cssproperty [--cv-font-mono] - Codes.
 */
export class App extends LitElement {
  static readonly tag = 'cv-app';
  static readonly version = version;
  static readonly uses = [];
  static override styles = [tokens, app];

  /** Where the API answers. */
  @property({ attribute: 'base-url' }) accessor baseUrl = '';
  /** Names the tenant; may be public. */
  @property({ attribute: 'publishable-key' }) accessor publishableKey = '';
  /** `auto` follows the reader's system. */
  @property({ reflect: true }) accessor scheme: 'light' | 'dark' | 'auto' = 'light';
  /** `compact` makes rows 48 px high. */
  @property({ reflect: true }) accessor density: 'comfortable' | 'compact' = 'comfortable';
  /** BCP 47 tag. The page's language unless set. */
  @property() accessor locale: string | undefined;
  /** IANA name. The reader's time zone unless set. */
  @property({ attribute: 'time-zone' }) accessor timeZone: string | undefined;
  /** Replaces single texts, keyed `<widget>.<key>`. */
  @property({ attribute: false }) accessor messages: Catalogue | undefined;
  /** Asks your server for a session token. One call serves all widgets. */
  @property({ attribute: false }) accessor fetchSession: FetchSession | undefined;

  @state() private accessor hasBrand = false;

  readonly #vault = new ContextProvider(this, { context: vaultContext });
  readonly #i18n = new ContextProvider(this, { context: i18nContext, initialValue: new I18n() });
  readonly #brand = new BrandSheet();
  #ownVault: CallVault | undefined;
  #madeVault: CallVault | undefined;
  #loading = new AbortController();

  /** An API client made elsewhere, instead of `base-url` and keys. */
  @property({ attribute: false })
  set vault(vault: CallVault | undefined) {
    this.#ownVault = vault;
  }
  get vault(): CallVault | undefined {
    return this.#ownVault ?? this.#madeVault;
  }

  /** Whether the tenant's plan shows "Powered by". Decided by the server. */
  @state() accessor poweredBy = false;

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    if (root instanceof ShadowRoot) root.adoptedStyleSheets.push(this.#brand.sheet);
    return root;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#connectVault();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loading.abort();
    this.#madeVault?.destroy();
    this.#madeVault = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('locale') || changed.has('timeZone') || changed.has('messages'))
      this.#i18n.setValue(new I18n({ locale: this.locale, timeZone: this.timeZone, messages: this.messages }));
    const keys = ['baseUrl', 'publishableKey', 'fetchSession', 'vault'] as const;
    if (!this.hasUpdated || keys.some((key) => changed.has(key))) this.#connectVault();
    if (changed.has('scheme') && this.hasUpdated) void this.#loadBrand();
  }

  /** Forgets the session, so that nothing of one user is shown to the next. */
  logout(): void {
    this.vault?.logout();
    this.#connectVault();
  }

  #connectVault(): void {
    if (!this.#ownVault) {
      this.#madeVault?.destroy();
      this.#madeVault = this.baseUrl ? this.#makeVault() : undefined;
    }
    this.#vault.setValue(this.vault);
    if (this.vault) void this.#loadBrand();
  }

  #makeVault(): CallVault {
    const { baseUrl, publishableKey, fetchSession } = this;
    if (publishableKey.startsWith('sk_'))
      complain('A secret key is on this page. Anyone can read it: revoke it, and use the publishable key here.');
    return new CallVault({ baseUrl, publishableKey, ...(fetchSession ? { fetchSession } : {}) });
  }

  async #loadBrand(): Promise<void> {
    const { vault } = this;
    this.#loading.abort();
    const { signal } = (this.#loading = new AbortController());
    const patience = setTimeout(() => (this.hasBrand = true), BRAND_PATIENCE);
    try {
      const brand = await vault?.brand.retrieve({ signal });
      if (signal.aborted || !brand) return;
      this.#brand.clear();
      this.#brand.apply(brand, inputsOfPage(this), this.#isDark());
      this.poweredBy = brand.poweredBy;
      this.hasBrand = true;
    } catch (error) {
      // The widgets work in the default look; what is wrong with the session they will say themselves.
      if (!signal.aborted) this.#report(error);
      this.hasBrand = true;
    } finally {
      clearTimeout(patience);
    }
  }

  #report(error: unknown): void {
    const { code, message, retryable, requestId } = problemOf(error);
    const detail: ErrorDetail = {
      code,
      message: message ?? String(error),
      retryable,
      ...(requestId ? { requestId } : {}),
    };
    this.dispatchEvent(new CustomEvent('cv-error', { detail, bubbles: true, composed: true }));
  }

  #isDark(): boolean {
    return this.scheme === 'dark' || (this.scheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  }

  override render() {
    return html`<slot class=${this.hasBrand ? '' : 'waiting'}></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cv-app': App;
  }
}
