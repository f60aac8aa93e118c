import { ConnectionError, PermissionError, ServerError, type Call, type CallVault } from '@callvault/sdk';
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { define } from '../core/define.ts';
import { aCall, aPage, aParticipant } from '../testing/a-call.ts';
import { expectAccessible } from '../testing/accessible.ts';
import { fakeVault, type VaultParts } from '../testing/fake-vault.ts';
import { find, findAll, fixture, settled, until } from '../testing/fixture.ts';
import type { CallLibrary } from './call-library.ts';
import './define.ts';
import { ImportPanel } from './import-panel.ts';

type ListQuery = Parameters<CallVault['calls']['list']>[0];

const pricing = { id: 'tag_1', name: 'Pricing', color: 2, isSystem: true };
const folder = {
  id: 'f1',
  name: 'Kestrel Freight',
  parentId: null,
  depth: 1,
  color: 1,
  icon: null,
  description: '',
  isHidden: false,
  calls: 2,
};
const threeCalls = [
  aCall({
    id: 'c1',
    title: 'Alder Foods: pricing review',
    outcome: 'open',
    client: { id: 'k', name: 'Kestrel Freight' },
    participants: [aParticipant('Maya Lindqvist', 'us'), aParticipant('Karen Whitfield')],
    tags: [pricing],
    durationMs: 2_538_000,
    strip: { us: [0.5, 0], them: [0, 0.8] },
    counts: { turns: 9, objections: 3, profits: 0, actionItems: 0, openActionItems: 0 },
  }),
  aCall({ id: 'c2', title: 'Tidewater: discovery', startedAt: '2026-11-23T11:00:00Z' }),
  aCall({ id: 'c3', title: 'Cobalt: second round', startedAt: '2026-11-20T16:15:00Z', outcome: 'won' }),
];

interface Setup {
  readonly calls?: readonly Call[];
  readonly list?: CallVault['calls']['list'];
  readonly parts?: VaultParts['calls'];
  readonly others?: VaultParts;
  readonly width?: number;
}

const mount = ({ calls = threeCalls, list, parts = {}, others = {}, width = 1200 }: Setup = {}) =>
  fixture<CallLibrary>(html`<cv-call-library></cv-call-library>`, {
    width,
    vault: fakeVault({
      calls: { list: list ?? (async () => aPage(calls)), facets: async () => emptyFacets, ...parts },
      folders: { list: async () => ({ items: [folder] }) },
      tags: { list: async () => ({ items: [{ ...pricing, calls: 1 }] }) },
      ...others,
    }),
  });

const emptyFacets = { clients: [], tags: [], speakers: [], outcomes: [], sources: [], sentiments: [] };
const titles = (library: CallLibrary) => findAll(library, '.c-title').map((title) => title.textContent);
const key = (library: CallLibrary, name: string, options: KeyboardEventInit = {}) => {
  const target = library.shadowRoot?.activeElement ?? find(library, '.call');
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true, ...options }),
  );
  return settled(library);
};
/** Menus and pickers load with the first click. */
const overlays = async (library: CallLibrary) => {
  await until(() => find(library, 'cv-call-overlays').shadowRoot, 'the overlays', 8000);
  await settled(library);
};
const inOverlays = (library: CallLibrary, selector: string) =>
  find(library, 'cv-call-overlays').shadowRoot?.querySelector(selector)?.shadowRoot;
const toastOf = (library: CallLibrary) => {
  const toast = library.shadowRoot?.querySelector('cv-toast')?.shadowRoot;
  return {
    text: toast?.querySelector('.toast')?.textContent?.trim() ?? '',
    action: toast?.querySelector<HTMLElement>('.btn'),
  };
};

