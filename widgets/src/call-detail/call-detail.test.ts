import {
  NotFoundError,
  PermissionError,
  ServerError,
  type CallVault,
  type Evidence,
  type Transcript,
} from '@callvault/sdk';
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import './define.ts';
import type { CallVaultElement } from '../core/element.ts';
import { expectAccessible } from '../testing/accessible.ts';
import { fakeVault, type VaultParts } from '../testing/fake-vault.ts';
import { find, findAll, fixture, settled, until, type FixtureOptions } from '../testing/fixture.ts';
import type { CallDetail } from './call-detail.ts';
import { call, evidenceOf, friday18, karen, maya, objections, profits, transcript } from './sample-call.ts';
import type { TranscriptPane } from './transcript.ts';

const vaultWith = (parts: VaultParts = {}): CallVault =>
  fakeVault({
    transcripts: { retrieve: async () => transcript },
    profits: { list: async () => ({ items: profits, nextCursor: null, total: profits.length }) },
    rebuttals: { objections: async () => ({ items: objections, nextCursor: null, total: objections.length }) },
    ...parts,
    calls: { retrieve: async () => call, ...parts.calls },
  });

/** The axe run walks every node; a busy machine takes its time. */
const AXE_TIMEOUT = 30_000;

interface MountOptions extends FixtureOptions {
  readonly parts?: VaultParts;
  readonly at?: string;
  readonly evidence?: Evidence;
  readonly view?: string;
  /** False where it goes on loading. */
  readonly waits?: boolean;
}

async function mount({ parts, at, evidence, view, ...options }: MountOptions = {}): Promise<CallDetail> {
  const detail = await fixture<CallDetail>(
    html`<cv-call-detail
      call-id="call_alder"
      view=${view ?? 'overview'}
      .evidence=${evidence}
      at=${at ?? ''}
    ></cv-call-detail>`,
    { vault: vaultWith(parts), width: 1218, height: 900, ...options },
  );
  // Parts of the widget are loaded on demand.
  await until(
    () => !detail.renderRoot.querySelector('cv-skeleton') || options.waits === false,
    'what is loaded on demand',
  );
  await settled(detail);
  return detail;
}

const paneOf = (detail: CallDetail) => find<TranscriptPane>(detail, 'cv-transcript');
const turnsOf = (detail: CallDetail) => findAll(paneOf(detail), '.turn');
const words = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const openWords = (detail: CallDetail) =>
  findAll(paneOf(detail), 'mark.on')
    .map((mark) => mark.textContent)
    .join(' ');
const inside = (detail: CallDetail, tag: string) => find<CallVaultElement>(detail, tag);

async function opened(detail: CallDetail, text: string) {
  await until(() => openWords(detail).includes(text), `"${text}" to be marked`);
}

function isInView(detail: CallDetail, element: Element): boolean {
  const view = find(paneOf(detail), '.scroll').getBoundingClientRect();
  const { top, bottom } = element.getBoundingClientRect();
  return top >= view.top - 1 && bottom <= view.bottom + 1;
}

function press(target: EventTarget, key: string, more: KeyboardEventInit = {}) {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more }));
}

async function findWords(detail: CallDetail, query: string) {
  const bar = find<CallVaultElement>(paneOf(detail), 'cv-find-bar');
  const input = find<HTMLInputElement>(bar, 'input');
  input.value = query;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await settled(detail);
  return { bar, input };
}

const long: Transcript = {
  ...transcript,
  turns: Array.from({ length: 1500 }, (_, order) => ({
    index: order,
    speakerId: order % 2 === 0 ? maya.id : karen.id,
    startMs: order * 4000,
    endMs: order * 4000 + 4000,
    segments: [
      {
        index: order,
        startMs: order * 4000,
        endMs: order * 4000 + 4000,
        text: `Turn number ${order} says ${'a little more '.repeat(order % 9)}and stops.`,
        isEdited: false,
        isHidden: false,
        confidence: null,
      },
    ],
  })),
};

