import { Formats } from './formats.ts';

/** A text with `{name}` placeholders, or one text per plural category of `{count}`. */
export type Message = string | ({ readonly other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);

/** All texts of one widget, in English, written beside it and loaded with it. */
export type Catalogue = Readonly<Record<string, Message>>;

/** Values for placeholders. Numbers are written in the reader's locale. */
export type Params = Readonly<Record<string, string | number>>;

export interface I18nOptions {
  /** BCP 47 tag. Defaults to the page's `lang`, then the browser's language. */
  readonly locale?: string | undefined;
  /** IANA name. Defaults to the browser's zone. */
  readonly timeZone?: string | undefined;
  /** Replaces single texts, keyed `<widget>.<key>`, for instance `call-library.title`. */
  readonly messages?: Catalogue | undefined;
}

/** Texts and formats for one reader. Immutable: a change of language is a new instance. */
export class I18n extends Formats {
  readonly #messages: Catalogue;
  readonly #plural: Intl.PluralRules;

  constructor({ locale = pageLocale(), timeZone, messages = {} }: I18nOptions = {}) {
    super(locale, timeZone);
    this.#messages = messages;
    this.#plural = new Intl.PluralRules(this.locale);
  }

  /** The text for `namespace.key`: the host's override, else the English one given. */
  text(namespace: string, key: string, english: Message, params: Params = {}): string {
    return this.parts(namespace, key, english, params).join('');
  }

  /** As {@link text}, cut at the placeholders, so that templates can stand in them. */
  parts<Value>(namespace: string, key: string, english: Message, params: Readonly<Record<string, Value>>) {
    const message = this.#messages[`${namespace}.${key}`] ?? english;
    return this.#choose(message, params['count'])
      .split(/(\{\w+\})/)
      .map((piece) => {
        const name = /^\{(\w+)\}$/.exec(piece)?.[1];
        if (name === undefined || !(name in params)) return piece;
        const value = params[name];
        return typeof value === 'number' ? this.number(value) : (value as Value);
      });
  }

  #choose(message: Message, count: unknown): string {
    if (typeof message === 'string') return message;
    return message[this.#plural.select(typeof count === 'number' ? count : 0)] ?? message.other;
  }
}

/** A widget's own `t`: keys are checked against its catalogue by the compiler. */
export interface Translate<Keys extends string> {
  (key: Keys, params?: Params): string;
  /** For templates inside a sentence: `t.rich('by', { name: html`<b>${name}</b>` })`. */
  rich(key: Keys, params: Readonly<Record<string, unknown>>): unknown[];
}

/**
 * Makes the `t` of a widget. It reads `host.i18n` on each call, so a new language shows at the next render.
 *
 * @example protected readonly t = translator(this, 'call-library', messages);
 */
export function translator<const Texts extends Catalogue>(
  host: { readonly i18n: I18n },
  namespace: string,
  english: Texts,
): Translate<keyof Texts & string> {
  const text = (key: string) => english[key] ?? key;
  const t = (key: keyof Texts & string, params?: Params) => host.i18n.text(namespace, key, text(key), params);
  return Object.assign(t, {
    rich: (key: keyof Texts & string, params: Readonly<Record<string, unknown>>) =>
      host.i18n.parts(namespace, key, text(key), params),
  });
}

function pageLocale(): string {
  return document.documentElement.lang || navigator.language;
}
