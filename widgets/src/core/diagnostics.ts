const said = new Set<string>();

/** Tells the integrator about a mistake in the page, once per text. Nothing is ever sent anywhere. */
export function complain(text: string): void {
  if (said.has(text)) return;
  said.add(text);
  globalThis.console.error(`[CallVault] ${text}`);
}
