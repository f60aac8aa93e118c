/**
 * Fails a test on what a host page would see in its console: errors, uncaught exceptions and breaches of a strict content
 * security policy. Runs after each test; a test that expects an error calls {@link expectConsole}.
 */
export function watchPage(cleanUp: () => void): void {
  const reported: string[] = [];
  const note = (text: string) => {
    if (!expected.some((pattern) => pattern.test(text))) reported.push(text);
  };
  const { console } = globalThis;
  const original = console.error.bind(console);
  console.error = (...values: unknown[]) => {
    note(values.map(String).join(' '));
    if (expected.length === 0) original(...values);
  };
  addEventListener('unhandledrejection', ({ reason }) => note(`Unhandled rejection: ${String(reason)}`));
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
    note(`CSP: ${violatedDirective} blocked ${blockedURI} at ${sourceFile}:${lineNumber}`),
  );

  afterEach(async () => {
    cleanUp();
    await new Promise((resolve) => setTimeout(resolve));
    expected.length = 0;
    const texts = reported.splice(0);
    if (texts.length > 0) throw new Error(`The page reported:\n${texts.join('\n')}`);
  });
}

const expected: RegExp[] = [];

/** The rest of this test may report what matches. */
export function expectConsole(pattern: RegExp): void {
  expected.push(pattern);
}
