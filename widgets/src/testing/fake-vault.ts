import type { CallVault } from '@callvault/sdk';

/** Only the methods a test needs, typed by the SDK: an answer of the wrong shape does not compile. */
export type VaultParts = {
  [Noun in keyof CallVault]?: CallVault[Noun] extends (...args: never[]) => unknown
    ? CallVault[Noun]
    : Partial<Pick<CallVault[Noun], keyof CallVault[Noun]>>;
};

/**
 * An API client that answers from `parts` and rejects everything else by name, so that a request nobody planned shows up
 * in the test. The brand is the default one unless given.
 */
export function fakeVault(parts: VaultParts = {}): CallVault {
  const known: VaultParts = { brand: { retrieve: () => Promise.resolve(plainBrand) }, ...parts };
  return new Proxy(known, { get: (nouns, noun) => resource(nouns, String(noun)) }) as unknown as CallVault;
}

/** A tenant that has set nothing. */
export const plainBrand = {
  name: 'Northbeam',
  logoUrl: null,
  logoDarkUrl: null,
  supportUrl: null,
  poweredBy: false,
  inputs: {},
  theme: { light: {}, dark: {} },
  notes: [],
};

function resource(nouns: VaultParts, noun: string): unknown {
  const given: unknown = nouns[noun as keyof CallVault];
  // Lit and promises look for marks of their own on every value.
  if (noun === 'then' || !/^[a-z]+$/i.test(noun)) return undefined;
  if (typeof given === 'function') return given;
  if (noun === 'logout' || noun === 'destroy') return () => undefined;
  return new Proxy((given ?? {}) as Record<string, unknown>, {
    get: (verbs, verb) =>
      verbs[String(verb)] ?? (() => Promise.reject(new Error(`The fake vault has no "${noun}.${String(verb)}".`))),
  });
}
