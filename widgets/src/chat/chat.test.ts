import { ServerError, type Body, type ChatEvent, type Evidence } from '@callvault/sdk';
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import './define.ts';
import { aCall, aPage } from '../testing/a-call.ts';
import { aCitation, aMessage, aQuestion, aSession, aStep } from '../testing/a-chat.ts';
import { expectAccessible } from '../testing/accessible.ts';
import { fakeVault, type VaultParts } from '../testing/fake-vault.ts';
import { find, findAll, fixture, settled, until, type FixtureOptions } from '../testing/fixture.ts';
import type { ChatAnswer } from './chat-answer.ts';
import type { Chat } from './chat.ts';
import type { Composer } from './composer.ts';
import type { SessionRail } from './session-rail.ts';

type ChatParts = NonNullable<VaultParts['chat']>;

const session = aSession({ id: 's1', title: 'Price' });
const answer = aMessage({
  id: 'a1',
  text: 'Finance asks for proof. [1] Then it signs. [2]',
  steps: [aStep({ id: 'step1', object: 'price' })],
  citations: [
    aCitation(1, 'Put it on one page.', { before: 'Right.', after: 'Then we talk.' }),
    aCitation(2, 'Send the paper.'),
  ],
  leftOut: 2,
});
const thread = [aQuestion('What does finance ask?', { id: 'q1' }), answer];

/** Events handed over one at a time. */
function channel() {
  const waiting: ChatEvent[] = [];
  let wake: (() => void) | undefined;
  let isOver = false;
  const signals: (AbortSignal | undefined)[] = [];
  return {
    signals,
    send(...events: ChatEvent[]) {
      waiting.push(...events);
      wake?.();
    },
    end() {
      isOver = true;
      wake?.();
    },
    async *stream(_id: string, { signal }: { signal?: AbortSignal } = {}): AsyncGenerator<ChatEvent> {
      signals.push(signal);
      while (!isOver) {
        const event = waiting.shift();
        if (event) yield event;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    },
  };
}

const vaultWith = (chat: ChatParts = {}) =>
  fakeVault({
    chat: {
      list: async () => ({ items: [session], nextCursor: null }),
      retrieve: async () => ({ ...session, thread, scopeCalls: 12 }),
      create: async () => session,
      ask: async (_id, { text }) => ({
        question: aQuestion(text, { id: 'q2' }),
        answer: aMessage({ id: 'a2', status: 'answering', text: '', engine: null, callsRead: null }),
      }),
      ...chat,
    },
    calls: {
      list: async ({ q } = {}) =>
        aPage(
          [aCall({ id: 'c1', title: 'Alder Foods: pricing' }), aCall({ id: 'c2', title: 'Cobalt' })].filter(
            ({ title }) => title.toLowerCase().includes((q ?? '').toLowerCase()),
          ),
        ),
      retrieve: () => Promise.reject(new Error('not needed')),
    },
    folders: { list: async () => ({ items: [] }) },
    tags: { list: async () => ({ items: [] }) },
  });

const mount = (chat: ChatParts = {}, options: FixtureOptions & { sessionId?: string } = {}) =>
  fixture<Chat>(html`<cv-chat session-id=${options.sessionId ?? 's1'}></cv-chat>`, {
    vault: vaultWith(chat),
    width: 1180,
    ...options,
  });
const mountNew = (chat: ChatParts = {}, options: FixtureOptions = {}) => mount(chat, { ...options, sessionId: '' });

const composerOf = (chat: Chat) => find<Composer>(chat, 'cv-chat-composer');
const areaOf = (chat: Chat) => find<HTMLTextAreaElement>(composerOf(chat), 'textarea');
const answerOf = (chat: Chat) => find<ChatAnswer>(chat, 'cv-chat-answer:last-of-type');
const proseOf = (chat: Chat) => find(answerOf(chat), '.prose').textContent?.replace(/\s+/g, ' ').trim();

async function write(chat: Chat, text: string) {
  const area = areaOf(chat);
  area.focus();
  area.value = text;
  area.setSelectionRange(text.length, text.length);
  area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await settled(composerOf(chat));
}

async function press(chat: Chat, key: string, facts: KeyboardEventInit = {}) {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...facts });
  areaOf(chat).dispatchEvent(event);
  await settled(chat);
  return event;
}

