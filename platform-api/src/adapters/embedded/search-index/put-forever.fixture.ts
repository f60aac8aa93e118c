import { aSpokenCall } from './spoken-call.fixture.ts';
import { embeddedSearchIndex } from './index.ts';

// Run by index.test.ts, which kills it: puts calls until then and prints a line for each that was answered.
const [, , dataDir] = process.argv;
const calls = embeddedSearchIndex({ dataDir }).in({
  tenantId: 'acme',
  actorId: 'system',
  role: 'owner',
  permissions: new Set(),
});
for (let at = 0; at < 20_000; at++) {
  await calls.put(aSpokenCall(`call ${at}`, 'We like marmalade.'));
  process.stdout.write(`${at}\n`);
}
