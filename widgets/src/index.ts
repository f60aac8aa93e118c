export { App } from './app/app.ts';
export { CallLibrary, type CallListView } from './call-library/call-library.ts';
export { Chat } from './chat/chat.ts';
export { define } from './core/define.ts';
export { CallVaultElement } from './core/element.ts';
export type { ErrorDetail, NavigateDetail } from './core/events.ts';
export { I18n, type Catalogue, type I18nOptions, type Message } from './core/i18n.ts';
export { version } from './core/version.ts';
export { RebuttalLibrary } from './rebuttal-library/rebuttal-library.ts';