describe('cv-call-library', () => {
  it('is accessible, wide and narrow, with calls selected', async () => {
    for (const width of [1200, 390]) {
      const library = await mount({ width });
      library.selected = ['c1'];
      await settled(library);
      await expectAccessible(library);
    }
  });

  it('draws calls under their day, with the totals of the whole day', async () => {
    const library = await mount();
    expect(titles(library)).to.deep.equal(threeCalls.map(({ title }) => title));
    const days = findAll(library, '.day').map((day) => day.textContent?.replace(/\s+/g, ' ').trim());
    expect(days).to.have.length(2);
    expect(days[0]).to.contain('2 calls, 1 h 12 min');
    expect(find(library, '.call').textContent?.replace(/\s+/g, ' ')).to.contain('Maya Lindqvist with Karen Whitfield');
    expect(find(library, '.c-dur').textContent).to.equal('42:18');
    expect(find(library, '.foot').textContent).to.contain('3 calls, 1 h 42 min');
  });

  it('says an outcome by shape and word, and leaves out a signal that is zero', async () => {
    const library = await mount();
    expect(findAll(library, '.o').map((glyph) => glyph.title)).to.deep.equal(['Open', 'No outcome', 'Won']);
    const [first] = findAll(library, '.c-sig');
    expect(first?.textContent?.replace(/\s+/g, ' ').trim()).to.equal('33 objections');
  });

  it('keeps only rows in view in the document, of ten thousand calls', async () => {
    const calls = Array.from({ length: 10_000 }, (_, index) => aCall({ id: `n${index}`, title: `Call ${index}` }));
    const library = await mount({ calls });
    expect(findAll(library, '.call').length).to.be.within(8, 40);
    const scroller = find(library, '.scroll');
    expect(scroller.scrollHeight).to.be.greaterThan(590_000);
    scroller.scrollTop = 300_000;
    await until(() => titles(library).includes('Call 5000'), 'the middle of the list');
    expect(findAll(library, '.call').length).to.be.within(8, 50);
    expect(find(library, '.day.is-stuck').textContent).to.contain('10,000 calls');
  });

  it('stays windowed in a place that has no height of its own', async () => {
    const calls = Array.from({ length: 2000 }, (_, index) => aCall({ id: `h${index}` }));
    const library = await mount({ calls });
    library.closest('main')?.style.setProperty('height', 'auto');
    await settled(library);
    await until(() => library.offsetHeight === innerHeight, 'the height of the window');
    expect(findAll(library, '.call').length).to.be.below(50);
  });

  it('loads the next page before the end is reached, once', async () => {
    const asked: ListQuery[] = [];
    const calls = Array.from({ length: 150 }, (_, index) => aCall({ id: `p${index}` }));
    const library = await mount({
      list: async (query) => {
        asked.push(query);
        return query?.cursor ? aPage(calls.slice(100)) : aPage(calls.slice(0, 100), { nextCursor: 'two', total: 150 });
      },
    });
    expect(asked).to.have.length(1);
    find(library, '.scroll').scrollTop = 5000;
    await until(() => asked.length === 2, 'the second page');
    await settled(library);
    find(library, '.scroll').scrollTop = 9000;
    await settled(library);
    expect(asked.map((query) => query?.cursor)).to.deep.equal([undefined, 'two']);
    expect(find(library, '.scroll').getAttribute('aria-rowcount')).to.equal('151');
  });

  it('offers to load the rest again when a page did not come', async () => {
    let fails = true;
    const library = await mount({
      list: async (query) => {
        if (query?.cursor && fails) throw new ServerError('Down.', { code: 'internal', status: 500 });
        return query?.cursor ? aPage([aCall({ id: 'late', title: 'Late' })]) : aPage(threeCalls, { nextCursor: 'two' });
      },
    });
    await until(() => library.shadowRoot?.querySelector('.end-row .u'), 'the note');
    fails = false;
    find(library, '.end-row .u').click();
    await until(() => titles(library).includes('Late'), 'the rest');
  });
});

describe('cv-call-library by keyboard', () => {
  it('moves by J, K, arrows, Home and End, with one tab stop', async () => {
    const library = await mount();
    find(library, '.call').focus();
    const stand = async (...names: string[]) => {
      for (const name of names) await key(library, name);
      expect(findAll(library, '.call[tabindex="0"]')).to.have.length(1);
      return (library.shadowRoot?.activeElement as HTMLElement | null)?.dataset['id'];
    };
    expect(await stand('j', 'ArrowDown')).to.equal('c3');
    expect(await stand('k')).to.equal('c2');
    expect(await stand('Home')).to.equal('c1');
    expect(await stand('End')).to.equal('c3');
  });

  it('selects by X, extends by Shift, and lets go by Esc', async () => {
    const library = await mount();
    const changes: (readonly string[])[] = [];
    library.addEventListener('cv-selection-change', ({ detail }) => changes.push(detail.callIds));
    find(library, '.call').focus();
    await key(library, 'x');
    await key(library, 'ArrowDown', { shiftKey: true });
    expect(library.selected).to.deep.equal(['c1', 'c2']);
    expect(find(library, '.bulk').textContent).to.contain('2 selected');
    await key(library, 'Escape');
    expect(library.selected).to.deep.equal([]);
    expect(changes).to.deep.equal([['c1'], ['c1', 'c2'], []]);
  });

  it('opens by Enter and keeps the place when the host cancels', async () => {
    const library = await mount();
    const opened: string[] = [];
    library.addEventListener('cv-call-open', (event) => {
      opened.push(event.detail.callId);
      event.preventDefault();
    });
    find(library, '.call').focus();
    await key(library, 'j');
    await key(library, 'Enter');
    expect(opened).to.deep.equal(['c2']);
    expect((library.shadowRoot?.activeElement as HTMLElement | null)?.dataset['id']).to.equal('c2');
  });

  it('goes to the search field by / and leaves letters typed there alone', async () => {
    const library = await mount();
    find(library, '.call').focus();
    await key(library, '/');
    expect(library.shadowRoot?.activeElement).to.equal(find(library, '.find'));
    await key(library, 'x');
    expect(library.selected).to.deep.equal([]);
  });
});

