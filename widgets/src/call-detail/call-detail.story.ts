import { html, render } from 'lit';
import { App } from '../app/app.ts';
import { define } from '../core/define.ts';
import { fakeVault } from '../testing/fake-vault.ts';
import { CallDetail, type CallView } from './call-detail.ts';
import { call, friday18, objections, profits, transcript } from './sample-call.ts';

define(App);
define(CallDetail);

const asked = new URLSearchParams(location.search);
const scheme = asked.get('scheme') === 'dark' ? 'dark' : 'light';
const view = (asked.get('view') ?? 'overview') as CallView;
const never = asked.get('state') === 'loading' ? new Promise<never>(() => undefined) : undefined;
const steps = call.steps.map((step, at) => {
  if (asked.get('state') === 'processing')
    return at < 3 ? step : { ...step, status: at === 3 ? ('running' as const) : ('waiting' as const) };
  if (asked.get('state') === 'failed' && at === 4)
    return { ...step, status: 'failed' as const, error: 'The model did not answer in 60 seconds.' };
  return step;
});

const vault = fakeVault({
  calls: { retrieve: () => never ?? Promise.resolve({ ...call, steps }) },
  transcripts: { retrieve: () => never ?? Promise.resolve(transcript) },
  profits: { list: () => Promise.resolve({ items: profits, nextCursor: null, total: profits.length }) },
  rebuttals: { objections: () => Promise.resolve({ items: objections, nextCursor: null, total: objections.length }) },
  tags: { list: () => Promise.resolve({ items: call.tags.map((tag) => ({ ...tag, calls: 118 })) }) },
});

document.documentElement.dir = asked.get('dir') === 'rtl' ? 'rtl' : 'ltr';
render(
  html`<cv-app .vault=${vault} .scheme=${scheme} time-zone="UTC" locale="en-GB">
    <cv-call-detail
      call-id="call_alder"
      at="1131000"
      .evidence=${friday18}
      .place=${{ index: 1, total: 86 }}
      .view=${view}
    ></cv-call-detail>
  </cv-app>`,
  document.body,
);
