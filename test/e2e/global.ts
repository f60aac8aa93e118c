import type { TestProject } from 'vitest/node';
import { startSite } from './site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    partner: string;
    law: string;
    api: string;
    keys: Record<string, { secretKey: string; publishableKey: string }>;
  }
}

/** One running installation for all end-to-end tests; those that kill it start their own. */
export default async function setup({ provide }: TestProject) {
  const site = await startSite();
  provide('partner', site.partner);
  provide('law', site.law);
  provide('api', site.api);
  provide('keys', site.keys);
  return () => site.stop();
}
