import type { Rebuttal } from '@callvault/sdk';
import { html, render } from 'lit';
import '../src/app/define.ts';
import '../src/rebuttal-library/define.ts';
import { aRebuttal, anObjection, kindCounts } from '../src/testing/a-rebuttal.ts';
import { aCallRef, anEvidence } from '../src/testing/an-evidence.ts';
import { fakeVault } from '../src/testing/fake-vault.ts';

const alder = aCallRef();
const call = (title: string, outcome: string) => aCallRef({ id: title, title, outcome });

const example = anObjection({
  id: 'alder',
  kind: 'status_quo',
  call: alder,
  evidence: anEvidence('that is more than we pay the two dispatchers who do this by hand today', {
    at: 1072,
    title: 'CFO',
    call: alder,
  }),
  reply: {
    rebuttalId: 'measured',
    evidence: anEvidence('So that Friday call is the number I would put beside the eleven.', {
      at: 1127,
      speaker: 'Maya Lindqvist',
      title: 'Kestrel Freight',
      side: 'us',
      call: alder,
    }),
  },
  reaction: {
    verdict: 'accepted',
    evidence: anEvidence('Nine from forty. And who checked that, them or you?', {
      at: 1155,
      title: 'CFO',
      call: alder,
    }),
  },
});

const reply = (at: number, speaker: string, text: string) =>
  anObjection({ reply: { rebuttalId: '', evidence: anEvidence(text, { at, speaker, side: 'us' }) } });

const row = (
  name: string,
  words: string,
  speakers: string[],
  [worked, judged]: [number, number],
  facts: Partial<Rebuttal> = {},
): Rebuttal =>
  aRebuttal({ id: name, kind: 'status_quo', name, words, speakers, worked, judged, used: judged, ...facts });

const others = (first: string, count: number) => [first, ...Array.from({ length: count }, (_, at) => `Other ${at}`)];

const items = [
  row(
    'Set a measured cost beside the price',
    'So that Friday call is the number I would put beside the eleven. Cobalt had the same thing.',
    others('Maya Lindqvist', 6),
    [14, 19],
    { isPinned: true, example },
  ),
  row(
    'Ask what the two people would do instead',
    'If those two had their Fridays back, what would you put them on first?',
    others('Devon Achebe', 4),
    [9, 14],
    { example: reply(1450, 'Devon Achebe', '') },
  ),
  row(
    'Start small, with a way out',
    'Two lanes in December, your quietest. If you do not like what you see by the nineteenth, you stop and owe nothing.',
    others('Maya Lindqvist', 3),
    [7, 12],
    { example: reply(1231, 'Maya Lindqvist', '') },
  ),
  row(
    'Agree before you answer',
    'It is, and if all it did was replace their typing I would not sign it either.',
    others('Maya Lindqvist', 2),
    [5, 9],
  ),
  row(
    'Offer a discount for signing early',
    'I can probably find fifteen percent if we get this done by month end.',
    others('Jonas Weber', 5),
    [2, 17],
  ),
];

const also = (title: string, outcome: string, at: number) =>
  anObjection({
    call: call(title, outcome),
    reply: { rebuttalId: '', evidence: anEvidence('…', { at, call: call(title, outcome) }) },
  });
const cases = [
  example,
  also('Cobalt Packaging: second round on terms', 'won', 751),
  also('Sable Foods: contract walk-through', 'won', 478),
  also('Norvane: budget round with controller', 'lost', 1334),
  ...Array.from({ length: 15 }, () => also('Ridge Supply: renewal', 'open', 300)),
];

const params = new URL(location.href).searchParams;
const isCompact = params.has('compact');
const vault = fakeVault({
  rebuttals: {
    list: async ({ objection } = {}) => ({
      items: isCompact ? items.slice(0, 3) : items,
      readsAs: objection ? ['status_quo', 'price'] : [],
      objections: 71,
    }),
    kinds: async () =>
      kindCounts(
        [
          ['price', 58, 35],
          ['timing', 41, 18],
          ['status_quo', 37, 21],
          ['trust', 29, 19],
          ['competitor', 24, 9],
          ['authority', 19, 10],
          ['need', 16, 5],
          ['other', 11, 5],
        ],
        { objections: 235 },
      ),
    retrieve: async (id) => {
      const found = items.find((each) => each.id === id) ?? items[0];
      if (!found) throw new Error(`No reply "${id}".`);
      return { ...found, cases };
    },
    objections: async () => ({
      items: [
        {
          ...anObjection({
            reply: null,
            reaction: null,
            worked: null,
            judgedBy: null,
            kind: 'timing',
            evidence: anEvidence('Nobody here touches anything before peak is over.', {
              at: 402,
              speaker: 'Beth Calloway',
            }),
          }),
          suggestions: items.slice(1, 2),
        },
      ],
      nextCursor: null,
      total: 1,
    }),
    update: async (id, change) => ({ ...(items.find((each) => each.id === id) ?? aRebuttal()), ...change }),
    create: async (body) => aRebuttal({ ...body, isOwn: true, example: null, judged: 0, used: 0 }),
  },
  calls: {
    facets: async () => ({ clients: [], speakers: [], sources: [], sentiments: [], outcomes: [], tags: [] }),
  },
  folders: { list: async () => ({ items: [] }) },
});

const scheme = params.get('scheme') === 'dark' ? 'dark' : 'light';
document.body.className = scheme;
const said = isCompact ? 'That costs more than doing it by hand' : 'We already pay two dispatchers to do this by hand';
render(
  html`<cv-app .vault=${vault} scheme=${scheme} locale="en-GB" time-zone="UTC"
    ><cv-rebuttal-library
      .objection=${params.has('all') ? '' : said}
      .kind=${isCompact || params.has('all') ? '' : 'status_quo'}
      .filter=${{ days: 365 }}
      ?compact=${isCompact}
      @cv-ready=${() => (document.documentElement.dataset['ready'] = 'true')}
    ></cv-rebuttal-library
  ></cv-app>`,
  document.querySelector('main') ?? document.body,
);
