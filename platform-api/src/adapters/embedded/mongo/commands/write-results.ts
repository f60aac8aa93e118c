import { CommandError } from '../errors.ts';

/** A write that failed inside a command that went on. */
export interface WriteError {
  index: number;
  [field: string]: unknown;
}

/**
 * Runs the operations of a command one by one. An ordered command stops at the first that fails; errors of the
 * engine itself are not the operation's and end the command.
 */
export async function runEach<T>(
  operations: readonly T[],
  isOrdered: boolean,
  run: (operation: T, index: number) => Promise<void> | void,
): Promise<WriteError[]> {
  const errors: WriteError[] = [];
  for (const [index, operation] of operations.entries()) {
    try {
      await run(operation, index);
    } catch (error) {
      if (!(error instanceof CommandError) || error.code === 50) throw error;
      errors.push({ index, code: error.code, errmsg: error.message, ...error.details });
      if (isOrdered) break;
    }
  }
  return errors;
}

export function withErrors(reply: Record<string, unknown>, errors: readonly WriteError[]): Record<string, unknown> {
  return { ...reply, ...(errors.length > 0 ? { writeErrors: errors } : {}), ok: 1 };
}
