import helmet from 'helmet';

/**
 * The policy of a strict host. CallVault needs one host in `script-src`, `style-src`, `connect-src`, `img-src` and
 * `media-src`; nothing inline, no eval, no frame, and script sinks take trusted types only.
 */
export function contentSecurity({ callVaultUrl }) {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", callVaultUrl],
        styleSrc: ["'self'", callVaultUrl],
        connectSrc: ["'self'", callVaultUrl],
        imgSrc: ["'self'", callVaultUrl],
        mediaSrc: [callVaultUrl],
        fontSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
      },
    },
    // Plain HTTP on localhost: no browser should remember it as secure.
    strictTransportSecurity: false,
  });
}
