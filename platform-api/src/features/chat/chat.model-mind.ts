import { z } from 'zod';
import { EvidenceGate } from '../../evidence/gate.ts';
import { ProseGate } from '../../evidence/stream.ts';
import type { ProseEvent } from '../../evidence/stream.ts';
import { ModelFailed } from '../../models/model-failed.ts';
import type { LanguageModel, ModelAnswer, ModelMessage, ModelToolCall } from '../../ports/language-model.ts';
import type { TenantContext } from '../../tenancy/context.ts';
import type { AnswerLibrary } from './answer-library.ts';
import type { AnswerWriter } from './answer-writer.ts';
import { notInTheseCalls } from './chat.local.ts';
import type { AskedQuestion } from './chat.local.ts';
import { kindNames, groupObjections, writeTopObjections } from './chat.objections.ts';
import { answerPrompt, commentPrompt } from './chat.prompts.ts';
import { chatTools } from './chat.tools.ts';
import type { ChatTool } from './chat.tools.ts';
import type { ToolBox } from './tool-results.ts';

export interface ModelQuestion extends AskedQuestion {
  /** Earlier questions and answers of this chat, oldest first. */
  history: readonly ModelMessage[];
  now: Date;
}

export interface ModelMind {
  ctx: TenantContext;
  model: LanguageModel;
  signal: AbortSignal;
}

export type ModelVerdict = { by: 'model' | 'count' | 'nobody'; failure?: ModelFailed };

const toolRounds = 5;
const commentedExamples = 3;
const byName: ReadonlyMap<string, ChatTool> = new Map(chatTools.map((tool) => [tool.name, tool]));

/**
 * Who answered: the model; the count alone, where the model had nothing to add or failed to; or nobody, where the
 * model said nothing that these calls prove. Nothing of that was shown then.
 */
export async function answerByModel(
  mind: ModelMind,
  writer: AnswerWriter,
  library: AnswerLibrary,
  question: ModelQuestion,
): Promise<ModelVerdict> {
  const gate = new EvidenceGate();
  const opened: AnswerLibrary = openingInto(gate, library);
  const prose = new ProseGate(gate, writer.citations);
  const box: ToolBox = { library: opened, offer: (evidence) => prose.offer(evidence) };
  const held = new HeldProse(writer, prose);

  if (question.class.kind === 'top_objections' && question.asked.calls.length) {
    if (!(await writeTopObjections(writer, library, question.asked, question.class))) return { by: 'nobody' };
    await writer.text('\n');
    try {
      return { by: (await comment(mind, held, box, question)) ? 'model' : 'count' };
    } catch (error) {
      // The counted answer stands whether or not the model finds anything to add.
      if (error instanceof ModelFailed) return { by: 'count', failure: error };
      throw error;
    }
  }

  writer.callsRead = question.asked.calls.filter(({ isIndexed }) => isIndexed).length;
  const messages: ModelMessage[] = [...question.history, { role: 'user', content: question.text }];
  const system = answerPrompt(library, question.now);
  for (let round = 0; ; round++) {
    const tools = round < toolRounds ? chatTools : undefined;
    const answer = await held.stream(mind, { purpose: 'chat.answer', system, messages, tools });
    if (!answer.toolCalls.length || !tools) break;
    // Whatever was said before a tool call is a plan, not an answer.
    held.forget();
    messages.push({ role: 'assistant', content: answer.text, toolCalls: answer.toolCalls });
    for (const call of answer.toolCalls) {
      messages.push({ role: 'tool', toolCallId: call.id, content: await useTool(writer, box, call) });
    }
  }
  return { by: held.finish() ? 'model' : 'nobody' };
}

/** The same library, whose every opened transcript may be quoted in this answer. */
function openingInto(gate: EvidenceGate, library: AnswerLibrary): AnswerLibrary {
  return {
    calls: library.calls,
    call: (callId) => library.call(callId),
    search: (query) => library.search(query),
    objections: (calls) => library.objections(calls),
    profits: (calls) => library.profits(calls),
    async open(callId) {
      const call = await library.open(callId);
      gate.open(call.source());
      return call;
    },
  };
}

async function comment(
  mind: ModelMind,
  held: HeldProse,
  { library, offer }: ToolBox,
  question: ModelQuestion,
): Promise<boolean> {
  const groups = groupObjections((await library.objections(question.asked.calls)).items);
  const lines: string[] = [];
  for (const { kind, heard, calls, examples } of groups) {
    lines.push(`${kindNames[kind]}: ${heard} times in ${calls} calls`);
    for (const { callId, evidence } of examples.slice(0, commentedExamples)) {
      await library.open(callId);
      lines.push(`  [${offer(evidence)}] ${evidence.text}`);
    }
  }
  const messages = [{ role: 'user' as const, content: commentPrompt(question.text, lines.join('\n')) }];
  await held.stream(mind, { purpose: 'chat.answer', system: answerPrompt(library, question.now), messages });
  return held.finish();
}

/** Runs one tool call; whatever is wrong with it is told to the model, which may try again. */
async function useTool(writer: AnswerWriter, box: ToolBox, { name, arguments: words }: ModelToolCall): Promise<string> {
  const tool = byName.get(name);
  if (!tool) return `There is no tool "${name.slice(0, 64)}".`;
  const input = tool.input.safeParse(jsonOrNothing(words));
  if (!input.success) return `The arguments do not fit: ${z.prettifyError(input.error).slice(0, 500)}`;
  const step = await writer.step(name, tool.object(input.data));
  const { content, result, items } = await tool.run(input.data, box).catch(async (error: unknown) => {
    await step.failed('could not be done');
    throw error;
  });
  await step.done(result, items);
  return `<data>\n${content}\n</data>`;
}

function jsonOrNothing(words: string): unknown {
  try {
    return JSON.parse(words || '{}') as unknown;
  } catch {
    return undefined;
  }
}

/** Keeps a model's prose back until it has proved something: an answer without any evidence is never shown. */
class HeldProse {
  private held: ProseEvent[] = [];
  private said = '';

  constructor(
    private readonly writer: AnswerWriter,
    private readonly prose: ProseGate,
  ) {}

  async stream(
    { ctx, model, signal }: ModelMind,
    request: Parameters<LanguageModel['stream']>[1],
  ): Promise<ModelAnswer> {
    for await (const event of model.stream(ctx, request, { signal })) {
      if (event.type === 'done') {
        await this.pass(this.prose.end());
        return event.answer;
      }
      this.said += event.delta;
      await this.pass(this.prose.push(event.delta));
    }
    throw new ModelFailed('model_unavailable', `${model.model} broke off in the middle of its answer. Try again.`);
  }

  private get isGrounded(): boolean {
    return this.prose.counts.proved > 0;
  }

  /** Drops what is still kept back. */
  forget(): void {
    this.held = [];
    this.said = '';
  }

  /** Whether anything was shown; counts what was left out. */
  finish(): boolean {
    const { unlocatedQuotes, unknownCitations } = this.prose.counts;
    this.writer.leftOut += unlocatedQuotes + unknownCitations;
    if (!this.isGrounded && this.said.trim() && !this.said.includes(notInTheseCalls)) this.writer.leftOut++;
    return this.isGrounded;
  }

  private async pass(events: ProseEvent[]): Promise<void> {
    this.held.push(...events);
    if (!this.isGrounded) return;
    const released = this.held;
    this.held = [];
    await this.writer.emit(released);
  }
}
