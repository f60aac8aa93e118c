import { ServerError, type CallVault } from '@callvault/sdk';
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import './define.ts';
import type { CallVaultElement } from '../core/element.ts';
import { expectAccessible } from '../testing/accessible.ts';
import { fakeVault, type VaultParts } from '../testing/fake-vault.ts';
import { find, findAll, fixture, settled, until, type FixtureOptions } from '../testing/fixture.ts';
import type { SearchAnswer } from './choices.ts';
import { forgetSearches } from './recent.ts';
import { answer, hits, nothingFound } from './sample-search.ts';
import type { Search } from './search.ts';
import type { SearchFilter } from './search-filter.ts';

type Ask = CallVault['search']['query'];

const finance: SearchFilter = { field: 'speaker', id: 'finance', label: 'finance' };

const vaultWith = (query: Ask = async () => answer, parts: VaultParts = {}) =>
  fakeVault({
    search: { query },
    calls: {
      facets: async () => ({
        clients: [{ id: 'cl_1', name: 'Kestrel Freight', calls: 41 }],
        tags: [{ id: 'tg_1', name: 'Pricing', color: 2, calls: 118 }],
        speakers: [{ id: 'sp_1', name: 'Sanjay Mehta', calls: 12 }],
        outcomes: [{ value: 'won', calls: 20 }],
        sources: [],
        sentiments: [],
      }),
    },
    ...parts,
  });

/** The axe run walks every node; a busy machine takes its time. */
const AXE_TIMEOUT = 30_000;

interface MountOptions extends FixtureOptions {
  readonly query?: Ask;
  readonly words?: string;
  readonly filters?: readonly SearchFilter[];
  readonly inline?: boolean;
}

async function mount({
  query,
  words = 'detention charges',
  filters = [],
  inline = false,
  ...options
}: MountOptions = {}) {
  const search = await fixture<Search>(
    html`<cv-search hotkey ?open=${!inline} ?inline=${inline} words=${words} .filters=${filters}></cv-search>`,
    { vault: vaultWith(query), width: 1200, ...options },
  );
  if (words) await until(() => search.renderRoot.querySelector('[role="option"], cv-problem, cv-empty'), 'an answer');
  await settled(search);
  // Colours are measured when the palette has faded in.
  await Promise.all(
    [...findAll(search, 'dialog')].flatMap((each) => each.getAnimations().map(({ finished }) => finished)),
  );
  return search;
}

const text = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const input = (search: Search) => find<HTMLInputElement>(search, '.ck-q');
const options = (search: Search) => findAll(search, '[role="option"]');
const chosen = (search: Search) => options(search).findIndex((each) => each.getAttribute('aria-selected') === 'true');

function press(search: Search, key: string, more: KeyboardEventInit = {}) {
  input(search).dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more }),
  );
}

function type(search: Search, words: string) {
  input(search).value = words;
  input(search).dispatchEvent(new InputEvent('input', { bubbles: true }));
}

