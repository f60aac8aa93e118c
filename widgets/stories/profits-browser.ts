import type { ProfitsItem } from '@callvault/sdk';
import { html, render } from 'lit';
import '../src/app/define.ts';
import '../src/profits-browser/define.ts';
import { aJob, anOverview, aProfitsItem } from '../src/testing/a-profits-item.ts';
import { aCallRef, anEvidence } from '../src/testing/an-evidence.ts';
import { fakeVault } from '../src/testing/fake-vault.ts';

const client = (name: string) => ({ id: name, name });
const call = (title: string, name: string, startedAt = '2026-11-23T11:00:00Z') =>
  aCallRef({ id: title, title, client: client(name), startedAt });
const alder = aCallRef();
const cobalt = call('Cobalt Packaging: second round on terms', 'Cobalt Packaging', '2026-11-20T16:15:00Z');
const sable = call('Sable Foods: contract walk-through', 'Sable Foods', '2026-11-19T10:00:00Z');
const tidewater = call('Tidewater Produce: discovery, routing and carrier mix', 'Tidewater');

const item = (
  statement: string,
  text: string,
  [speaker, title, at]: [string, string, number],
  where: typeof alder,
  facts: Partial<ProfitsItem> = {},
): ProfitsItem =>
  aProfitsItem({
    id: statement,
    statement,
    call: where,
    evidence: anEvidence(text, { at, speaker, title, call: where }),
    status: 'accepted',
    strength: 3,
    ...facts,
  });

const items = [
  item(
    'Blame for a failed peak',
    'What worries me is January. If we switch and the first week goes wrong, that is my name on it.',
    ['Sanjay Mehta', 'CFO', 1170],
    alder,
    { status: 'to_review', strength: 2 },
  ),
  item(
    'Drivers refusing another app',
    'Half my guys will not put an app on their own phone, and I cannot make them.',
    ['Beth Calloway', 'Operations', 862],
    tidewater,
    { status: 'to_review', strength: 1 },
  ),
  item(
    'Breaking a thing that works',
    'It is ugly, but nobody has ever been fired over the whiteboard.',
    ['Rob Tanner', 'VP Operations', 521],
    cobalt,
    { isStarred: true },
  ),
  item(
    'Losing the dispatcher who knows it all',
    'If Gene hears this replaces the board he is gone, and then I have neither.',
    ['Rob Tanner', 'VP Operations', 718],
    cobalt,
  ),
  item(
    'Being seen to pick the wrong vendor twice',
    'We bought one of these in 2023 and it is still not switched on. I signed that one too.',
    ['Irene Sato', 'Supply chain', 317],
    sable,
    { isEdited: true },
  ),
];

const grid = (name: string, [pain, results, obstacles, fears, identity, triggers, success]: number[]) => ({
  call: call(name, name),
  counts: {
    pain: pain ?? 0,
    results: results ?? 0,
    obstacles: obstacles ?? 0,
    fears: fears ?? 0,
    identity: identity ?? 0,
    triggers: triggers ?? 0,
    success: success ?? 0,
  },
});

const overview = anOverview(
  [
    ['pain', 64, 52, 9, 3],
    ['results', 41, 30, 8, 2],
    ['obstacles', 58, 44, 12, 1],
    ['fears', 27, 18, 7, 4],
    ['identity', 19, 15, 3, 0],
    ['triggers', 33, 25, 6, 2],
    ['success', 22, 14, 5, 1],
  ],
  {
    items: 264,
    grid: [
      grid('Alder Foods', [2, 1, 2, 1, 1, 1, 1]),
      grid('Tidewater', [3, 0, 1, 1, 0, 1, 0]),
      grid('Cobalt Packaging', [2, 2, 3, 2, 1, 0, 1]),
      grid('Sable Foods', [1, 2, 0, 1, 0, 2, 2]),
      grid('Brannock Mills', [2, 0, 1, 0, 0, 0, 0]),
      grid('Norvane', [3, 1, 2, 2, 1, 1, 0]),
      grid('Pell Freight', [1, 1, 1, 0, 2, 1, 1]),
      grid('Ridge Supply', [2, 0, 2, 1, 0, 0, 0]),
    ],
    missing: [
      {
        call: call('Brannock Mills: first call', 'Brannock Mills'),
        elements: ['fears', 'identity', 'triggers', 'success'],
        question: 'Who else loses sleep if month end slips again?',
      },
      {
        call: cobalt,
        elements: ['triggers'],
        question: 'What has to be true before March for this to be worth it?',
      },
    ],
  },
);

const params = new URL(location.href).searchParams;
const vault = fakeVault({
  profits: {
    list: async () => ({ items, nextCursor: null, total: 27 }),
    overview: async () => overview,
    update: async (id, change) => ({ ...(items.find((each) => each.id === id) ?? aProfitsItem()), ...change }),
    extract: async () => ({ jobId: 'job_1', calls: 120 }),
  },
  jobs: { retrieve: async () => aJob(), cancel: async () => aJob({ status: 'cancelled' }) },
  calls: {
    facets: async () => ({
      clients: [{ id: 'kestrel', name: 'Kestrel Freight', calls: 312 }],
      speakers: [],
      sources: [],
      sentiments: [],
      outcomes: [],
      tags: [],
    }),
    all: async function* () {
      yield* [];
    },
  },
  folders: { list: async () => ({ items: [] }) },
});

const scheme = params.get('scheme') === 'dark' ? 'dark' : 'light';
document.body.className = scheme;
render(
  html`<cv-app .vault=${vault} scheme=${scheme} locale="en-GB" time-zone="UTC"
    ><cv-profits-browser
      element="fears"
      .filter=${{ clientId: ['kestrel'], days: 90 }}
      @cv-ready=${() => (document.documentElement.dataset['ready'] = 'true')}
    ></cv-profits-browser
  ></cv-app>`,
  document.querySelector('main') ?? document.body,
);
