import { PermissionError, ServerError, type CallVault, type Evidence, type Rebuttal } from '@callvault/sdk';
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../rebuttal-library/define.ts';
import { aRebuttal, anObjection, kindCounts } from '../testing/a-rebuttal.ts';
import { anEvidence } from '../testing/an-evidence.ts';
import { expectAccessible } from '../testing/accessible.ts';
import { fakeVault, type VaultParts } from '../testing/fake-vault.ts';
import { find, findAll, fixture, settled, until, type FixtureOptions } from '../testing/fixture.ts';
import type { RebuttalDetail } from './rebuttal-detail.ts';
import type { RebuttalLibrary } from './rebuttal-library.ts';
import type { ReplyDialog } from './reply-dialog.ts';
import type { UnansweredObjections } from './unanswered.ts';

type Rebuttals = NonNullable<VaultParts['rebuttals']>;
type ListQuery = NonNullable<Parameters<CallVault['rebuttals']['list']>[0]>;

const measured = aRebuttal({
  id: 'measured',
  name: 'Set a measured cost beside the price',
  speakers: ['Maya Lindqvist', 'a', 'b', 'c', 'd', 'e', 'f'],
});
const discount = aRebuttal({ id: 'discount', name: 'Offer a discount', worked: 2, judged: 17, used: 20 });
const items = [measured, discount];

const vaultWith = (rebuttals: Rebuttals = {}) =>
  fakeVault({
    rebuttals: {
      list: async () => ({ items, readsAs: [], objections: 71 }),
      kinds: async () => kindCounts([['price', 58, 35]]),
      retrieve: async () => ({ ...measured, cases: [anObjection({ id: 'first' })] }),
      objections: async () => ({ items: [], nextCursor: null, total: 0 }),
      ...rebuttals,
    },
    folders: { list: async () => ({ items: [] }) },
    calls: {
      facets: async () => ({ clients: [], speakers: [], sources: [], sentiments: [], outcomes: [], tags: [] }),
    },
  });

const mount = (rebuttals: Rebuttals = {}, options: FixtureOptions = {}) =>
  fixture<RebuttalLibrary>(html`<cv-rebuttal-library></cv-rebuttal-library>`, {
    vault: vaultWith(rebuttals),
    width: 1180,
    ...options,
  });

const detailOf = (library: RebuttalLibrary) => find<RebuttalDetail>(library, 'cv-rebuttal-detail');
const names = (library: RebuttalLibrary) => findAll(library, '.rb-t').map((row) => row.textContent?.trim());

async function type(library: RebuttalLibrary, text: string) {
  const input = find<HTMLInputElement>(library, '.find input');
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await until(() => library.objection === text, 'the typing pause');
  await settled(library);
}

function pressed(element: Element, key: string) {
  element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
}

