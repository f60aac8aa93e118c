import { randomUUID } from 'node:crypto';
import { Conflict, NotFound } from '../../errors.ts';
import type { StreamedEvent } from '../../http/route.ts';
import type { Clock } from '../../ports/clock.ts';
import type { LanguageModel, ModelMessage } from '../../ports/language-model.ts';
import type { Logger } from '../../ports/logger.ts';
import type { SearchIndex } from '../../ports/search-index.ts';
import type { TenantContext } from '../../tenancy/context.ts';
import { atomically } from '../../tenancy/database.ts';
import type { Stored } from '../../tenancy/tenant-collection.ts';
import { foldName } from '../../text/fold.ts';
import type { StoredCall } from '../calls/index.ts';
import type { FoldersService } from '../folders/index.ts';
import { AnswerLog, messageOf } from './answer-log.ts';
import { makeAnswer } from './answer-run.ts';
import { AnswerRuns } from './answer-runs.ts';
import { ChatLibrary } from './chat.library.ts';
import type { LibraryFeatures } from './chat.library.ts';
import { chatMessages, chatSessions } from './chat.model.ts';
import type { MessageDocument, SessionDocument } from './chat.model.ts';
import { scopeFilter, scopeLabel } from './chat.scope.ts';
import type { ChatScope } from './chat.scope.ts';
import { CitationViewer, shownText, viewMessage, viewSession } from './chat.views.ts';

type Session = Stored<SessionDocument>;
type Message = Stored<MessageDocument>;

export interface ChatEngines {
  searchIndex: SearchIndex;
  languageModel: LanguageModel | null;
  clock: Clock;
  logger: Logger;
}

const stopWaitMs = 3_000;
const rememberedExchanges = 3;
/** Pinned chats come before all others, whenever they were last used. */
const pinnedRank = 1e15;

const emptyMessage = {
  parts: [],
  mentions: [],
  engine: null,
  isFallback: false,
  steps: [],
  citations: [],
  callsRead: null,
  leftOut: 0,
  error: null,
  runId: null,
  aliveUntil: null,
  isStopWanted: false,
} satisfies Partial<MessageDocument>;

/** Chats of one user each: their sessions, their questions, and the answers while they are made and ever after. */
export class ChatService {
  private readonly log: AnswerLog;
  private readonly runs: AnswerRuns;

  constructor(
    private readonly engines: ChatEngines,
    private readonly features: LibraryFeatures & { folders: FoldersService },
  ) {
    this.log = new AnswerLog(engines.clock);
    this.runs = new AnswerRuns(this.log, engines);
  }

