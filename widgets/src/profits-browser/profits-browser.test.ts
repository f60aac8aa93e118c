import {
  PermissionError,
  ServerError,
  type Body,
  type CallVault,
  type Evidence,
  type ProfitsItem,
} from '@callvault/sdk';
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import './define.ts';
import { aCall } from '../testing/a-call.ts';
import { aJob, anOverview, aProfitsItem } from '../testing/a-profits-item.ts';
import { aCallRef } from '../testing/an-evidence.ts';
import { expectAccessible } from '../testing/accessible.ts';
import { fakeVault, type VaultParts } from '../testing/fake-vault.ts';
import { find, findAll, fixture, settled, until, type FixtureOptions } from '../testing/fixture.ts';
import type { ProfitsBrowser } from './profits-browser.ts';

type ItemQuery = NonNullable<Parameters<CallVault['profits']['list']>[0]>;

const first = aProfitsItem({ id: 'first', statement: 'Blame for a failed peak' });
const second = aProfitsItem({
  id: 'second',
  statement: 'Breaking a thing that works',
  status: 'accepted',
  isStarred: true,
});
const third = aProfitsItem({
  id: 'third',
  statement: 'Drivers refusing another app',
  call: aCallRef({ id: 'tidewater', title: 'Tidewater: discovery' }),
});
const items = [first, second, third];
const overview = anOverview(
  [
    ['pain', 64, 52, 9, 3],
    ['fears', 3, 1, 2, 1],
  ],
  {
    grid: [
      {
        call: aCallRef(),
        counts: { pain: 2, results: 0, obstacles: 1, fears: 3, identity: 0, triggers: 0, success: 0 },
      },
    ],
    missing: [{ call: aCallRef(), elements: ['results', 'identity'], question: 'Who else loses sleep?' }],
  },
);

interface Parts {
  readonly profits?: NonNullable<VaultParts['profits']>;
  readonly jobs?: NonNullable<VaultParts['jobs']>;
  readonly calls?: NonNullable<VaultParts['calls']>;
}

const vaultWith = ({ profits = {}, jobs = {}, calls = {} }: Parts = {}) =>
  fakeVault({
    profits: {
      list: async () => ({ items, nextCursor: null, total: 3 }),
      overview: async () => overview,
      update: async (id, change) => ({ ...(items.find((each) => each.id === id) ?? first), ...change }),
      ...profits,
    },
    jobs,
    calls: {
      facets: async () => ({ clients: [], speakers: [], sources: [], sentiments: [], outcomes: [], tags: [] }),
      ...calls,
    },
    folders: { list: async () => ({ items: [] }) },
  });

const mount = (parts: Parts = {}, options: FixtureOptions = {}) =>
  fixture<ProfitsBrowser>(html`<cv-profits-browser element="fears"></cv-profits-browser>`, {
    vault: vaultWith(parts),
    width: 1180,
    ...options,
  });

const statements = (browser: ProfitsBrowser) => findAll(browser, '.pr h4').map((head) => head.textContent);
const focused = (browser: ProfitsBrowser) => {
  const { renderRoot } = browser;
  const active = renderRoot instanceof ShadowRoot ? renderRoot.activeElement : null;
  return active?.closest<HTMLElement>('.pr')?.dataset['id'];
};

async function press(browser: ProfitsBrowser, key: string) {
  const { renderRoot } = browser;
  const active = renderRoot instanceof ShadowRoot ? renderRoot.activeElement : null;
  active?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
  await settled(browser);
}

/** Updates that wait for a word. */
function held() {
  const sent: [string, Body<'profits.update'>][] = [];
  const refusals: (() => void)[] = [];
  const update = (id: string, change: Body<'profits.update'>) =>
    new Promise<ProfitsItem>((_, reject) => {
      sent.push([id, change]);
      refusals.push(() =>
        reject(new PermissionError('This key lacks "profits:write".', { code: 'forbidden', status: 403 })),
      );
    });
  return { sent, refusals, update };
}

