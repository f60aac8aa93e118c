import { problemOf } from '../parts/problem-kind.ts';

/** Why something failed, in the API's own sentence: it names the thing and the next step. */
export function reasonOf(error: unknown): string {
  const { message } = problemOf(error);
  return message ?? (error instanceof Error ? error.message : '');
}
