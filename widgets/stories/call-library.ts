import type { Call, Folder, TagRef } from '@callvault/sdk';
import { html, render } from 'lit';
import '../src/app/define.ts';
import type { CallLibrary } from '../src/call-library/define.ts';
import '../src/call-library/define.ts';
import { aCall, aPage, aParticipant } from '../src/testing/a-call.ts';
import { fakeVault } from '../src/testing/fake-vault.ts';

const tag = (name: string, color: number): TagRef => ({ id: name, name, color, isSystem: false });

/** Day, time, title, client, ours, theirs, tags, outcome, objections, action items, length. */
const rows: [number, string, string, string, string, string[], TagRef[], string | null, number, number, string][] = [
  [
    23,
    '14:30',
    'Alder Foods: pricing review with finance',
    'Kestrel Freight',
    'Maya Lindqvist',
    ['Karen Whitfield', 'Sanjay Mehta'],
    [tag('Pricing', 2), tag('Proposal', 1)],
    'open',
    3,
    4,
    '42:18',
  ],
  [
    23,
    '11:00',
    'Tidewater Produce: discovery, routing and carrier mix',
    'Kestrel Freight',
    'Devon Achebe',
    ['Beth Calloway'],
    [tag('Discovery', 3)],
    'open',
    1,
    3,
    '31:05',
  ],
  [
    23,
    '09:30',
    'Maya and Ines: weekly coaching',
    'Northbeam',
    'Ines Moreau',
    ['Maya Lindqvist'],
    [tag('Coaching', 6)],
    null,
    0,
    5,
    '24:30',
  ],
  [
    23,
    '08:45',
    'Maple Street Clinics: demo of waitlist and reminders',
    'Orrery Health',
    'Priya Raman',
    ['Helen Osei', 'Omar Said', 'Jo Lim'],
    [tag('Demo', 7)],
    'won',
    2,
    2,
    '59:22',
  ],
  [
    20,
    '16:15',
    'Cobalt Packaging: second round on terms',
    'Kestrel Freight',
    'Maya Lindqvist',
    ['Rob Tanner', 'Dana Pruitt'],
    [tag('Negotiation', 4), tag('Pricing', 2)],
    'won',
    4,
    3,
    '28:44',
  ],
  [
    20,
    '13:00',
    'Rheinbau: security review and data residency',
    'Palisade Security',
    'Jonas Weber',
    ['Martin Kessler'],
    [tag('Security', 8)],
    'lost',
    5,
    6,
    '55:10',
  ],
  [
    20,
    '11:30',
    'Hollis Group: first call, still on a spreadsheet',
    'Quarrystone',
    'Aoife Brennan',
    ['Tom Hollis'],
    [tag('Discovery', 3)],
    'open',
    1,
    1,
    '18:12',
  ],
  [
    20,
    '10:00',
    'Gantry Build: site managers and adoption',
    'Quarrystone',
    'Aoife Brennan',
    ['Marcus Bell', 'Ruth Adeyemi'],
    [tag('Objections', 5)],
    'open',
    3,
    2,
    '37:56',
  ],
  [
    20,
    '09:00',
    'Kestrel West: pipeline review',
    'Kestrel Freight',
    'Tom Ashworth',
    ['Maya Lindqvist', 'Devon Achebe'],
    [tag('Internal', 8)],
    null,
    0,
    7,
    '31:27',
  ],
  [
    19,
    '15:20',
    'Lakeshore Dental: pricing for three sites',
    'Orrery Health',
    'Priya Raman',
    ['Lena Fox'],
    [tag('Pricing', 2), tag('Competitor', 6)],
    'lost',
    4,
    2,
    '33:41',
  ],
  [
    19,
    '14:00',
    'Brightwater pilot: readout with people team',
    'Brightwater HR',
    'Luis Ortega',
    ['Nadia Farouk', 'Greg Lunn'],
    [tag('Review', 1)],
    'open',
    1,
    4,
    '46:03',
  ],
  [
    19,
    '11:45',
    'Sable Foods: contract walk-through',
    'Kestrel Freight',
    'Devon Achebe',
    ['Irene Sato'],
    [tag('Closing', 3)],
    'won',
    0,
    2,
    '22:19',
  ],
];

const seconds = (length: string) => {
  const [minutes = 0, rest = 0] = length.split(':').map(Number);
  return minutes * 60 + rest;
};