describe('cv-rebuttal-library', () => {
  it('is accessible, in both schemes, with a reply open', async () => {
    for (const scheme of ['light', 'dark'] as const) {
      const library = await mount({}, { scheme });
      await settled(detailOf(library));
      await expectAccessible(library);
    }
  });

  it('is accessible while compact and while empty', async () => {
    const library = await mount({}, { width: 390 });
    library.compact = true;
    await settled(library);
    await expectAccessible(library);
    const empty = await mount({ list: async () => ({ items: [], readsAs: [], objections: 0 }) });
    await expectAccessible(empty);
  });

  it('fits into 320 pixels without sideways scroll', async () => {
    const library = await mount({}, { width: 320 });
    expect(find(library, '.wid').scrollWidth).to.be.at.most(320);
    for (const part of findAll(library, '.rbm, .scroll, .find')) expect(part.scrollWidth).to.be.at.most(320);
  });

  it('says how often a reply worked, with one tick per judged case', async () => {
    const library = await mount();
    const [first] = findAll(library, '.rb');
    expect(first?.querySelector('.rb-w')?.textContent).to.contain('14 of 19 worked');
    expect(first?.querySelectorAll('.units .y').length).to.equal(14);
    expect(first?.querySelectorAll('.units .n').length).to.equal(5);
    expect(first?.querySelector('.src')?.textContent).to.contain('and 6 others');
  });

  it('says when a reply was used more often than it could be judged, and when it rarely works', async () => {
    const library = await mount();
    const second = findAll(library, '.rb')[1];
    expect(second?.textContent).to.contain('used 20 times').and.to.contain('Rarely works');
  });

  it('asks for what was typed, and drops the answer to what was typed before', async () => {
    const asked: ListQuery[] = [];
    const signals: (AbortSignal | undefined)[] = [];
    let answerFirst: (() => void) | undefined;
    const library = await mount({
      list: async (query = {}, { signal } = {}) => {
        asked.push(query);
        signals.push(signal);
        if (query.objection === 'too') await new Promise<void>((resolve) => (answerFirst = resolve));
        const name = `after ${query.objection ?? 'nothing'}`;
        return { items: [aRebuttal({ name })], readsAs: ['price'], objections: 3 };
      },
    });
    await type(library, 'too');
    await type(library, 'too much');
    expect(names(library)).to.deep.equal(['after too much']);
    expect(signals[1]?.aborted).to.equal(true);
    answerFirst?.();
    await settled(library);
    expect(names(library)).to.deep.equal(['after too much']);
    expect(asked.map(({ objection }) => objection)).to.deep.equal([undefined, 'too', 'too much']);
  });

  it('offers the kinds an objection reads as, and narrows to one of them', async () => {
    const asked: ListQuery[] = [];
    const library = await mount({
      list: async (query = {}) => {
        asked.push(query);
        return { items, readsAs: ['status_quo', 'price'], objections: 3 };
      },
    });
    await type(library, 'we do it by hand');
    const [chip] = findAll<HTMLButtonElement>(library, '.find-k .chip');
    expect(chip?.textContent?.trim()).to.equal('Status quo');
    chip?.click();
    await settled(library);
    expect(asked.at(-1)?.kind).to.deep.equal(['status_quo']);
    expect(find(library, '.find-k .chip').getAttribute('aria-pressed')).to.equal('true');
  });

  it('keeps to the calls the host gives it', async () => {
    const asked: ListQuery[] = [];
    await fixture<RebuttalLibrary>(
      html`<cv-rebuttal-library
        client-id="c1"
        folder-id="f1"
        from="2026-01-01T00:00:00Z"
        .filter=${{ clientId: ['c2'] }}
      >
      </cv-rebuttal-library>`,
      {
        vault: vaultWith({
          list: async (query = {}) => {
            asked.push(query);
            return { items, readsAs: [], objections: 0 };
          },
        }),
      },
    );
    expect(asked[0]).to.include({ from: '2026-01-01T00:00:00Z' });
    expect(asked[0]?.clientId).to.deep.equal(['c1']);
    expect(asked[0]?.folderId).to.deep.equal(['f1']);
  });

  it('tells the story in three beats and what it was judged by', async () => {
    const library = await mount();
    const detail = detailOf(library);
    await settled(detail);
    const beats = findAll(detail, '.ex-l').map((beat) => beat.textContent);
    expect(beats).to.deep.equal(['They said', 'Reply', 'Then']);
    expect(findAll(detail, '.exch mark').length).to.equal(2);
    expect(find(detail, '.verdict').textContent).to.contain('next words').and.to.contain('still open');
  });

  it('opens a moment with its evidence, and leaves the rest to the host', async () => {
    const library = await mount();
    const detail = detailOf(library);
    await settled(detail);
    const opened: Evidence[] = [];
    library.addEventListener('cv-citation-open', (event) => {
      expect(event.cancelable && event.composed && event.bubbles).to.equal(true);
      opened.push(event.detail);
    });
    find(detail, '.exch .tc').click();
    expect(opened.map(({ startMs }) => startMs)).to.deep.equal([1_072_000]);
  });

  it('opens nothing when the host cancels the choice', async () => {
    const library = await mount();
    library.addEventListener('cv-rebuttal-select', (event) => event.preventDefault());
    findAll(library, '.rb-t')[1]?.click();
    await settled(library);
    expect(find(library, '.rb.on .rb-t').textContent?.trim()).to.equal(measured.name);
  });

  it('moves through the list by keyboard, opens with Enter and steps back with Escape', async () => {
    const library = await mount({}, { width: 800 });
    const [first, second] = findAll(library, '.rb-t');
    first?.focus();
    pressed(first ?? library, 'j');
    expect(library.renderRoot instanceof ShadowRoot && library.renderRoot.activeElement).to.equal(second);
    second?.click();
    await settled(library);
    expect(detailOf(library).matches('.open')).to.equal(true);
    pressed(second ?? library, 'Escape');
    await settled(library);
    expect(detailOf(library).matches('.open')).to.equal(false);
    expect(library.renderRoot instanceof ShadowRoot && library.renderRoot.activeElement).to.equal(second);
  });

  it('pins at once, and puts it back with a word when the API refuses', async () => {
    let refuse: (() => void) | undefined;
    const library = await mount({
      update: () =>
        new Promise<Rebuttal>((_, reject) => {
          refuse = () =>
            reject(new PermissionError('This key lacks "rebuttals:write".', { code: 'forbidden', status: 403 }));
        }),
    });
    const pin = () => find(detailOf(library), '[aria-label="Pin"], [aria-label="Unpin"]');
    pin().click();
    await settled(library);
    expect(find(library, '.rb .pill').textContent).to.contain('Pinned');
    refuse?.();
    await until(() => library.renderRoot.querySelector('cv-toast'), 'the message');
    await settled(library);
    expect(findAll(library, '.rb .pill').some((pill) => pill.textContent?.includes('Pinned'))).to.equal(false);
    expect(find(library, 'cv-toast').shadowRoot?.textContent).to.contain('lacks "rebuttals:write"');
  });

  it('takes a retired reply out of the list and offers to undo', async () => {
    const changes: object[] = [];
    const library = await mount({
      update: async (_id, change) => {
        changes.push(change);
        return { ...measured, ...change };
      },
    });
    const detail = detailOf(library);
    find(detail, '[aria-haspopup="menu"]').click();
    const menu = find(detail, 'cv-menu');
    menu.dispatchEvent(new CustomEvent('cv-menu-select', { detail: 'retire' }));
    await until(() => library.renderRoot.querySelector('cv-toast'), 'the message');
    await settled(library);
    expect(names(library)).to.deep.equal([discount.name]);
    find(library, 'cv-toast').shadowRoot?.querySelector<HTMLElement>('.btn')?.click();
    await settled(library);
    expect(names(library)).to.deep.equal([measured.name, discount.name]);
    expect(changes).to.deep.equal([{ isRetired: true }, { isPinned: false, isRetired: false }]);
  });

  it('adds a reply of your own, and says what is missing before it sends', async () => {
    const sent: object[] = [];
    const library = await mount({
      create: async (body) => {
        sent.push(body);
        return aRebuttal({ ...body, isOwn: true, example: null });
      },
    });
    find(library, '.head .pri').click();
    const dialog = find<ReplyDialog>(library, 'cv-reply-dialog');
    await settled(dialog);
    const form = find<HTMLFormElement>(dialog, 'form');
    form.requestSubmit();
    await settled(dialog);
    expect(find(dialog, '#problem').textContent).to.contain('needs a name and words');
    expect(sent).to.deep.equal([]);
    find<HTMLInputElement>(dialog, 'input').value = 'Ask for their number';
    find<HTMLTextAreaElement>(dialog, 'textarea').value = 'What does it cost you now?';
    const opening = find(dialog, 'cv-dialog').shadowRoot?.getAnimations() ?? [];
    await Promise.all(opening.map(({ finished }) => finished));
    await expectAccessible(dialog);
    form.requestSubmit();
    await settled(dialog);
    expect(sent).to.deep.equal([{ kind: 'price', name: 'Ask for their number', words: 'What does it cost you now?' }]);
  });

  it('shows what nobody answered, with a reply that won elsewhere', async () => {
    const library = await mount({
      objections: async () => ({
        items: [
          {
            ...anObjection({
              reply: null,
              reaction: null,
              worked: null,
              judgedBy: null,
              evidence: anEvidence('Not now.'),
            }),
            suggestions: [aRebuttal({ id: 'elsewhere', name: 'Start small', worked: 7, judged: 12 })],
          },
        ],
        nextCursor: null,
        total: 1,
      }),
    });
    const section = find<UnansweredObjections>(library, 'cv-unanswered-objections');
    await settled(section);
    expect(section.renderRoot.textContent).to.contain('Won elsewhere: Start small, 7 of 12 worked');
    find(section, 'button.best').click();
    await settled(library);
    expect(find(detailOf(library), 'h2').textContent).to.equal('Start small');
  });

  it('fails with a way to try again, and comes back', async () => {
    let fails = true;
    const library = await mount({
      list: async () => {
        if (fails) throw new ServerError('The service failed.', { code: 'internal', status: 500, requestId: 'req_1' });
        return { items, readsAs: [], objections: 71 };
      },
    });
    const problem = find(library, 'cv-problem');
    expect(problem.shadowRoot?.textContent).to.contain('Rebuttals did not load').and.to.contain('req_1');
    fails = false;
    problem.dispatchEvent(new CustomEvent('cv-retry'));
    await until(() => names(library).length === 2, 'the list');
  });

  it('says what belongs here when there is nothing, and the ways out when nothing matches', async () => {
    const library = await mount({ list: async () => ({ items: [], readsAs: [], objections: 0 }) });
    expect(find(library, 'cv-empty').getAttribute('heading')).to.equal('No replies yet');
    library.kind = 'price';
    await settled(library);
    const empty = find(library, 'cv-empty');
    expect(empty.getAttribute('heading')).to.equal('No reply matches');
    empty.querySelector('button')?.click();
    await settled(library);
    expect(library.kind).to.equal('');
  });

  it('aborts what it asked for when it leaves the page', async () => {
    let signal: AbortSignal | undefined;
    const library = await mount({
      list: (_query, options) => {
        signal = options?.signal;
        return new Promise(() => undefined);
      },
    });
    library.remove();
    expect(signal?.aborted).to.equal(true);
  });
});
