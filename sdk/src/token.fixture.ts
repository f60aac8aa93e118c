const part = (value: object) =>
  btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** A token as the service makes them: its times are seconds by the issuer's clock. Unsigned: the SDK never verifies. */
export const aToken = (claims: { iat?: number; exp?: number; jti?: string } = {}): string =>
  `${part({ alg: 'HS256' })}.${part(claims)}.signature`;
