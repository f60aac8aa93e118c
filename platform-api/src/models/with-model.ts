import type { LanguageModel } from '../ports/language-model.ts';
import type { Logger } from '../ports/logger.ts';
import { ModelFailed } from './model-failed.ts';

/** The analyst that needs no network, as it is named to readers. */
export const localAnalyst = 'local analyst';

export interface Minded<Result> {
  result: Result;
  /** Who did it: the model's name, or "local analyst". */
  engine: string;
  /** True where the model failed and the local analyst stood in. */
  isFallback: boolean;
}

/** Does an analysis by the model where one is configured, and by the local analyst where none is or where it fails. */
export async function withModel<Result>(
  model: LanguageModel | null,
  logger: Logger,
  minds: { local: () => Result | Promise<Result>; model: (model: LanguageModel) => Promise<Result> },
): Promise<Minded<Result>> {
  if (!model) return { result: await minds.local(), engine: localAnalyst, isFallback: false };
  try {
    return { result: await minds.model(model), engine: model.model, isFallback: false };
  } catch (error) {
    if (!(error instanceof ModelFailed)) throw error;
    logger.warn({ err: error, code: error.code }, 'the model failed, the local analyst answers');
    return { result: await minds.local(), engine: localAnalyst, isFallback: true };
  }
}