/** A made-up conversation: stretches of one side, then of the other, always the same for the same seed. */
function strip(seed: number) {
  let state = seed * 7919 + 17;
  const next = () => (state = (state * 48271) % 2147483647) / 2147483647;
  const us: number[] = [];
  const them: number[] = [];
  let ours = next() > 0.5;
  for (let bar = 0; bar < 36; bar += 1) {
    if (next() > 0.82) ours = !ours;
    const height = 0.3 + next() * 0.65;
    us.push(ours ? height : 0);
    them.push(ours ? 0 : height);
  }
  return { us, them };
}

const calls: Call[] = rows.map(
  ([day, time, title, client, ours, theirs, tags, outcome, objections, actionItems, length], index) =>
    aCall({
      id: `call_${index}`,
      title,
      startedAt: `2026-11-${day}T${time}:00Z`,
      durationMs: seconds(length) * 1000,
      outcome,
      client: { id: client, name: client },
      participants: [aParticipant(ours, 'us'), ...theirs.map((name) => aParticipant(name))],
      tags,
      strip: strip(index + 1),
      counts: { turns: 80, objections, profits: 0, actionItems, openActionItems: actionItems },
    }),
);
const older = Array.from({ length: 74 }, (_, index) =>
  aCall({
    ...calls[index % 12],
    id: `older_${index}`,
    startedAt: `2026-11-${String(18 - Math.floor(index / 5)).padStart(2, '0')}T10:00:00Z`,
  }),
);

const folder = (name: string, color: number | null, count: number, parentId: string | null, depth: number): Folder => ({
  id: name,
  name,
  parentId,
  depth,
  color,
  icon: null,
  description: '',
  isHidden: false,
  calls: count,
});
const folders = [
  folder('Kestrel Freight', 1, 312, null, 1),
  folder('Enterprise', null, 96, 'Kestrel Freight', 2),
  folder('Renewals 2027', null, 18, 'Enterprise', 3),
  folder('Mid-market', null, 187, 'Kestrel Freight', 2),
  folder('Orrery Health', 3, 204, null, 1),
  folder('Palisade Security', 4, 143, null, 1),
  folder('Quarrystone', 2, 171, null, 1),
  folder('Coaching sessions', 6, 88, null, 1),
];
const names = ['Pricing', 'Negotiation', 'Proposal', 'Objections', 'Discovery', 'Demo', 'Coaching'];
const facets = {
  clients: [],
  speakers: [],
  sources: [],
  sentiments: [],
  outcomes: [
    { value: 'won', calls: 41 },
    { value: 'open', calls: 23 },
  ],
  tags: names.map((name, index) => ({
    id: name,
    name,
    color: [2, 4, 1, 5, 3, 7, 6][index] ?? 8,
    calls: [118, 64, 51, 47, 203, 96, 88][index] ?? 0,
  })),
};

const vault = fakeVault({
  calls: {
    list: async () =>
      aPage([...calls, ...older], {
        total: 86,
        totalDurationMs: 183_960_000,
        libraryTotal: 1284,
        days: [
          { day: '2026-11-23', calls: 4, durationMs: 9_435_000 },
          { day: '2026-11-20', calls: 5, durationMs: 10_289_000 },
          { day: '2026-11-19', calls: 6, durationMs: 11_520_000 },
        ],
      }),
    facets: async () => facets,
    bulkUpdate: async ({ callIds }) => ({ changed: callIds.length, undo: 'undo_1' }),
    delete: async (callIds) => ({ changed: callIds.length, undo: 'undo_1' }),
    undo: async () => ({ changed: 3 }),
  },
  folders: { list: async () => ({ items: folders }) },
  tags: {
    list: async () => ({
      items: names.map((name, index) => ({ id: name, name, color: index + 1, isSystem: false, calls: 14 })),
    }),
  },
});

const scheme = new URL(location.href).searchParams.get('scheme') === 'dark' ? 'dark' : 'light';
document.body.className = scheme;
render(
  html`<cv-app .vault=${vault} scheme=${scheme} locale="en-GB" time-zone="UTC"
    ><cv-call-library
      .filter=${{ days: 30, tagId: ['Pricing', 'Negotiation', 'Proposal', 'Objections'] }}
    ></cv-call-library
  ></cv-app>`,
  document.querySelector('main') ?? document.body,
);
const library = document.querySelector<CallLibrary>('cv-call-library');
library?.addEventListener('cv-ready', () => {
  if (new URL(location.href).searchParams.has('selected')) library.selected = ['call_0', 'call_4', 'call_9'];
  document.documentElement.dataset['ready'] = 'true';
});
