import type { Catalogue } from './i18n.ts';

/** Texts of the shared parts, namespace `core`. */
export const coreMessages = {
  loading: 'Loading',
  dismiss: 'Dismiss',
  close: 'Close',
} as const satisfies Catalogue;
