import { classifyQuestion } from '../../analyst/answers/classify-question.ts';
import { PublicError } from '../../errors.ts';
import { ModelFailed } from '../../models/model-failed.ts';
import { localAnalyst } from '../../models/with-model.ts';
import type { Clock } from '../../ports/clock.ts';
import type { LanguageModel, ModelMessage } from '../../ports/language-model.ts';
import type { Logger } from '../../ports/logger.ts';
import type { TenantContext } from '../../tenancy/context.ts';
import type { AnswerLibrary } from './answer-library.ts';
import { AnswerWriter } from './answer-writer.ts';
import type { AnswerSink } from './answer-writer.ts';
import { askedCalls } from './asked-calls.ts';
import { answerLocally } from './chat.local.ts';
import { answerByModel } from './chat.model-mind.ts';

export interface AnswerOrder {
  question: string;
  history: readonly ModelMessage[];
  library: AnswerLibrary;
  /** `null`: the local analyst answers. */
  model: LanguageModel | null;
  signal: AbortSignal;
}

/** How an answer came about, beside its text. */
export interface AnswerOutcome {
  engine: string;
  isFallback: boolean;
  callsRead: { read: number; total: number };
  leftOut: number;
  error: { code: string; message: string } | null;
}

/** Makes one answer, by the model where there is one and by the local analyst where there is none or where it fails. */
export async function makeAnswer(
  ctx: TenantContext,
  { question, history, library, model, signal }: AnswerOrder,
  { clock, logger }: { clock: Clock; logger: Logger },
  sink: AnswerSink,
): Promise<AnswerOutcome> {
  const writer = new AnswerWriter(sink);
  const now = clock.now();
  const questionClass = classifyQuestion(question, now);
  const asked = askedCalls(library.calls, question, questionClass);
  const about = { text: question, class: questionClass, asked };
  const outcome = async (
    engine: string,
    isFallback: boolean,
    error: AnswerOutcome['error'] = null,
  ): Promise<AnswerOutcome> => {
    await writer.flush();
    return {
      engine,
      isFallback,
      callsRead: { read: writer.callsRead ?? asked.calls.length, total: asked.calls.length },
      leftOut: writer.leftOut,
      error,
    };
  };

  if (!model) {
    await answerLocally(writer, library, about);
    return outcome(localAnalyst, false);
  }
  let error: AnswerOutcome['error'] = null;
  try {
    const { by, failure } = await answerByModel({ ctx, model, signal }, writer, library, { ...about, history, now });
    if (by === 'model') return outcome(model.model, false);
    if (by === 'count') return outcome(localAnalyst, failure !== undefined, failure && named(failure));
  } catch (failure) {
    if (!(failure instanceof ModelFailed)) throw failure;
    logger.warn({ tenantId: ctx.tenantId, code: failure.code }, 'the model failed, the local analyst answers');
    error = named(failure);
  }
  signal.throwIfAborted();
  await writer.text(writer.hasSpoken ? '\n\n*The model stopped here. The local analyst goes on:*\n\n' : '');
  await answerLocally(writer, library, about);
  return outcome(localAnalyst, true, error);
}

const named = ({ code, message }: PublicError) => ({ code, message });

/** What a reader may know of a failure that was not the model's. */
export function publicFailure(failure: unknown): { code: string; message: string } {
  if (failure instanceof PublicError) return named(failure);
  return {
    code: 'internal',
    message: 'Something went wrong here. Ask again; if it fails again, give support the id of this answer.',
  };
}
