import { createContext } from '@lit/context';
import type { I18n } from './i18n.ts';

/** Language, formats and text overrides of the nearest `<cv-app>`. */
export const i18nContext = createContext<I18n, 'callvault.i18n'>('callvault.i18n');