describe('cv-chat', () => {
  it('is accessible with an answer, in both schemes', async () => {
    for (const scheme of ['light', 'dark'] as const) {
      const chat = await mount({}, { scheme });
      await settled(answerOf(chat));
      await expectAccessible(chat);
    }
  });

  it('is accessible while narrow, compact, and before the first question', async () => {
    const chat = await mount({}, { width: 390 });
    await expectAccessible(chat);
    chat.compact = true;
    await settled(chat);
    await expectAccessible(chat);
    await expectAccessible(await mountNew());
  });

  it('fits into 320 pixels without sideways scroll', async () => {
    const chat = await mount({}, { width: 320 });
    for (const part of findAll(chat, '.wid, .scroll, .head, .dock')) expect(part.scrollWidth).to.be.at.most(320);
  });

  it('sends with Enter and breaks the line with Shift+Enter', async () => {
    const asked: Body<'chat.ask'>[] = [];
    const chat = await mountNew({
      ask: async (_id, body) => {
        asked.push(body);
        return { question: aQuestion(body.text), answer: aMessage({ text: 'Yes.' }) };
      },
    });
    await write(chat, 'Who asked?');
    expect((await press(chat, 'Enter', { shiftKey: true })).defaultPrevented).to.equal(false);
    expect(asked).to.deep.equal([]);
    await press(chat, 'Enter');
    expect(asked).to.deep.equal([{ text: 'Who asked?', mentions: [], engine: 'auto' }]);
    expect(chat.sessionId).to.equal('s1');
    expect(areaOf(chat).value).to.equal('');
  });

  it('shows steps, words and citations as they come, and says whole sentences to a screen reader', async () => {
    const events = channel();
    const chat = await mountNew({ stream: events.stream });
    await chat.ask('What does finance ask?');
    await settled(chat);
    events.send({ type: 'step', step: aStep({ id: 'x', status: 'running', tool: 'search_calls', object: 'finance' }) });
    await until(() => answerOf(chat).renderRoot.textContent?.includes('running'), 'the running step');
    events.send(
      { type: 'step', step: aStep({ id: 'x', tool: 'search_calls', object: 'finance', result: '3 calls' }) },
      { type: 'text', delta: 'Finance asks for **pr' },
      { type: 'citation', citation: aCitation(1) },
      { type: 'text', delta: 'oof**. [' },
    );
    await until(() => proseOf(chat) === 'Finance asks for proof.', 'the first sentence');
    expect(findAll(answerOf(chat), '.tool').length).to.equal(1);
    events.send({ type: 'text', delta: '1] And' });
    await until(() => findAll(answerOf(chat), '.cite').length > 0, 'the citation');
    const live = find(answerOf(chat), '[aria-live="polite"]');
    expect(live.textContent).to.equal('Finance asks for proof.');
    events.send({ type: 'done', message: { ...answer, id: 'a2' } });
    await until(() => live.textContent?.includes('complete'), 'the end');
    events.end();
  });

  it('stops with Escape and keeps what was said', async () => {
    const events = channel();
    const stopped: string[] = [];
    const chat = await mountNew({
      stream: events.stream,
      stop: async (id) => {
        stopped.push(id);
        return aMessage({ id, status: 'stopped', text: 'Finance asks' });
      },
    });
    await chat.ask('What?');
    events.send({ type: 'text', delta: 'Finance asks' });
    await until(() => proseOf(chat) === 'Finance asks', 'the words');
    await press(chat, 'Escape');
    expect(stopped).to.deep.equal(['a2']);
    expect(events.signals[0]?.aborted).to.equal(true);
    expect(proseOf(chat)).to.equal('Finance asks');
    expect(answerOf(chat).renderRoot.textContent).to.contain('Stopped. What was said stays.');
    events.end();
  });

  it('resumes an answer that is still being made, after a reload and after a move', async () => {
    const streams: ReturnType<typeof channel>[] = [];
    const chat = await mount({
      retrieve: async () => ({
        ...session,
        thread: [aQuestion('What?'), aMessage({ id: 'a9', status: 'answering', text: 'Half' })],
        scopeCalls: 12,
      }),
      stream: (id, options) => {
        const next = channel();
        streams.push(next);
        next.send({ type: 'text', delta: `Answer ${streams.length} of ${id}` });
        return next.stream(id, options);
      },
    });
    await until(() => proseOf(chat) === 'Answer 1 of a9', 'the resumed answer');
    const parent = chat.parentElement;
    chat.remove();
    expect(streams[0]?.signals[0]?.aborted).to.equal(true);
    parent?.append(chat);
    await until(
      () => proseOf(chat)?.includes('2 of a9') || proseOf(chat)?.includes('3 of a9'),
      'the answer after the move',
    );
    expect(proseOf(chat)).to.not.contain('Half');
    for (const each of streams) each.end();
  });

  it('shows a broken stream as a failed answer that can be asked again', async () => {
    const asked: Body<'chat.ask'>[] = [];
    const chat = await mount({
      retrieve: async () => ({
        ...session,
        thread: [aQuestion('What?', { id: 'q7' }), aMessage({ id: 'a9', status: 'answering', text: '' })],
        scopeCalls: 12,
      }),
      stream: async function* (): AsyncGenerator<ChatEvent> {
        yield { type: 'text', delta: 'Finance' };
        throw new ServerError('The service failed.', { code: 'internal', status: 500 });
      },
      ask: async (_id, body) => {
        asked.push(body);
        return { question: aQuestion(body.text), answer: aMessage({ text: 'Better.' }) };
      },
    });
    await until(() => answerOf(chat).renderRoot.querySelector('.note.bad'), 'the failure');
    expect(find(answerOf(chat), '.note').textContent)
      .to.contain('The service failed.')
      .and.to.contain('internal');
    await settled(answerOf(chat));
    findAll(answerOf(chat), '.acts .btn').at(-1)?.click();
    await until(() => asked.length > 0, 'the second try');
    expect(asked[0]).to.deep.include({ text: 'What?', replaces: 'q7' });
  });

  it('gives the question back when it could not be sent', async () => {
    const chat = await mountNew({
      ask: () => Promise.reject(new ServerError('Down.', { code: 'internal', status: 503 })),
    });
    await write(chat, 'Who asked?');
    await press(chat, 'Enter');
    await until(() => areaOf(chat).value === 'Who asked?', 'the question to come back');
    await until(
      () => chat.renderRoot.querySelector('cv-toast')?.shadowRoot?.textContent?.includes('was not sent'),
      'the message',
    );
  });

  it('mentions a call by "@" from the keyboard', async () => {
    const asked: Body<'chat.ask'>[] = [];
    const chat = await mountNew({
      ask: async (_id, body) => {
        asked.push(body);
        return { question: aQuestion(body.text), answer: aMessage() };
      },
    });
    await write(chat, 'Compare @al');
    await until(() => composerOf(chat).renderRoot.querySelector('[role="option"]'), 'the calls');
    await press(chat, 'Enter');
    expect(find(composerOf(chat), '.men').textContent).to.contain('Alder Foods: pricing');
    expect(areaOf(chat).value).to.equal('Compare ');
    await press(chat, 'Enter');
    expect(asked[0]).to.deep.equal({ text: 'Compare', mentions: ['c1'], engine: 'auto' });
  });

  it('asks an edited question in place of the old one', async () => {
    const asked: Body<'chat.ask'>[] = [];
    const chat = await mount({
      ask: async (_id, body) => {
        asked.push(body);
        return { question: aQuestion(body.text), answer: aMessage() };
      },
    });
    find(chat, '.ask .ib').click();
    await settled(composerOf(chat));
    expect(areaOf(chat).value).to.equal('What does finance ask?');
    await write(chat, 'What does the COO ask?');
    await press(chat, 'Enter');
    expect(asked[0]?.replaces).to.equal('q1');
    expect(findAll(chat, '.ask').map((ask) => ask.textContent?.trim())).to.deep.equal(['What does the COO ask?']);
  });

  it('opens the card of a citation with the words around it, and the moment from there', async () => {
    const chat = await mount();
    const opened: Evidence[] = [];
    chat.addEventListener('cv-citation-open', (event) => opened.push(event.detail));
    const view = answerOf(chat);
    find(view, '.cite').focus();
    await until(() => view.renderRoot.querySelector('.hc:popover-open mark'), 'the card');
    const card = find(view, '.hc');
    expect(card.textContent).to.contain('Right.').and.to.contain('Put it on one page.').and.to.contain('Then we talk.');
    expect(find(chat, '.so.on').textContent).to.contain('Put it on one page.');
    card.querySelector<HTMLElement>('.pri')?.click();
    expect(opened.map(({ text }) => text)).to.deep.equal(['Put it on one page.']);
  });

  it('lists the sources and says what was left out', async () => {
    const chat = await mount();
    expect(findAll(chat, '.so').length).to.equal(2);
    expect(find(chat, '.srcs').textContent).to.contain('2 in 1 call').and.to.contain('2 statements were left out');
  });

  it('opens a step in place', async () => {
    const chat = await mount();
    const view = answerOf(chat);
    const step = find(view, '.tool');
    step.click();
    await settled(view);
    expect(step.getAttribute('aria-expanded')).to.equal('true');
    expect(find(view, '.found').textContent).to.contain('Alder Foods');
  });

  it('says when the model failed and the local analyst answered', async () => {
    const chat = await mount({
      retrieve: async () => ({ ...session, thread: [aQuestion('?'), { ...answer, isFallback: true }], scopeCalls: 1 }),
    });
    expect(find(answerOf(chat), '.fb').textContent).to.contain('The model did not answer, so the local analyst did.');
  });

  it('draws hostile words of a model as words', async () => {
    const chat = await mount({
      retrieve: async () => ({
        ...session,
        thread: [
          aQuestion('<img src=x onerror=alert(1)>'),
          { ...answer, text: '<img src=x onerror=alert(1)> [x](javascript:alert(1))' },
        ],
        scopeCalls: 1,
      }),
    });
    expect(find(answerOf(chat), '.prose').querySelector('img, a')).to.equal(null);
    expect(findAll(chat, '.thread img').length).to.equal(0);
    expect(proseOf(chat)).to.contain('onerror');
  });

  it('pins at once and puts it back when the API refuses', async () => {
    let refuse: (() => void) | undefined;
    const chat = await mount({
      update: () =>
        new Promise(
          (_, reject) => (refuse = () => reject(new ServerError('Down.', { code: 'internal', status: 503 }))),
        ),
    });
    find(chat, '.pin').click();
    await settled(chat);
    expect(find(chat, '.pin').getAttribute('aria-label')).to.equal('Unpin');
    refuse?.();
    await until(() => find(chat, '.pin').getAttribute('aria-label') === 'Pin', 'the roll-back');
  });

  it('deletes only after a second word', async () => {
    const deleted: string[] = [];
    const chat = await mount({
      delete: async (id) => {
        deleted.push(id);
        return null;
      },
    });
    find(chat, '#more').dispatchEvent(new CustomEvent('cv-menu-select', { detail: 'delete' }));
    await settled(chat);
    expect(deleted).to.deep.equal([]);
    find(chat, 'cv-dialog .dsol').click();
    await until(() => deleted.length > 0, 'the deletion');
    await settled(chat);
    expect(chat.sessionId).to.equal(undefined);
    expect(findAll(chat, '.thread').length).to.equal(0);
  });

  it('groups chats by age and finds one by its title', async () => {
    const asked: (string | undefined)[] = [];
    const chat = await mount({
      list: async ({ q } = {}) => {
        asked.push(q);
        return {
          items: [
            aSession({ title: 'Kept', isPinned: true }),
            session,
            aSession({ title: 'Old', updatedAt: '2020-01-01T00:00:00Z' }),
          ],
          nextCursor: null,
        };
      },
    });
    const rail = find<SessionRail>(chat, 'cv-chat-sessions');
    await settled(rail);
    expect(findAll(rail, 'h3').map((head) => head.textContent)).to.deep.equal(['Pinned', 'Today', 'Older']);
    find(rail, '[aria-expanded]').click();
    await settled(rail);
    const input = find<HTMLInputElement>(rail, 'input');
    input.value = 'price';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await until(() => asked.includes('price'), 'the search');
  });

  it('begins with three questions to try', async () => {
    const asked: string[] = [];
    const chat = await mountNew({
      ask: async (_id, { text }) => {
        asked.push(text);
        return { question: aQuestion(text), answer: aMessage() };
      },
    });
    const examples = findAll(chat, '.examples .btn');
    expect(examples.length).to.equal(3);
    examples[0]?.click();
    await settled(chat);
    expect(asked.length).to.equal(1);
  });
});
