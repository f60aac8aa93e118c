import { sites } from './sites/sites.mjs';

/**
 * Settings from the environment. A missing one stops the start with its name, so that nobody hunts an empty page.
 * @param {Record<string, string | undefined>} env
 */
export function readConfig(env) {
  const required = (name) => {
    if (!env[name]) throw new Error(`Set ${name}. README.md says where to find it.`);
    return env[name];
  };
  const brand = env.BRAND ?? 'table';
  const site = sites[brand];
  if (!site) throw new Error(`BRAND is "${brand}". It may be ${Object.keys(sites).join(' or ')}.`);
  return {
    port: Number(env.PORT ?? 4000),
    callVaultUrl: new URL(required('CALLVAULT_URL')).origin,
    secretKey: required('CALLVAULT_SECRET_KEY'),
    publishableKey: required('CALLVAULT_PUBLISHABLE_KEY'),
    brand,
    site,
  };
}
