import { html, render } from 'lit';
import { App } from '../app/app.ts';
import { define } from '../core/define.ts';
import { fakeVault } from '../testing/fake-vault.ts';
import { answer, nothingFound } from './sample-search.ts';
import { Search } from './search.ts';

define(App);
define(Search);

const asked = new URLSearchParams(location.search);
const scheme = asked.get('scheme') === 'dark' ? 'dark' : 'light';
const isEmpty = asked.get('state') === 'none';
const vault = fakeVault({
  search: { query: ({ speaker }) => Promise.resolve(isEmpty && speaker ? nothingFound : answer) },
  calls: {
    facets: () =>
      Promise.resolve({
        clients: [{ id: 'cl_1', name: 'Kestrel Freight', calls: 41 }],
        tags: [{ id: 'tg_1', name: 'Pricing', color: 2, calls: 118 }],
        speakers: [{ id: 'sp_1', name: 'finance', calls: 12 }],
        outcomes: [{ value: 'won', calls: 20 }],
        sources: [],
        sentiments: [],
      }),
  },
});

render(
  html`<cv-app .vault=${vault} .scheme=${scheme} time-zone="UTC" locale="en-GB">
    <cv-search
      ?open=${!asked.has('inline')}
      ?inline=${asked.has('inline')}
      hotkey
      words=${asked.get('state') === 'start' ? '' : 'detention charges'}
      .filters=${[{ field: 'speaker', id: 'finance', label: 'finance' }]}
      .hrefFor=${({ callId }: { callId: string }) => `/calls/${callId}`}
    ></cv-search>
  </cv-app>`,
  document.body,
);
