/** Every public event of the widgets: widgets add theirs by augmenting the global `HTMLElementEventMap`. */
export type CallVaultEventName = Extract<keyof HTMLElementEventMap, `cv-${string}`>;

/** What the event named `Name` carries in `detail`. */
export type CallVaultEventDetail<Name extends CallVaultEventName> =
  HTMLElementEventMap[Name] extends CustomEvent<infer Detail> ? Detail : never;

/** Where a link inside a widget leads. Cancel the event to route yourself. */
export interface NavigateDetail {
  /** What is opened, for instance `call`. */
  readonly kind: string;
  readonly id: string;
  /** Seconds into the recording. */
  readonly at?: number;
}

/** What went wrong, safe to log: no token, no personal data. */
export interface ErrorDetail {
  readonly code: string;
  readonly message: string;
  readonly retryable: boolean;
  readonly requestId?: string;
}

declare global {
  interface HTMLElementEventMap {
    /** The widget has drawn its first data. */
    'cv-ready': CustomEvent<{ readonly widget: string }>;
    /** Something the user was told about went wrong. */
    'cv-error': CustomEvent<ErrorDetail>;
    /** The user follows a link out of the widget. Cancelable. */
    'cv-navigate': CustomEvent<NavigateDetail>;
  }
}