describe('cv-call-library by pointer', () => {
  it('selects by the box, a range by Shift, one more by Ctrl, and opens by the row', async () => {
    const library = await mount();
    const opened: string[] = [];
    library.addEventListener('cv-call-open', ({ detail }) => opened.push(detail.callId));
    const [first, second, third] = findAll(library, '.call');
    const click = (target: Element | null | undefined, options: MouseEventInit = {}) =>
      target?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, ...options }));
    click(first?.querySelector('.cb'));
    click(third, { shiftKey: true });
    expect(library.selected).to.deep.equal(['c1', 'c2', 'c3']);
    click(second, { ctrlKey: true });
    expect(library.selected).to.deep.equal(['c1', 'c3']);
    expect(opened).to.deep.equal([]);
    click(second);
    expect(opened).to.deep.equal(['c2']);
  });
});

describe('cv-call-library filters', () => {
  it('asks for what the view says and tells the host about a change', async () => {
    const asked: ListQuery[] = [];
    const library = await mount({ list: async (query) => (asked.push(query), aPage(threeCalls)) });
    library.filter = { tagId: ['tag_1'], minDurationMs: 60_000 };
    library.sort = 'longest';
    await settled(library);
    expect(asked.at(-1)).to.include({ sort: 'longest', minDurationMs: 60_000, timeZone: 'UTC', limit: 100 });
    expect(asked.at(-1)?.tagId).to.deep.equal(['tag_1']);
    const views: unknown[] = [];
    library.addEventListener('cv-view-change', ({ detail }) => views.push(detail));
    find(library, '.chip .rm').click();
    await settled(library);
    expect(views).to.deep.equal([{ query: '', filter: { minDurationMs: 60_000 }, sort: 'longest', bin: false }]);
    expect(asked.at(-1)).to.not.have.property('tagId');
  });

  it('names the values of a filter that came from the host', async () => {
    const library = await mount({
      parts: { facets: async () => ({ ...emptyFacets, tags: [{ id: 'tag_1', name: 'Pricing', color: 2, calls: 3 }] }) },
    });
    library.filter = { tagId: ['tag_1', 'tag_2'], days: 30 };
    await settled(library);
    await settled(library);
    const chips = findAll(library, '.chip .f-open').map((chip) => chip.textContent?.replace(/\s+/g, ' ').trim());
    expect(chips).to.deep.equal(['Dateislast 30 days', 'Tagis any ofPricing, +1']);
  });

  it('applies a choice in the filter menu at once', async () => {
    const library = await mount({
      parts: { facets: async () => ({ ...emptyFacets, outcomes: [{ value: 'won', calls: 41 }] }) },
    });
    find(library, '.chip.add').click();
    await overlays(library);
    const menu = inOverlays(library, 'cv-call-filter-menu');
    const item = (text: string) =>
      [...(menu?.querySelectorAll<HTMLElement>('.it') ?? [])].find((it) => it.textContent?.includes(text));
    item('Outcome')?.click();
    await settled(library);
    await until(() => item('Won'), 'the values');
    item('Won')?.click();
    await settled(library);
    expect(library.filter).to.deep.equal({ outcome: ['won'] });
    await expectAccessible(library);
  });

  it('says what matches nothing, and the field to let go of', async () => {
    const library = await mount({
      list: async (query) => (query?.limit === 1 ? aPage([], { total: 'tagId' in query ? 0 : 4 }) : aPage([])),
    });
    library.filter = { tagId: ['tag_1'], days: 7 };
    await settled(library);
    const empty = () => library.shadowRoot?.querySelector('cv-call-empty')?.shadowRoot;
    await until(() => empty()?.textContent?.includes('There are 4 without tag'), 'the nearest');
    empty()?.querySelector<HTMLElement>('.btn')?.click();
    expect(library.filter).to.deep.equal({ days: 7 });
  });
});