  async list(ctx: TenantContext, { q, limit, cursor }: { q?: string; limit: number; cursor?: string }) {
    const folded = foldName(q ?? '');
    const matches = folded
      ? { foldedTitle: { $regex: folded.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&') } as never }
      : {};
    const page = await chatSessions
      .in(ctx)
      .page({ userId: ctx.actorId, ...matches }, { sort: ['rank', -1], limit, cursor });
    return { items: page.items.map(viewSession), nextCursor: page.nextCursor };
  }

  async create(ctx: TenantContext, { scope, title }: { scope: ChatScope; title?: string }) {
    const session = await chatSessions.in(ctx).create({
      userId: ctx.actorId,
      title: title ?? 'New chat',
      foldedTitle: foldName(title ?? 'New chat'),
      isTitled: title !== undefined,
      scope,
      scopeLabel: await scopeLabel(ctx, scope, this.features),
      isPinned: false,
      rank: this.engines.clock.now().getTime(),
      messages: 0,
      answeringId: null,
    });
    return viewSession(session);
  }

  async retrieve(ctx: TenantContext, sessionId: string) {
    const session = await this.session(ctx, sessionId);
    const [messages, scoped] = await Promise.all([
      this.messages(ctx, sessionId),
      this.features.calls.ids(ctx, scopeFilter(session.scope)),
    ]);
    const viewer = new CitationViewer(ctx, this.features.transcripts);
    const thread = [];
    for (const message of messages) thread.push(await viewMessage(await this.present(ctx, message), viewer));
    return { ...viewSession(session), thread, scopeCalls: scoped.length };
  }

  async update(
    ctx: TenantContext,
    sessionId: string,
    change: { title?: string; isPinned?: boolean; scope?: ChatScope },
  ) {
    const session = await this.session(ctx, sessionId);
    const { title, isPinned = session.isPinned, scope } = change;
    const updated = await chatSessions.in(ctx).update(sessionId, {
      $set: {
        isPinned,
        rank: (session.rank % pinnedRank) + (isPinned ? pinnedRank : 0),
        ...(title === undefined ? {} : { title, foldedTitle: foldName(title), isTitled: true }),
        ...(scope ? { scope, scopeLabel: await scopeLabel(ctx, scope, this.features) } : {}),
      },
    });
    return viewSession(updated ?? session);
  }

  async delete(ctx: TenantContext, sessionId: string): Promise<null> {
    await this.session(ctx, sessionId);
    await this.remove(ctx, await this.messages(ctx, sessionId));
    await chatSessions.in(ctx).delete(sessionId);
    return null;
  }

  async ask(
    ctx: TenantContext,
    sessionId: string,
    {
      text,
      mentions,
      engine,
      replaces,
    }: { text: string; mentions: string[]; engine: 'auto' | 'local'; replaces?: string },
  ) {
    const session = await this.session(ctx, sessionId);
    const named = await this.features.calls.require(ctx, mentions);
    const earlier = await this.messages(ctx, sessionId);
    const replaced =
      replaces === undefined ? undefined : earlier.find(({ id, role }) => id === replaces && role === 'user');
    if (replaces !== undefined && !replaced) throw new NotFound('question', replaces);

    const kept = replaced ? earlier.filter(({ position }) => position < replaced.position) : earlier;
    if (session.answeringId) await this.runs.release(ctx, session.id, session.answeringId);
    const { question, answer } = await atomically(ctx, async () => {
      await this.remove(
        ctx,
        earlier.filter((message) => !kept.includes(message)),
      );
      return this.store(ctx, session, { text, named, position: (kept.at(-1)?.position ?? -1) + 1 });
    });

    const filters = [scopeFilter(session.scope), ...(mentions.length ? [{ callId: mentions }] : [])];
    this.runs.start(ctx, answer, async (signal, sink) => {
      const library = await ChatLibrary.open(ctx, this.features, this.engines.searchIndex, filters);
      const model = engine === 'local' ? null : this.engines.languageModel;
      const history = model ? await this.history(ctx, kept) : [];
      return makeAnswer(ctx, { question: text, history, library, model, signal }, this.engines, sink);
    });
    const viewer = new CitationViewer(ctx, this.features.transcripts);
    return { question: await viewMessage(question, viewer), answer: await viewMessage(answer, viewer) };
  }

  /** The answer as it is made, from the event after `lastEventId`; whichever process makes it. */
  async *events(
    ctx: TenantContext,
    answerId: string,
    lastEventId: number,
    signal: AbortSignal,
  ): AsyncGenerator<StreamedEvent> {
    await this.answer(ctx, answerId);
    const viewer = new CitationViewer(ctx, this.features.transcripts);
    const followed = this.log.follow(ctx, answerId, lastEventId, signal, async () => this.runs.living(ctx, answerId));
    // A quote may follow a citation that was sent before the reader came back.
    const shown = await viewer.view(messageOf((await this.log.all(ctx, answerId)).slice(0, lastEventId)).citations);
    let last = lastEventId;
    for (;;) {
      const step = await followed.next();
      if (step.done) {
        if (!step.value) return;
        const data = await viewMessage(step.value, viewer);
        yield { id: last + 1, type: data.status === 'failed' ? 'failed' : 'done', data };
        return;
      }
      const { event, sequence } = step.value;
      last = sequence;
      if (event.type === 'citation') {
        for (const [number, view] of await viewer.view([event.citation])) shown.set(number, view);
        const view = shown.get(event.citation.number);
        if (view) yield { id: sequence, type: 'citation', data: view };
      } else if (event.type === 'step') yield { id: sequence, type: 'step', data: event.step };
      else {
        const part = event.type === 'quote' ? { quote: event.number } : { text: event.text };
        yield { id: sequence, type: 'text', data: { delta: shownText([part], shown) } };
      }
    }
  }

  /** Stops an answer, whichever process makes it; what was said stays. */
  async stop(ctx: TenantContext, answerId: string) {
    await this.answer(ctx, answerId);
    await chatMessages.in(ctx).update(answerId, { $set: { isStopWanted: true } }, { status: 'answering' });
    this.runs.abort(answerId, 'Stopped by its reader.');
    for (const end = performance.now() + stopWaitMs; performance.now() < end;) {
      if ((await this.answer(ctx, answerId)).status !== 'answering') break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    // A run that does not listen loses its answer.
    await this.runs.end(ctx, await this.answer(ctx, answerId), 'stopped', null);
    return viewMessage(await this.answer(ctx, answerId), new CitationViewer(ctx, this.features.transcripts));
  }

  /** See `AnswerRuns.close`. */
  close(): Promise<void> {
    return this.runs.close();
  }

  /** Stores a question and the answer to be made. One answer at a time in a chat: the claim and its answer are one change. */
  private async store(
    ctx: TenantContext,
    session: Session,
    { text, named, position }: { text: string; named: readonly StoredCall[]; position: number },
  ) {
    const answerId = chatMessages.in(ctx).newId();
    const title = session.isTitled ? session.title : text.replace(/\s+/g, ' ').slice(0, 80);
    const rank = this.engines.clock.now().getTime() + (session.isPinned ? pinnedRank : 0);
    const claimed = await chatSessions.in(ctx).update(
      session.id,
      {
        $set: {
          answeringId: answerId,
          messages: position + 2,
          title,
          foldedTitle: foldName(title),
          isTitled: true,
          rank,
        },
      },
      { answeringId: null },
    );
    if (!claimed)
      throw new Conflict('answer_under_way', 'This chat is still answering. Wait for the answer, or stop it.');

    const base = { ...emptyMessage, sessionId: session.id, userId: ctx.actorId };
    const mentions = named.map(({ id, title: callTitle }) => ({ callId: id, title: callTitle }));
    const [question, answer] = await chatMessages.in(ctx).createMany([
      { ...base, role: 'user', position, parts: [{ text }], mentions, status: 'done' },
      {
        ...base,
        id: answerId,
        role: 'assistant',
        position: position + 1,
        status: 'answering',
        runId: randomUUID(),
        aliveUntil: this.runs.aliveUntil(),
      },
    ]);
    if (!question || !answer) throw new Error('A question was stored without its answer.');
    return { question, answer };
  }

  /** A message that is still being made, with what is there of it. */
  private async present(ctx: TenantContext, message: Message): Promise<Message> {
    if (message.status !== 'answering') return message;
    const current = (await this.runs.living(ctx, message.id)) ?? message;
    return current.status === 'answering' ? { ...current, ...messageOf(await this.log.all(ctx, message.id)) } : current;
  }

  /** Earlier questions and answers as this user may see them today. */
  private async history(ctx: TenantContext, messages: readonly Message[]): Promise<ModelMessage[]> {
    const viewer = new CitationViewer(ctx, this.features.transcripts);
    const recent = messages
      .filter(({ role, status }) => role === 'user' || status === 'done')
      .slice(-2 * rememberedExchanges);
    return Promise.all(
      recent.map(async ({ role, parts, citations }) => ({
        role,
        content: shownText(parts, await viewer.view(citations)).replaceAll(/\[\d+\]/g, ''),
      })),
    );
  }

  private async session(ctx: TenantContext, sessionId: string): Promise<Session> {
    const session = await chatSessions.in(ctx).findOne({ id: sessionId, userId: ctx.actorId });
    if (!session) throw new NotFound('chat', sessionId);
    return session;
  }

  private async answer(ctx: TenantContext, answerId: string): Promise<Message> {
    const message = await chatMessages.in(ctx).findOne({ id: answerId, userId: ctx.actorId, role: 'assistant' });
    if (!message) throw new NotFound('answer', answerId);
    return message;
  }

  private messages(ctx: TenantContext, sessionId: string): Promise<Message[]> {
    return chatMessages.in(ctx).find({ sessionId }, { sort: { position: 1 } });
  }

  private async remove(ctx: TenantContext, messages: readonly Message[]): Promise<void> {
    const ids = messages.map(({ id }) => id);
    for (const id of ids) this.runs.abort(id, 'Its chat or question was deleted.');
    await this.log.forget(ctx, ids);
    await chatMessages.in(ctx).deleteMany({ id: { $in: ids } });
  }
}