describe('cv-profits-browser', () => {
  it('is accessible, in both schemes', async () => {
    for (const scheme of ['light', 'dark'] as const) await expectAccessible(await mount({}, { scheme }));
  });

  it('is accessible while narrow, while editing and while empty', async () => {
    const browser = await mount({}, { width: 390 });
    await expectAccessible(browser);
    findAll(browser, '.pr-a .btn')[1]?.click();
    await settled(browser);
    await expectAccessible(browser);
    const empty = await mount({
      profits: {
        list: async () => ({ items: [], nextCursor: null, total: 0 }),
        overview: async () => anOverview([], { calls: 0 }),
      },
    });
    expect(find(empty, 'cv-empty').getAttribute('heading')).to.equal('Nothing extracted yet');
    await expectAccessible(empty);
  });

  it('fits into 320 pixels without sideways scroll', async () => {
    const browser = await mount({}, { width: 320 });
    for (const part of findAll(browser, '.wid, .prs, .pcs, .pl-h')) expect(part.scrollWidth).to.be.at.most(320);
  });

  it('spells the word with counts, what is left to review, and asks for the element picked', async () => {
    const asked: ItemQuery[] = [];
    const browser = await mount({
      profits: {
        list: async (query = {}) => {
          asked.push(query);
          return { items, nextCursor: null, total: 3 };
        },
      },
    });
    const tabs = findAll(browser, '.pc');
    expect(tabs.map((tab) => tab.querySelector('.pc-l')?.textContent).join('')).to.equal('PROFITS');
    expect(tabs[0]?.textContent).to.contain('64').and.to.contain('9 to review');
    tabs[0]?.click();
    await settled(browser);
    expect(asked.map(({ element }) => element)).to.deep.equal([['fears'], ['pain']]);
  });

  it('groups items by call', async () => {
    const browser = await mount();
    const heads = findAll(browser, '.grp').map((head) => head.textContent?.replace(/\s+/g, ' '));
    expect(heads.length).to.equal(2);
    expect(heads[0]).to.contain('Alder Foods').and.to.contain('2 items');
    expect(heads[1]).to.contain('Tidewater').and.to.contain('1 item');
  });

  it('reviews by keyboard: A, S, R, each then on to the next item', async () => {
    const { sent, update } = held();
    const browser = await mount({ profits: { update } });
    find(browser, '.pr').focus();
    await press(browser, 'a');
    expect(focused(browser)).to.equal('second');
    await press(browser, 's');
    expect(focused(browser)).to.equal('third');
    await press(browser, 'k');
    expect(focused(browser)).to.equal('second');
    await press(browser, 'r');
    expect(focused(browser)).to.equal('third');
    expect(sent).to.deep.equal([
      ['first', { status: 'accepted' }],
      ['second', { isStarred: false }],
      ['second', { status: 'rejected' }],
    ]);
    expect(statements(browser)).to.deep.equal([first.statement, third.statement]);
  });

  it('edits in place with E, saves with Enter and leaves with Escape', async () => {
    const sent: Body<'profits.update'>[] = [];
    const browser = await mount({
      profits: {
        update: async (_id, change) => {
          sent.push(change);
          return { ...first, ...change, isEdited: true };
        },
      },
    });
    find(browser, '.pr').focus();
    await press(browser, 'e');
    const field = find<HTMLInputElement>(browser, '.ed-i');
    expect(field.value).to.equal(first.statement);
    await press(browser, 'a');
    expect(sent).to.deep.equal([]);
    await press(browser, 'Escape');
    expect(browser.renderRoot.querySelector('.ed-i')).to.equal(null);
    expect(focused(browser)).to.equal('first');
    await press(browser, 'e');
    find<HTMLInputElement>(browser, '.ed-i').value = 'Blame if January fails';
    find<HTMLFormElement>(browser, '.ed').requestSubmit();
    await settled(browser);
    expect(sent).to.deep.equal([{ statement: 'Blame if January fails', status: 'accepted' }]);
    expect(statements(browser)[0]).to.equal('Blame if January fails');
    expect(find(browser, '.pr .pill').textContent).to.equal('Edited');
    expect(focused(browser)).to.equal('second');
  });

  it('counts along at once, and puts item and counts back with a word when the API refuses', async () => {
    const { refusals, update } = held();
    const browser = await mount({ profits: { update } });
    const toReview = () => findAll(browser, '.seg button')[1]?.textContent?.trim();
    find(browser, '.pr-a .pri').click();
    await settled(browser);
    expect(toReview()).to.equal('To review 1');
    expect(find(browser, '.pr').matches('.s-acc')).to.equal(true);
    refusals[0]?.();
    await until(() => toReview() === 'To review 2', 'the roll-back');
    expect(find(browser, '.pr').matches('.s-acc')).to.equal(false);
    await until(
      () => browser.renderRoot.querySelector('cv-toast')?.shadowRoot?.textContent?.includes('lacks "profits:write"'),
      'the message',
    );
  });

  it('puts back only what was refused when two changes are under way', async () => {
    const { refusals, update } = held();
    const browser = await mount({ profits: { update } });
    find(browser, '.pr').focus();
    find(browser, '.pr-a .ib').click();
    await settled(browser);
    find(browser, '.pr-a .pri').click();
    await settled(browser);
    refusals[0]?.();
    await until(() => find(browser, '.pr [aria-pressed]').getAttribute('aria-pressed') === 'false', 'the star to go');
    expect(find(browser, '.pr').matches('.s-acc')).to.equal(true);
  });

  it('takes a rejection back from the message', async () => {
    const sent: Body<'profits.update'>[] = [];
    const browser = await mount({
      profits: {
        update: async (_id, change) => {
          sent.push(change);
          return { ...first, ...change };
        },
      },
    });
    find(browser, '.pr').focus();
    await press(browser, 'r');
    expect(statements(browser)).to.not.include(first.statement);
    const undo = () => browser.renderRoot.querySelector('cv-toast')?.shadowRoot?.querySelector<HTMLElement>('.btn');
    await until(undo, 'the message');
    undo()?.click();
    await settled(browser);
    expect(statements(browser)).to.include(first.statement);
    expect(sent).to.deep.equal([{ status: 'rejected' }, { status: 'to_review' }]);
  });

  it('asks for the next page near the end, and drops a page of another question', async () => {
    const pages: ItemQuery[] = [];
    const browser = await mount({
      profits: {
        list: async (query = {}) => {
          pages.push(query);
          return query.cursor
            ? { items: [aProfitsItem({ statement: 'From page two' })], nextCursor: null, total: 4 }
            : { items, nextCursor: 'two', total: 4 };
        },
      },
    });
    await until(() => statements(browser).includes('From page two'), 'the second page');
    expect(pages.map(({ cursor }) => cursor)).to.deep.equal([undefined, 'two']);
  });

  it('says that further items did not load, and tries again', async () => {
    let fails = true;
    const browser = await mount({
      profits: {
        list: async ({ cursor } = {}) => {
          if (cursor && fails) throw new ServerError('Down.', { code: 'internal', status: 503 });
          return {
            items: cursor ? [aProfitsItem({ statement: 'Late' })] : items,
            nextCursor: cursor ? null : 'two',
            total: 4,
          };
        },
      },
    });
    await until(() => browser.renderRoot.querySelector('.more .note'), 'the note');
    fails = false;
    find(browser, '.more .u').click();
    await until(() => statements(browser).includes('Late'), 'the second page');
  });

  it('drops the answer for an element left meanwhile', async () => {
    let signal: AbortSignal | undefined;
    const browser = await mount({
      profits: {
        list: (query = {}, options) => {
          if (!String(query.element).includes('pain')) return Promise.resolve({ items, nextCursor: null, total: 3 });
          signal = options?.signal;
          return new Promise(() => undefined);
        },
      },
    });
    browser.element = 'pain';
    await settled(browser);
    browser.element = 'fears';
    await settled(browser);
    expect(signal?.aborted).to.equal(true);
    expect(statements(browser).length).to.equal(3);
  });

  it('opens moments and calls with what the host needs', async () => {
    const browser = await mount();
    const moments: Evidence[] = [];
    const calls: string[] = [];
    browser.addEventListener('cv-citation-open', ({ detail, cancelable }) => cancelable && moments.push(detail));
    browser.addEventListener('cv-call-open', ({ detail }) => calls.push(detail.callId));
    find(browser, '.pr .tc').click();
    find(browser, '.grp button').click();
    expect(moments.map(({ startMs }) => startMs)).to.deep.equal([1_170_000]);
    expect(calls).to.deep.equal(['call_alder']);
  });

  it('shows what is missing and what to ask next', async () => {
    const browser = await mount();
    const cells = findAll(browser, '.cov td > span').map((cell) => cell.textContent?.trim());
    expect(cells).to.deep.equal(['2', 'none', '1', '3', 'none', 'none', 'none']);
    expect(find(browser, '.asks').textContent).to.contain('Who else loses sleep?').and.to.contain('Results, Identity');
  });

  it('extracts the calls the filter leaves, with progress and a way to stop', async () => {
    const started: Body<'profits.extract'>[] = [];
    const cancelled: string[] = [];
    const browser = await mount({
      profits: {
        extract: async (body) => {
          started.push(body);
          return { jobId: 'job_1', calls: 2 };
        },
      },
      jobs: {
        retrieve: async () => aJob(),
        cancel: async (id) => {
          cancelled.push(id);
          return aJob({ status: 'cancelled' });
        },
      },
      calls: {
        all: async function* () {
          yield aCall({ id: 'c1' });
          yield aCall({ id: 'c2' });
        },
      },
    });
    browser.filter = { clientId: ['kestrel'] };
    await settled(browser);
    find(browser, '.head .pri').click();
    await until(() => browser.renderRoot.querySelector('.job'), 'the job');
    expect(started).to.deep.equal([{ callIds: ['c1', 'c2'], force: false }]);
    expect(find(browser, '.job').textContent).to.contain('38 of 120');
    await expectAccessible(browser);
    find(browser, '.job .gho').click();
    await until(() => find(browser, '.job').textContent?.includes('stopped'), 'the end');
    expect(cancelled).to.deep.equal(['job_1']);
  });

  it('hands a single folder over by its id', async () => {
    const started: Body<'profits.extract'>[] = [];
    const browser = await mount({
      profits: {
        extract: async (body) => {
          started.push(body);
          return { jobId: 'job_1', calls: 2 };
        },
      },
      jobs: { retrieve: async () => aJob({ status: 'done' }) },
    });
    browser.folderId = 'f1';
    await settled(browser);
    find(browser, '.head .pri').click();
    await until(() => started.length > 0, 'the extraction');
    expect(started).to.deep.equal([{ folderId: 'f1', force: false }]);
  });

  it('fails with a way to try again', async () => {
    const browser = await mount({
      profits: {
        list: () =>
          Promise.reject(new PermissionError('This key lacks "profits:read".', { code: 'forbidden', status: 403 })),
      },
    });
    await until(() => find(browser, 'cv-problem').shadowRoot?.textContent?.includes('profits:read'), 'the reason');
    await expectAccessible(browser);
  });
});
