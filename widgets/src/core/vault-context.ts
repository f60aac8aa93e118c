import type { CallVault } from '@callvault/sdk';
import { createContext } from '@lit/context';

/** The API client of the nearest `<cv-app>`. A string key, so that two bundled copies of this package still meet. */
export const vaultContext = createContext<CallVault | undefined, 'callvault.vault'>('callvault.vault');