describe('cv-call-library changes', () => {
  const select = async (setup: Setup) => {
    const library = await mount(setup);
    library.selected = ['c1', 'c2'];
    await settled(library);
    return library;
  };

  it('deletes at once and puts the calls back by Undo', async () => {
    const undone: string[] = [];
    const library = await select({
      parts: {
        delete: async (ids) => ({ changed: ids.length, undo: 'undo_7' }),
        undo: async (token) => (undone.push(token), { changed: 2 }),
      },
    });
    find(library, '.bulk [aria-label^="Delete"]').click();
    await until(() => titles(library).length === 1, 'the calls to go');
    expect(titles(library)).to.deep.equal(['Cobalt: second round']);
    expect(library.selected).to.deep.equal([]);
    await until(() => toastOf(library).text.includes('2 calls deleted'), 'the toast');
    toastOf(library).action?.click();
    await until(() => titles(library).length === 3, 'the calls');
    expect(undone).to.deep.equal(['undo_7']);
  });

  it('puts everything back with the reason when the API refuses', async () => {
    const library = await select({
      parts: {
        delete: async () => {
          throw new PermissionError('This key lacks "calls:delete".', { code: 'forbidden', status: 403 });
        },
      },
    });
    find(library, '.bulk [aria-label^="Delete"]').click();
    await until(() => toastOf(library).text.includes('put back as it was'), 'the toast');
    expect(toastOf(library).text).to.contain('This key lacks "calls:delete".');
    expect(titles(library)).to.have.length(3);
  });

  it('moves calls into a folder', async () => {
    const bodies: unknown[] = [];
    const library = await select({
      parts: { bulkUpdate: async (body) => (bodies.push(body), { changed: 2, undo: 'u' }) },
    });
    find(library, '.bulk [aria-label="Move"]').click();
    await overlays(library);
    inOverlays(library, '#move')?.querySelector<HTMLElement>('.it')?.click();
    await until(() => toastOf(library).text.includes('2 calls moved to Kestrel Freight'), 'the toast');
    expect(bodies).to.deep.equal([{ callIds: ['c1', 'c2'], change: { addFolderIds: ['f1'] } }]);
  });

  it('shows how many of the selected calls carry a tag, and makes a new one in the last line', async () => {
    const bodies: unknown[] = [];
    const library = await select({
      parts: { bulkUpdate: async (body) => (bodies.push(body), { changed: 2, undo: 'u' }) },
      others: {
        tags: {
          list: async () => ({ items: [{ ...pricing, calls: 1 }] }),
          create: async ({ name }) => ({ id: 'tag_new', name, color: 8, isSystem: false, calls: 0 }),
        },
      },
    });
    find(library, '.bulk [aria-label="Tag"]').click();
    await overlays(library);
    const picker = inOverlays(library, 'cv-call-tag-picker');
    await until(() => picker?.querySelector('.it')?.textContent?.includes('1 of 2 calls'), 'the mixed tag');
    const input = picker?.querySelector('input');
    if (!input) throw new Error('The picker has no field.');
    input.value = 'Renewal';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await settled(library);
    picker?.querySelector<HTMLElement>('.it')?.click();
    await until(() => bodies.length === 1, 'the change');
    expect(bodies).to.deep.equal([{ callIds: ['c1', 'c2'], change: { addTagIds: ['tag_new'] } }]);
  });
});

