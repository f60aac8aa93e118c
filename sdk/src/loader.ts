/** What a page says once, for all of its widgets. */
export interface EmbedOptions {
  /** Where the API answers; the host this file came from unless said. */
  baseUrl?: string;
  publishableKey: string;
  /** Asks your server for a session token. One call serves every widget of the page. */
  fetchSession: () => Promise<string>;
  /** BCP 47 tag; the page's language unless said. */
  locale?: string;
  /** IANA name; the reader's time zone unless said. */
  timeZone?: string;
  scheme?: 'light' | 'dark' | 'auto';
  messages?: Record<string, unknown>;
}

export type EmbedChange = Pick<EmbedOptions, 'locale' | 'timeZone' | 'scheme' | 'messages'>;
export type EmbedEvent = 'ready' | 'error';

/** Widgets on a page, under one session. */
export interface CallVaultEmbed {
  /**
   * A widget, ready to be put on the page at once, whether or not its code has arrived.
   * @example document.querySelector('#calls').append(callvault.create('cv-call-library', { view: 'list' }));
   */
  create(tag: string, properties?: Record<string, unknown>): HTMLElement;
  /** Changes language, scheme or texts of every widget made here. */
  update(change: EmbedChange): void;
  /** `ready` when the widgets' code is there, `error` when it could not be loaded. Answers how to stop listening. */
  on(event: EmbedEvent, listener: (detail: unknown) => void): () => void;
  /** Forgets the session: the next request signs in anew. */
  logout(): void;
  /** Takes every widget made here off the page. */
  destroy(): void;
}

type App = HTMLElement & { logout?: () => void };

const loadTimeoutMs = 20_000;
/** Widgets that start together share one token; one that was refused later asks again. */
const sharedMs = 5_000;

function shared(fetchSession: () => Promise<string>): { fetch: () => Promise<string>; forget: () => void } {
  let pending: Promise<string> | null = null;
  const forget = () => {
    pending = null;
  };
  return {
    forget,
    fetch: () => {
      if (!pending) {
        const asked = (pending = fetchSession());
        const drop = () => {
          if (pending === asked) forget();
        };
        asked.then(() => setTimeout(drop, sharedMs), drop);
      }
      return pending;
    },
  };
}

const hostOfThisFile = () => new URL(import.meta.url).origin;

/** Begins to load the widgets and answers at once. Importing this file alone does nothing, on a server too. */
export function createCallVault({
  baseUrl = hostOfThisFile(),
  publishableKey,
  fetchSession,
  ...look
}: EmbedOptions): CallVaultEmbed {
  const apps = new Set<App>();
  const listeners: Record<EmbedEvent, Set<(detail: unknown) => void>> = { ready: new Set(), error: new Set() };
  const session = shared(fetchSession);
  let state: { event: EmbedEvent; detail: unknown } | undefined;
  const tell = (event: EmbedEvent, detail: unknown) => {
    state ??= { event, detail };
    if (state.event === event) for (const listener of listeners[event]) listener(detail);
  };

  const timer = setTimeout(
    () => tell('error', { code: 'load_timeout', message: `The widgets did not arrive from ${baseUrl}.` }),
    loadTimeoutMs,
  );
  import(/* @vite-ignore */ `${baseUrl}/v1/autoload.js`).then(
    () => {
      clearTimeout(timer);
      tell('ready', undefined);
    },
    (cause: unknown) => {
      clearTimeout(timer);
      tell('error', { code: 'load_failed', message: `The widgets could not be loaded from ${baseUrl}.`, cause });
    },
  );

  return {
    create(tag, properties = {}) {
      const app: App = document.createElement('cv-app');
      Object.assign(app, { baseUrl, publishableKey, fetchSession: session.fetch, ...look });
      app.append(Object.assign(document.createElement(tag), properties));
      apps.add(app);
      return app;
    },
    update(change) {
      Object.assign(look, change);
      for (const app of apps) Object.assign(app, change);
    },
    on(event, listener) {
      listeners[event].add(listener);
      const { detail } = state ?? {};
      if (state?.event === event) queueMicrotask(() => void (listeners[event].has(listener) && listener(detail)));
      return () => void listeners[event].delete(listener);
    },
    logout() {
      session.forget();
      for (const app of apps) app.logout?.();
    },
    destroy() {
      clearTimeout(timer);
      session.forget();
      for (const app of apps) app.remove();
      apps.clear();
    },
  };
}
