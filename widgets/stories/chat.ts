import type { ChatEvent, ChatSession } from '@callvault/sdk';
import { html, render } from 'lit';
import '../src/app/define.ts';
import type { Chat } from '../src/chat/define.ts';
import '../src/chat/define.ts';
import { aCall, aPage } from '../src/testing/a-call.ts';
import { aCitation, aMessage, aQuestion, aSession, aStep } from '../src/testing/a-chat.ts';
import { aCallRef, anEvidence } from '../src/testing/an-evidence.ts';
import { fakeVault } from '../src/testing/fake-vault.ts';

const alder = aCallRef();
const cobalt = aCallRef({ id: 'call_cobalt', title: 'Cobalt Packaging: second round on terms' });

const citation = (
  number: number,
  text: string,
  at: number,
  speaker: string,
  call = alder,
  title: string | null = null,
) => aCitation(number, text, { evidence: anEvidence(text, { at, speaker, call, title }) });

const citations = [
  citation(1, 'Put the forty thousand on the same page and I can take it upstairs.', 726, 'Rob Tanner', cobalt),
  {
    ...citation(
      2,
      'Every Friday I am on the phone with three carriers arguing about waiting time nobody wrote down.',
      1104,
      'Karen Whitfield',
      alder,
      'COO, Alder Foods',
    ),
    before: 'A hundred and sixty, roughly.',
    after: 'I have done that for six years.',
  },
  citation(3, 'I can put you on a call with her, without me.', 1161, 'Maya Lindqvist'),
  citation(4, 'First invoice in February, when the season is behind you.', 1300, 'Maya Lindqvist', cobalt),
  citation(
    5,
    'Two lanes in December, your quietest, with your own people watching both screens.',
    1231,
    'Maya Lindqvist',
  ),
];

const text = `**The reply that moved finance was not a discount.** In 9 of the 14 calls where a finance lead questioned the price, the rep set one measured cost beside it and the talk went on to terms. [1][2]

Three things those nine calls have in common:

1. **They asked for a number before giving one.** Maya had Alder name last quarter’s detention before she brought up Cobalt. [2]
2. **They let someone else check it.** “I can put you on a call with her, without me.” [3]
3. **They took the risky weeks out.** Cobalt’s first invoice waited until February, [4] and Alder starts with two lanes in December. [5]

The five that led with a discount are lost or still open. Rob Tanner said why in his first call`;

const steps = [
  aStep({ tool: 'top_objections', object: 'of kind price', result: '41 passages, 19 calls', ms: 800 }),
  aStep({ tool: 'search_by_speaker', object: 'with role finance', result: '14 calls', ms: 200 }),
  aStep({ tool: 'compare_calls', object: 'Alder Foods, Cobalt Packaging', result: '2 calls', ms: 1400 }),
];

const question = aQuestion('When finance pushes back on price, which reply moved the deal? Compare with', {
  mentions: [{ callId: cobalt.id, title: 'Cobalt Packaging: second round' }],
});
const answer = aMessage({
  id: 'answer',
  status: 'answering',
  text: '',
  engine: 'standard model',
  callsRead: { read: 312, total: 312 },
  leftOut: 2,
});

const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const session = (title: string, scopeLabel: string, days: number, isPinned = false): ChatSession =>
  aSession({ id: title, title, scopeLabel, isPinned, updatedAt: ago(days) });
const sessions = [
  session('What finance asks before signing', 'Folder: Kestrel Freight', 4, true),
  {
    ...session('Which reply moves finance on price', 'Folder: Kestrel Freight', 0),
    scope: { kind: 'folder', id: 'kestrel' } as const,
  },
  session('Promises made to Alder Foods', '1 call', 0),
  session('How Priya opens a demo', 'Tag: Demo, 64 calls', 2),
  session('Security questions by industry', 'Palisade Security', 3),
  session('Words site managers use', 'Quarrystone', 4),
  session('Why Lakeshore went elsewhere', '3 calls', 5),
];

const params = new URL(location.href).searchParams;
const isCompact = params.has('compact');

async function* stream(): AsyncGenerator<ChatEvent> {
  for (const step of steps) yield { type: 'step', step };
  for (const each of citations) yield { type: 'citation', citation: each };
  for (const delta of text.match(/[\s\S]{1,7}/g) ?? []) yield { type: 'text', delta };
  // It goes on until it is stopped.
  await new Promise(() => undefined);
}

const done = aMessage({
  text: 'Maya, on the Alder Foods call. She asked finance for last quarter’s cost before she named her own price. [1]\n\nThe buyer then asked for proof instead of a lower number. [2]',
  steps: [],
  callsRead: { read: 64, total: 64 },
  citations: [
    citation(1, 'What did detention cost you last quarter?', 1091, 'Maya Lindqvist'),
    citation(2, 'And who checked that, them or you?', 1155, 'Sanjay Mehta'),
  ],
});
const bars = Array.from({ length: 100 }, (_, at) => (Math.sin(at / 3) + 1.4) / 2.6);

const side = (isOurs: boolean) => bars.map((bar, at) => (at % 9 > 4 === isOurs ? bar : 0));

const vault = fakeVault({
  chat: {
    list: async () => ({ items: sessions, nextCursor: null }),
    retrieve: async (id) => ({
      ...(sessions.find((each) => each.id === id) ?? aSession({ id })),
      thread: isCompact
        ? [aQuestion('Who in our cohort handled price best last week?'), done]
        : [question, params.has('done') ? { ...answer, status: 'done', text, steps, citations } : answer],
      scopeCalls: isCompact ? 64 : 312,
    }),
    stream,
    stop: async () => ({ ...answer, status: 'stopped', text, steps, citations }),
    update: async (id, change) => ({ ...(sessions.find((each) => each.id === id) ?? aSession()), ...change }),
  },
  calls: {
    list: async () =>
      aPage([aCall({ id: alder.id, title: 'Alder Foods: pricing review' }), aCall({ title: cobalt.title })]),
    retrieve: async (id) => ({
      ...aCall({ id, durationMs: 2_538_000, strip: { us: side(true), them: side(false) } }),
      summary: null,
      actionItems: [],
      topics: [],
      steps: [],
      revision: 1,
      previousId: null,
      nextId: null,
    }),
  },
  folders: { list: async () => ({ items: [] }) },
  tags: { list: async () => ({ items: [] }) },
});

const scheme = params.get('scheme') === 'dark' ? 'dark' : 'light';
document.body.className = scheme;
render(
  html`<cv-app .vault=${vault} scheme=${scheme} locale="en-GB" time-zone="UTC"
    ><cv-chat
      session-id=${params.has('empty') ? '' : 'Which reply moves finance on price'}
      ?compact=${isCompact}
    ></cv-chat
  ></cv-app>`,
  document.querySelector('main') ?? document.body,
);
const chat = document.querySelector<Chat>('cv-chat');
chat?.addEventListener('cv-ready', () => {
  setTimeout(() => {
    const root = chat.shadowRoot?.querySelector('cv-chat-answer')?.shadowRoot;
    if (params.has('card')) root?.querySelector<HTMLElement>('.cite[data-number="2"]')?.click();
    document.documentElement.dataset['ready'] = 'true';
  }, 900);
});