describe('cv-search', () => {
  beforeEach(() => forgetSearches());

  it('is accessible as a palette', async () => {
    await expectAccessible(await mount({ filters: [finance] }));
  }).timeout(AXE_TIMEOUT);

  it('is accessible as a page in the dark, and when nothing was found', async () => {
    await expectAccessible(await mount({ inline: true, scheme: 'dark' }));
    await expectAccessible(await mount({ inline: true, query: async () => nothingFound }));
  }).timeout(AXE_TIMEOUT);

  it('shows moments with the words found, calls by title and the question for the chat', async () => {
    const search = await mount({ filters: [finance] });
    expect(findAll(search, '.ck-h').map(text)).to.deep.equal(['Moments4 in 4 calls', 'Calls2', 'Ask']);
    const [first] = options(search);
    expect([...(first?.querySelectorAll('mark') ?? [])].map(text)).to.deep.equal(['detention', 'charges']);
    expect(text(options(search).at(-1))).to.contain('What did finance say about detention charges?');
    expect(text(find(search, '.ck-f .num'))).to.equal('6 results, 38 ms');
  });

  it('shows the turns around the choice, with exactly the proof marked', async () => {
    const search = await mount();
    expect(findAll(search, '.ck-t li').length).to.equal(3);
    expect(findAll(search, '.ck-t mark.on').map(text)).to.deep.equal([hits[0]?.evidence.text]);
    press(search, 'ArrowDown');
    await settled(search);
    expect(text(find(search, '.ck-ph b'))).to.equal('Cobalt Packaging: second round on terms');
  });

  it('walks by arrows, opens by Enter and closes, unless the host takes it', async () => {
    const search = await mount();
    press(search, 'ArrowUp');
    await settled(search);
    expect(chosen(search)).to.equal(options(search).length - 1);
    press(search, 'ArrowDown');
    await settled(search);
    expect(chosen(search)).to.equal(0);
    expect(input(search).getAttribute('aria-activedescendant')).to.equal('choice-0');
    const heard: string[] = [];
    const take = (event: HTMLElementEventMap['cv-citation-open']) => {
      heard.push(event.detail.text);
      event.preventDefault();
    };
    search.addEventListener('cv-citation-open', take);
    press(search, 'Enter');
    await settled(search);
    expect(search.open).to.equal(true);
    search.removeEventListener('cv-citation-open', take);
    press(search, 'Enter');
    await settled(search);
    expect(search.open).to.equal(false);
    expect(heard).to.deep.equal([hits[0]?.evidence.text]);
  });

  it('tells which call was chosen and what the chat is asked', async () => {
    const search = await mount();
    const heard: unknown[] = [];
    search.addEventListener('cv-call-open', (event) => (event.preventDefault(), heard.push(event.detail)));
    search.addEventListener('cv-chat-ask', (event) => (event.preventDefault(), heard.push(event.detail)));
    options(search)[4]?.click();
    options(search).at(-1)?.click();
    expect(heard).to.deep.equal([{ callId: 'call_norvane' }, { question: 'What was said about detention charges?' }]);
  });

  it('waits for the end of typing, aborts what is stale and never shows it', async () => {
    const asked: { q: string; signal: AbortSignal | undefined; answer: (value: SearchAnswer) => void }[] = [];
    const search = await mount({
      words: '',
      query: ({ q }, request) => new Promise((resolve) => asked.push({ q, signal: request?.signal, answer: resolve })),
    });
    for (const words of ['d', 'de', 'det']) type(search, words);
    await until(() => asked.length > 0, 'the first question');
    expect(asked.map(({ q }) => q)).to.deep.equal(['det']);
    type(search, 'detention');
    await until(() => asked.length > 1, 'the second question');
    expect(asked[0]?.signal?.aborted).to.equal(true);
    asked[1]?.answer(answer);
    await until(() => options(search).length > 0, 'the answer');
    asked[0]?.answer(nothingFound);
    await settled(search);
    expect(options(search).length).to.equal(7);
  });

  it('asks for what the filters say, takes the last away by Backspace and each by a click', async () => {
    const asked: Parameters<Ask>[0][] = [];
    const search = await mount({
      filters: [finance, { field: 'tag', id: 'tg_1', label: 'Pricing' }],
      query: async (query) => (asked.push(query), answer),
    });
    expect(asked.at(-1)).to.deep.equal({ q: 'detention charges', speaker: ['finance'], tagId: ['tg_1'] });
    findAll(search, '.tok')[0]?.click();
    await until(() => asked.at(-1)?.speaker === undefined, 'the question without a speaker');
    type(search, '');
    await settled(search);
    press(search, 'Backspace');
    await settled(search);
    expect(search.filters).to.deep.equal([]);
  });

  it('adds a filter by Tab, in two steps, and goes back to the words', async () => {
    const search = await mount();
    press(search, 'Tab');
    const popover = find<CallVaultElement>(search, 'cv-search-filters');
    await until(() => findAll(popover, '.it').length === 5, 'the fields');
    await until(() => popover.shadowRoot?.activeElement?.textContent?.includes('Speaker'), 'the focus');
    findAll(popover, '.it')[2]?.click();
    await until(() => findAll(popover, '[role="checkbox"]').length === 1, 'the tags');
    findAll(popover, '.it')[0]?.click();
    await settled(search);
    expect(search.filters).to.deep.equal([{ field: 'tag', id: 'tg_1', label: 'Pricing' }]);
    find(popover, '.pop').hidePopover();
    await until(() => search.shadowRoot?.activeElement === input(search), 'the words');
  });

  it('offers the nearest that has results when the filters leave nothing', async () => {
    const search = await mount({ filters: [finance], query: async ({ speaker }) => (speaker ? nothingFound : answer) });
    await until(() => findAll(search, '.near .btn').length === 2, 'the nearest');
    expect(findAll(search, '.near .btn').map(text)).to.deep.equal([
      'Without speaker finance4 moments',
      'Clear filters',
    ]);
    findAll(search, '.near .btn')[0]?.click();
    await until(() => options(search).length === 7, 'the results');
    expect(search.filters).to.deep.equal([]);
  });

  it('keeps apart what was found in summaries', async () => {
    const items = hits.map((hit, at) => ({ ...hit, foundIn: at === 3 ? ('summary' as const) : hit.foundIn }));
    const search = await mount({ query: async () => ({ ...answer, items }) });
    expect(findAll(search, '.ck-h').map(text).slice(0, 2)).to.deep.equal(['Moments3 in 3 calls', 'In summaries']);
  });

  it('opens by Ctrl+K and Cmd+K from anywhere, closes by Esc and gives the focus back', async () => {
    const search = await mount({ words: '' });
    search.close();
    await settled(search);
    const button = document.createElement('button');
    document.body.append(button);
    try {
      button.focus();
      const event = new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true, cancelable: true });
      button.dispatchEvent(event);
      await settled(search);
      expect(event.defaultPrevented).to.equal(true);
      expect(find<HTMLDialogElement>(search, 'dialog').matches(':modal')).to.equal(true);
      let closed = 0;
      search.addEventListener('cv-search-close', () => (closed += 1));
      find<HTMLDialogElement>(search, 'dialog').close();
      await until(() => closed === 1, 'the event');
      expect(search.open).to.equal(false);
      expect(document.activeElement).to.equal(button);
    } finally {
      button.remove();
    }
  });

  it('leaves Ctrl+K to a host that takes it', async () => {
    const search = await mount({ words: '' });
    search.close();
    await settled(search);
    const event = new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, cancelable: true });
    event.preventDefault();
    window.dispatchEvent(event);
    await settled(search);
    expect(search.open).to.equal(false);
  });

  it('remembers searches that led somewhere while the page lives, and forgets them on demand', async () => {
    const search = await mount();
    search.addEventListener('cv-citation-open', (event) => event.preventDefault());
    press(search, 'Enter');
    type(search, '');
    await settled(search);
    expect(options(search).map(text)).to.deep.equal(['detention charges']);
    press(search, 'Enter');
    await until(() => options(search).length === 7, 'the search again');
    type(search, '');
    await settled(search);
    find(search, '.link').click();
    await settled(search);
    expect(options(search)).to.have.length(0);
  });

  it('names what failed and asks again', async () => {
    let asked = 0;
    const down = new ServerError('Down.', { code: 'internal', status: 500, requestId: 'req_1' });
    const search = await mount({
      query: async () => {
        if (++asked === 1) throw down;
        return answer;
      },
    });
    find(search, 'cv-problem').dispatchEvent(new CustomEvent('cv-retry'));
    await until(() => options(search).length === 7, 'the results');
  });

  for (const width of [320, 390, 899, 1200])
    it(`has no sideways scroll as a page of ${width} pixels`, async () => {
      const search = await mount({ inline: true, width, filters: [finance] });
      const edge = search.getBoundingClientRect().right;
      const outside = findAll(search, '.ck *').filter(
        (each) =>
          each instanceof HTMLElement &&
          !each.closest('.toks, .vh, [popover]') &&
          each.getBoundingClientRect().right > edge + 1,
      );
      expect(outside.map((each) => each.className)).to.deep.equal([]);
    });

  it('mirrors in right-to-left text', async () => {
    document.documentElement.dir = 'rtl';
    try {
      const search = await mount({ inline: true });
      const list = find(search, '.ck-l').getBoundingClientRect();
      expect(list.left).to.be.above(find(search, '.ck-p').getBoundingClientRect().left);
    } finally {
      document.documentElement.dir = '';
    }
  });
});