describe('cv-call-detail', () => {
  // A cold test server takes longer over the parts loaded on demand than a test may wait for them.
  before(() => Promise.all([import('./reading.ts'), import('./panels.ts')]));

  for (const view of ['overview', 'profits', 'objections', 'people', 'history'])
    it(`is accessible with ${view} beside the transcript`, async () => {
      await expectAccessible(await mount({ view, evidence: friday18 }));
    }).timeout(AXE_TIMEOUT);

  it('is accessible in the dark at 390 pixels', async () => {
    await expectAccessible(await mount({ width: 390, scheme: 'dark' }));
  }).timeout(AXE_TIMEOUT);

  describe('evidence', () => {
    it('marks exactly the words, brings them into view, focuses them and says so', async () => {
      const detail = await mount({ evidence: friday18 });
      await opened(detail, 'Friday');
      expect(openWords(detail)).to.equal(friday18.text);
      const [mark] = findAll(paneOf(detail), 'mark.on');
      if (!mark) throw new Error('No mark.');
      await until(() => paneOf(detail).shadowRoot?.activeElement === mark, 'the focus');
      expect(isInView(detail, mark)).to.equal(true);
      await until(() => words(find(detail, '[aria-live]')).includes('Opened at 18:24, Karen Whitfield'));
    });

    it('marks words that run over three segments of a turn, to the letter', async () => {
      const proof = evidenceOf(
        'roughly. Every Friday I am on the phone with three carriers arguing about waiting time nobody wrote down. I have',
      );
      expect(proof.segmentEnd - proof.segmentStart).to.equal(2);
      const detail = await mount({ evidence: proof });
      await opened(detail, 'Friday');
      expect(openWords(detail)).to.equal(proof.text);
    });

    it('finds words that an edit has moved, and marks nothing where they are gone', async () => {
      const moved = { ...friday18, revision: 2, segmentStart: 3, segmentEnd: 3, start: 5, end: 20 };
      const detail = await mount({ evidence: moved });
      await opened(detail, 'Friday');
      expect(openWords(detail)).to.equal(friday18.text);
      detail.evidence = { ...friday18, text: 'Words that nobody said.' };
      await until(() => detail.renderRoot.querySelector('cv-toast'), 'the word about it');
      expect(openWords(detail)).to.equal('');
    });

    it('opens from a moment beside the transcript unless the host takes it', async () => {
      const detail = await mount();
      let heard: Evidence | undefined;
      detail.addEventListener(
        'cv-citation-open',
        (event) => {
          heard = event.detail;
          event.preventDefault();
        },
        { once: true },
      );
      const items = () => findAll(inside(detail, 'cv-call-overview'), '.pi-t');
      items()[0]?.click();
      await settled(detail);
      expect(heard?.text).to.equal(friday18.text);
      expect(openWords(detail)).to.equal('');
      items()[0]?.click();
      await opened(detail, 'Friday');
      expect(words(find(inside(detail, 'cv-call-overview'), '.pi.on h3'))).to.contain('Friday calls');
    });

    it('puts the letter of each finding beside its turn', async () => {
      const detail = await mount({ at: '#t=17:52' });
      await until(() => turnsOf(detail).some((turn) => words(turn).includes('dispatchers')));
      const turn = turnsOf(detail).find((each) => words(each).includes('two dispatchers'));
      const labels = [...(turn?.querySelectorAll('.mg button') ?? [])].map((each) => each.getAttribute('aria-label'));
      expect(labels).to.deep.equal(['Obstacles: Price above two dispatcher salaries', 'Objection: Price']);
    });
  });

  describe('the place in the call', () => {
    it('opens at a moment of a link, with what was said by then underlined', async () => {
      const detail = await mount({ at: '#t=18:51' });
      await until(
        () =>
          findAll(paneOf(detail), '.turn.now').length > 0 && words(find(paneOf(detail), '.turn.now')).includes('18:47'),
      );
      expect(words(find(paneOf(detail), '.turn.now .said'))).to.equal(
        'So that Friday call is the number I would put beside the eleven.',
      );
      expect(words(find(inside(detail, 'cv-conversation-map'), '.p-time'))).to.equal('18:5142:18');
    });

    it('tells the host where the reader goes, and goes nowhere when the host takes over', async () => {
      const detail = await mount();
      const heard: unknown[] = [];
      detail.addEventListener('cv-navigate', (event) => heard.push(event.detail));
      findAll(paneOf(detail), '.turn-t')[2]?.click();
      await settled(detail);
      const at = (transcript.turns[2]?.startMs ?? 0) / 1000;
      expect(heard).to.deep.equal([{ kind: 'call', id: 'call_alder', at }]);
      expect(turnsOf(detail)[2]?.classList.contains('now')).to.equal(true);
      detail.addEventListener('cv-navigate', (event) => event.preventDefault());
      findAll(paneOf(detail), '.turn-t')[4]?.click();
      await settled(detail);
      expect(turnsOf(detail)[2]?.classList.contains('now')).to.equal(true);
    });

    it('moves by keys: J and K by turn, the map by 5 seconds and with Shift by turn', async () => {
      const detail = await mount();
      const now = () => findAll(paneOf(detail), '.turn').findIndex((turn) => turn.classList.contains('now'));
      for (const key of ['j', 'j', 'k']) {
        press(find(paneOf(detail), '.turn-t'), key);
        await settled(detail);
      }
      expect(now()).to.equal(1);
      const map = inside(detail, 'cv-conversation-map');
      const slider = find(map, '[role="slider"]');
      const before = Number(slider.getAttribute('aria-valuenow'));
      press(slider, 'ArrowRight');
      await settled(map);
      expect(Number(slider.getAttribute('aria-valuenow'))).to.equal(before + 5);
      press(slider, 'ArrowRight', { shiftKey: true });
      await settled(detail);
      expect(now()).to.equal(2);
    });

    it('follows the reader who scrolls, until Follow is switched off', async () => {
      const detail = await mount();
      const pane = paneOf(detail);
      const scroller = find(pane, '.scroll');
      const shown = () => words(find(inside(detail, 'cv-conversation-map'), '.p-time b'));
      const scrollTo = async (top: number) => {
        scroller.dispatchEvent(new WheelEvent('wheel', { deltaY: top }));
        scroller.scrollTop = top;
        await new Promise((resolve) => setTimeout(resolve, 150));
        await settled(detail);
      };
      const before = shown();
      await scrollTo(900);
      const after = shown();
      expect(after).not.to.equal(before);
      find(pane, '[role="switch"]').click();
      await scrollTo(2400);
      expect(shown()).to.equal(after);
    });

    it('moves to the place of the map that is clicked', async () => {
      const detail = await mount();
      const wave = find(inside(detail, 'cv-conversation-map'), '.p-wave');
      const box = wave.getBoundingClientRect();
      wave.dispatchEvent(
        new PointerEvent('pointerdown', {
          pointerId: 1,
          clientX: box.left + box.width * 0.9,
          clientY: box.top + 50,
          bubbles: true,
        }),
      );
      await until(
        () =>
          findAll(paneOf(detail), '.turn.now').length > 0 &&
          words(find(paneOf(detail), '.turn.now .turn-t')).startsWith('3'),
        'the turn',
      );
      const position = Number(wave.getAttribute('aria-valuenow'));
      expect(position).to.be.within(2538 * 0.89, 2538 * 0.91);
    });

    it('goes to the next call by itself, or leaves it to the host', async () => {
      const asked: string[] = [];
      const detail = await mount({ parts: { calls: { retrieve: async (id) => (asked.push(id), { ...call, id }) } } });
      const header = inside(detail, 'cv-call-header');
      let back = 0;
      detail.addEventListener('cv-call-back', () => (back += 1));
      find(header, '.back').click();
      expect(back).to.equal(1);
      find(header, '[aria-label="Next call"]').click();
      await settled(detail);
      expect(asked.at(-1)).to.equal('call_after');
    });
  });

  describe('a transcript of 1,500 turns', () => {
    const parts: VaultParts = { transcripts: { retrieve: async () => long } };

    it('draws only what is in view and still opens the last turn', async () => {
      const detail = await mount({ parts, at: String(1499 * 4000) });
      await until(
        () => words(paneOf(detail).shadowRoot?.querySelector('.turn.now')).includes('number 1499'),
        'the last turn',
      );
      expect(turnsOf(detail).length).to.be.below(60);
      const now = find(paneOf(detail), '.turn.now');
      expect(isInView(detail, now)).to.equal(true);
      expect(now.getAttribute('aria-setsize')).to.equal(String(1500 + call.topics.length));
    });

    it('finds words that are not drawn, counts them, and walks to them in both directions', async () => {
      const detail = await mount({ parts });
      const { bar, input } = await findWords(detail, 'NUMBER 149');
      await until(() => words(find(bar, '.count')) === '1 of 11', 'the count');
      await until(() => words(paneOf(detail).shadowRoot?.querySelector('.hit-now')) === 'number 149', 'the match');
      press(input, 'Enter');
      await until(
        () => words(paneOf(detail).shadowRoot?.querySelector('.hit-now')?.closest('.turn')).includes('1490'),
        'the next',
      );
      press(input, 'Enter', { shiftKey: true });
      press(input, 'Enter', { shiftKey: true });
      await until(
        () => words(paneOf(detail).shadowRoot?.querySelector('.hit-now')?.closest('.turn')).includes('1499'),
        'the last',
      );
      expect(isInView(detail, find(paneOf(detail), '.hit-now'))).to.equal(true);
      press(input, 'Escape');
      await settled(detail);
      expect(findAll(paneOf(detail), '.hit-now')).to.have.length(0);
    });
  });

  it('finds without regard to case and accents, and says when nothing is found', async () => {
    const detail = await mount();
    const { bar } = await findWords(detail, 'détention');
    await until(() => words(find(bar, '.count')) === '1 of 3', 'three matches');
    await findWords(detail, 'quantum');
    expect(words(find(bar, '.count'))).to.equal('Not found');
  });

  it('shows what one speaker said, and everybody again when a moment of another is opened', async () => {
    const detail = await mount();
    find(paneOf(detail), '[data-tip="Only what Karen Whitfield said"]').click();
    await settled(detail);
    const names = () => new Set(findAll(paneOf(detail), '.who b').map(words));
    expect([...names()]).to.deep.equal(['Karen Whitfield']);
    detail.evidence = evidenceOf('Nine from forty. And who checked that, them or you?');
    await opened(detail, 'Nine');
    expect(names().size).to.be.above(1);
  });

  it('folds hidden turns into one line that says how many', async () => {
    const detail = await mount({ at: '#t=20:31' });
    await until(() => findAll(paneOf(detail), '.hid').length > 0);
    expect(words(find(paneOf(detail), '.hid'))).to.equal('3 turns hidden');
    expect(words(find(paneOf(detail), '.edited'))).to.match(/^Two lanes/);
  });

  describe('what can be changed', () => {
    it('ticks an action item at once and puts it back when that is refused', async () => {
      let refuse: (error: Error) => void = () => undefined;
      const detail = await mount({
        parts: { calls: { updateActionItem: () => new Promise((_, reject) => (refuse = reject)) } },
      });
      const items = find<CallVaultElement>(inside(detail, 'cv-call-overview'), 'cv-call-action-items');
      const box = () => find(items, '.cb');
      box().click();
      await settled(items);
      expect(box().getAttribute('aria-checked')).to.equal('true');
      refuse(new PermissionError('Your role lacks calls:write.', { code: 'forbidden', status: 403 }));
      await until(() => box().getAttribute('aria-checked') === 'false', 'the roll back');
      await until(
        () =>
          words(detail.renderRoot.querySelector('cv-toast')?.shadowRoot?.querySelector('.toast')).includes(
            'calls:write',
          ),
        'the word about it',
      );
    });

    it('adds an action item', async () => {
      const asked: unknown[] = [];
      const detail = await mount({
        parts: {
          calls: {
            addActionItem: async (id, body) => {
              asked.push([id, body.text, body.assignee]);
              return {
                id: 'ai_new',
                text: body.text,
                assignee: null,
                dueAt: null,
                dueText: null,
                isDone: false,
                madeBy: 'person',
                evidence: null,
              };
            },
          },
        },
      });
      const items = find<CallVaultElement>(inside(detail, 'cv-call-overview'), 'cv-call-action-items');
      find(items, '[aria-label="Add action item"]').click();
      await settled(items);
      find<HTMLInputElement>(items, '[name="text"]').value = 'Call the controller';
      find<HTMLFormElement>(items, 'form').requestSubmit();
      await settled(detail);
      expect(asked).to.deep.equal([['call_alder', 'Call the controller', null]]);
      expect(words(findAll(items, '.ai').at(-1))).to.contain('Call the controller');
    });

    it('changes outcome and summary', async () => {
      const asked: unknown[] = [];
      const detail = await mount({
        parts: {
          calls: { update: async (_, body) => (asked.push(body), { ...call, outcome: body.outcome ?? call.outcome }) },
        },
      });
      const header = inside(detail, 'cv-call-header');
      const menu = find<CallVaultElement>(header, '.outcome-menu');
      menu.dispatchEvent(new CustomEvent('cv-menu-select', { detail: 'won' }));
      await settled(detail);
      expect(words(find(header, '[aria-haspopup="menu"].btn'))).to.contain('Won');
      const summary = find<CallVaultElement>(inside(detail, 'cv-call-overview'), 'cv-call-summary');
      find(summary, '.ps-h .ib').click();
      await settled(summary);
      find<HTMLTextAreaElement>(summary, 'textarea').value = 'My own words.';
      find<HTMLFormElement>(summary, 'form').requestSubmit();
      await settled(detail);
      expect(asked).to.deep.equal([{ outcome: 'won' }, { summary: 'My own words.' }]);
    });

    it('accepts with A and gives the focus to the next that waits', async () => {
      const asked: unknown[] = [];
      const detail = await mount({
        view: 'profits',
        parts: {
          profits: {
            list: async () => ({ items: profits, nextCursor: null, total: profits.length }),
            update: async (id, body) => {
              asked.push([id, body.status]);
              const item = profits.find((each) => each.id === id);
              if (!item) throw new Error(id);
              return { ...item, ...body };
            },
          },
        },
      });
      await until(() => detail.renderRoot.querySelector('cv-call-profits'), 'the items');
      const panel = inside(detail, 'cv-call-profits');
      await settled(panel);
      const title = find(panel, '[data-item="pi_blame"] .pi-t');
      title.focus();
      press(title, 'a');
      await settled(detail);
      await until(
        () => panel.shadowRoot?.activeElement?.closest('[data-item]')?.getAttribute('data-item') === 'pi_nobody',
        'the next',
      );
      expect(asked).to.deep.equal([['pi_blame', 'accepted']]);
    });
  });

  describe('states', () => {
    it('stands in for what loads, then says that the call could not be found', async () => {
      let refuse: (error: Error) => void = () => undefined;
      const parts: VaultParts = { calls: { retrieve: () => new Promise((_, reject) => (refuse = reject)) } };
      const detail = await mount({ parts, waits: false });
      expect(findAll(detail, 'cv-skeleton').length).to.be.above(1);
      let told = '';
      detail.addEventListener('cv-error', (event) => (told = event.detail.code));
      refuse(new NotFoundError('No such call.', { code: 'not_found', status: 404 }));
      await until(() => detail.renderRoot.querySelector('cv-problem'), 'the problem');
      await settled(detail);
      expect(words(inside(detail, 'cv-problem').shadowRoot?.querySelector('h3'))).to.equal('Call could not be found');
      expect(told).to.equal('not_found');
    });

    it('keeps the call when only its transcript may not be read', async () => {
      const refused = new PermissionError('Your role lacks transcripts:read.', { code: 'forbidden', status: 403 });
      const detail = await mount({ parts: { transcripts: { retrieve: () => Promise.reject(refused) } } });
      expect(words(inside(detail, 'cv-problem').shadowRoot?.querySelector('h3'))).to.equal('You cannot see transcript');
      expect(words(inside(detail, 'cv-call-header').shadowRoot?.querySelector('h1'))).to.equal(call.title);
    });

    it('says so when nobody spoke', async () => {
      const empty = { ...transcript, turns: [] };
      const detail = await mount({ parts: { transcripts: { retrieve: async () => empty } } });
      expect(find(detail, 'cv-empty').getAttribute('heading')).to.equal('No words in this call');
      expect(findAll(detail, 'cv-conversation-map')).to.have.length(0);
    });

    it('follows the steps of a call that is still being read, and shows what they bring', async () => {
      const moving = {
        ...call,
        status: 'processing' as const,
        steps: call.steps.map((step, at) =>
          at < 3 ? step : { ...step, status: at === 3 ? ('running' as const) : ('waiting' as const), finishedAt: null },
        ),
      };
      let calls = 0;
      let lists = 0;
      const detail = await mount({
        parts: {
          calls: { retrieve: async () => (++calls === 1 ? moving : call) },
          profits: { list: async () => ({ items: ++lists === 1 ? [] : profits, nextCursor: null, total: 0 }) },
        },
      });
      expect(words(find(detail, '.note'))).to.contain('3 of 6 steps are done, now: Summary and action items');
      await until(() => calls > 1, 'the question').catch(() => undefined);
      await until(() => detail.renderRoot.querySelector('.note') === null, 'the end');
      await settled(detail);
      expect(findAll(inside(detail, 'cv-call-overview'), '.pi').length).to.equal(3);
    });

    it('runs a failed step again', async () => {
      const asked: string[] = [];
      const failed = {
        ...call,
        steps: call.steps.map((step) =>
          step.name === 'profits' ? { ...step, status: 'failed' as const, error: 'No answer in 60 seconds.' } : step,
        ),
      };
      const detail = await mount({
        view: 'history',
        parts: {
          calls: { retrieve: async () => failed, runStep: async (_, step) => (asked.push(step), { jobId: 'job_1' }) },
        },
      });
      expect(words(find(detail, '.note.bad'))).to.contain('PROFITS failed. No answer in 60 seconds.');
      find(inside(detail, 'cv-call-history'), '[aria-label="Run PROFITS again"]').click();
      await settled(detail);
      expect(asked).to.deep.equal(['profits']);
      expect(words(find(inside(detail, 'cv-call-history'), '.running'))).to.contain('running');
    });

    it('names what failed beside the transcript and tries it again', async () => {
      let lists = 0;
      const down = new ServerError('Down.', { code: 'internal', status: 500, requestId: 'req_1' });
      const detail = await mount({
        view: 'profits',
        parts: {
          profits: {
            list: async () => {
              if (++lists === 1) throw down;
              return { items: profits, nextCursor: null, total: 9 };
            },
          },
        },
      });
      inside(detail, 'cv-problem').dispatchEvent(new CustomEvent('cv-retry'));
      await until(() => detail.renderRoot.querySelector('cv-call-profits'), 'the items');
    });
  });

  describe('small and the other way round', () => {
    for (const width of [320, 390, 719, 720, 1040])
      it(`has no sideways scroll at ${width} pixels`, async () => {
        const detail = await mount({ width, evidence: friday18 });
        await settled(detail);
        const elements = [detail, ...findAll(detail, '*')].flatMap((each) => [
          each,
          ...(each.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? []),
        ]);
        const edge = detail.getBoundingClientRect().right;
        const outside = elements.filter(
          (each) =>
            each instanceof HTMLElement &&
            !each.closest('.tabs, .vh, .tip, [popover]') &&
            each.getBoundingClientRect().right > edge + 1,
        );
        expect(outside.map((each) => `${each.localName}.${each.className}`)).to.deep.equal([]);
      });

    it('shares its places among four at 390 pixels: objections under PROFITS, the history under people', async () => {
      const detail = await mount({ width: 390 });
      const places = () => findAll(detail, '.cd-tabs button');
      expect(places().map(words)).to.deep.equal(['Transcript', 'Overview', 'PROFITS', 'People']);
      places()[2]?.click();
      await settled(detail);
      expect(findAll(detail, '.pane-b > *').map(({ localName }) => localName)).to.deep.equal([
        'cv-call-profits',
        'cv-call-objections',
      ]);
      places()[3]?.click();
      await settled(detail);
      expect(findAll(detail, '.pane-b > *').map(({ localName }) => localName)).to.deep.equal([
        'cv-call-people',
        'cv-call-history',
      ]);
    });

    it('mirrors in right-to-left text, except the map', async () => {
      document.documentElement.dir = 'rtl';
      try {
        const detail = await mount();
        const turn = turnsOf(detail)[0];
        const face = turn?.querySelector('.av')?.getBoundingClientRect();
        const text = turn?.querySelector('.txt')?.getBoundingClientRect();
        expect(face?.left ?? 0).to.be.above(text?.left ?? 0);
        const map = inside(detail, 'cv-conversation-map');
        expect(getComputedStyle(find(map, '.player')).direction).to.equal('ltr');
      } finally {
        document.documentElement.dir = '';
      }
    });
  });

  it('writes every text in the words of the host', async () => {
    const detail = await mount({ messages: { 'call-detail.back': 'Alle Gespräche' } });
    expect(words(find(inside(detail, 'cv-call-header'), '.back'))).to.equal('Alle Gespräche');
  });
});
