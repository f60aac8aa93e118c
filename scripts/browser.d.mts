/** `CHROME_PATH`, else an installed Chrome or Chromium, else the one inside npm (Linux x64). */
export function browserPath(): Promise<string>;
/** Flags for every browser we start. */
export const browserArgs: string[];
/** The environment to start it with. */
export const browserEnv: Record<string, string>;