describe('cv-call-library import', () => {
  const imported = (facts: object) => ({
    id: 'imp_1',
    jobId: 'job_1',
    createdAt: '2026-11-23T10:00:00Z',
    status: 'done' as const,
    progress: { done: 2, total: 2 },
    files: [],
    ...facts,
  });

  it('takes files dropped anywhere and says what came of each, with line and reason', async () => {
    const bodies: unknown[] = [];
    const files = [
      { name: 'good.vtt', status: 'imported' as const, format: 'vtt', callIds: ['c9'], error: null },
      {
        name: 'bad.srt',
        status: 'failed' as const,
        format: 'srt',
        callIds: [],
        error: { code: 'bad_time', message: 'The end is before the start.', line: 14 },
      },
    ];
    const library = await mount({
      others: {
        imports: {
          create: async (body) => (bodies.push(body), imported({ status: 'running', progress: { done: 0, total: 2 } })),
          watch: async function* () {
            yield imported({ files });
          },
        },
      },
    });
    const transfer = new DataTransfer();
    transfer.items.add(new File(['WEBVTT'], 'good.vtt'));
    transfer.items.add(new File([new Uint8Array([0xff, 0xfe, 0x00])], 'bad.srt'));
    const drag = (type: string) =>
      find(library, '.call').dispatchEvent(
        new DragEvent(type, { bubbles: true, composed: true, cancelable: true, dataTransfer: transfer }),
      );
    drag('dragenter');
    await library.updateComplete;
    expect(find(library, '.drop').textContent).to.contain('Drop transcripts to import them');
    drag('drop');
    const panel = () =>
      find(library, 'cv-call-import-panel').shadowRoot?.querySelector('.job')?.textContent?.replace(/\s+/g, ' ') ?? '';
    await until(() => panel().includes('1 file imported, 1 could not be read'), 'the result');
    expect(panel()).to.contain('bad.srt line 14: The end is before the start.');
    expect(bodies).to.deep.equal([
      {
        files: [
          { name: 'good.vtt', content: 'WEBVTT', encoding: 'utf8' },
          { name: 'bad.srt', content: '//4A', encoding: 'base64' },
        ],
      },
    ]);
  });

  it('says why an import did not start and tries the same files again', async () => {
    let tries = 0;
    const library = await mount({
      others: {
        imports: {
          create: async () => {
            tries += 1;
            throw new PermissionError('Your plan has 300 of 300 minutes used.', { code: 'plan_limit', status: 402 });
          },
        },
      },
    });
    define(ImportPanel);
    const panel = find(library, 'cv-call-import-panel');
    await panel.start([new File(['x'], 'a.txt')]);
    await settled(library);
    expect(panel.shadowRoot?.textContent).to.contain('300 of 300 minutes');
    panel.shadowRoot?.querySelector<HTMLElement>('.btn')?.click();
    await until(() => tries === 2, 'the second try');
  });
});

describe('cv-call-library states', () => {
  it('invites to import when there are no calls, and takes a slot of the host instead', async () => {
    const library = await mount({ calls: [] });
    const empty = () => find(library, 'cv-call-empty').shadowRoot?.querySelector('cv-empty');
    await until(() => empty()?.heading === 'No calls yet', 'the invitation');
    await expectAccessible(library);
  });

  it('keeps filters usable while it loads', async () => {
    const library = await mount({ list: () => new Promise(() => undefined) });
    expect(find(library, 'cv-skeleton').rows).to.equal(9);
    expect(find<HTMLButtonElement>(library, '.chip.add').disabled).to.equal(false);
  });

  it('says what failed and loads again', async () => {
    let fails = true;
    const library = await mount({
      list: async () => {
        if (fails) throw new ServerError('Down.', { code: 'internal', status: 500, requestId: 'req_1' });
        return aPage(threeCalls);
      },
    });
    const problem = find(library, 'cv-problem');
    await until(() => problem.shadowRoot?.textContent?.includes('Calls did not load'), 'the problem');
    fails = false;
    problem.dispatchEvent(new CustomEvent('cv-retry'));
    await until(() => titles(library).length === 3, 'the calls');
  });

  it('keeps showing the calls it has when a refresh fails', async () => {
    let fails = false;
    const library = await mount({
      list: async () => {
        if (fails) throw new ConnectionError('No network.', { code: 'connection_failed', retryable: true });
        return aPage(threeCalls);
      },
    });
    fails = true;
    await library.refresh();
    await settled(library);
    expect(titles(library)).to.have.length(3);
    expect(find(library, '.note').textContent).to.contain('Showing 3 calls from');
  });

  it('goes into a folder and out of it by the rail', async () => {
    const asked: ListQuery[] = [];
    const library = await mount({ list: async (query) => (asked.push(query), aPage(threeCalls)) });
    await until(() => find(library, 'cv-call-folder-rail').shadowRoot, 'the rail');
    await settled(library);
    const rail = find(library, 'cv-call-folder-rail').shadowRoot;
    rail?.querySelector<HTMLElement>('[data-folder="f1"]')?.click();
    await settled(library);
    expect(asked.at(-1)?.folderId).to.deep.equal(['f1']);
    expect(find(library, 'h2').textContent).to.equal('Kestrel Freight');
    rail?.querySelector<HTMLElement>('.row')?.click();
    await settled(library);
    expect(asked.at(-1)).to.not.have.property('folderId');
  });

  it('works again after it was taken out and put back', async () => {
    let lists = 0;
    const library = await mount({ list: async () => ((lists += 1), aPage(threeCalls)) });
    const parent = library.parentElement;
    library.remove();
    parent?.append(library);
    await settled(library);
    expect(lists).to.equal(2);
    expect(titles(library)).to.have.length(3);
  });
});
