/** Names of the error codes this engine answers; drivers compare the code, Mongoose sometimes the name. */
const codeNames: Readonly<Record<number, string>> = {
  1: 'InternalError',
  2: 'BadValue',
  9: 'FailedToParse',
  11: 'UserNotFound',
  14: 'TypeMismatch',
  15: 'Overflow',
  16: 'InvalidLength',
  20: 'IllegalOperation',
  22: 'InvalidBSON',
  26: 'NamespaceNotFound',
  27: 'IndexNotFound',
  28: 'PathNotViable',
  40: 'ConflictingUpdateOperators',
  43: 'CursorNotFound',
  48: 'NamespaceExists',
  50: 'MaxTimeMSExpired',
  52: 'DollarPrefixedFieldName',
  53: 'InvalidIdField',
  54: 'NotSingleValueField',
  56: 'EmptyFieldName',
  59: 'CommandNotFound',
  66: 'ImmutableField',
  67: 'CannotCreateIndex',
  72: 'InvalidOptions',
  73: 'InvalidNamespace',
  85: 'IndexOptionsConflict',
  86: 'IndexKeySpecsConflict',
  112: 'WriteConflict',
  121: 'DocumentValidationFailure',
  168: 'InvalidPipelineOperator',
  171: 'CannotIndexParallelArrays',
  175: 'QueryPlanKilled',
  197: 'InvalidIndexSpecificationOption',
  225: 'TransactionTooOld',
  238: 'NotImplemented',
  241: 'ConversionFailure',
  251: 'NoSuchTransaction',
  256: 'TransactionCommitted',
  263: 'OperationNotSupportedInTransaction',
  292: 'QueryExceededMemoryLimitNoDiskUseAllowed',
  10334: 'BSONObjectTooLarge',
  11000: 'DuplicateKey',
};

/** An error the client is told about: a server code, its name, and what to do. */
export class CommandError extends Error {
  readonly code: number;
  /** Further fields of the answer, such as `keyPattern` of a duplicate key. */
  readonly details: Readonly<Record<string, unknown>>;
  readonly labels: readonly string[];

  constructor(
    code: number,
    message: string,
    options: { details?: Record<string, unknown>; labels?: readonly string[] } = {},
  ) {
    super(message);
    this.name = 'CommandError';
    this.code = code;
    this.details = options.details ?? {};
    this.labels = options.labels ?? [];
  }

  get codeName(): string {
    return codeNames[this.code] ?? `Location${this.code}`;
  }

  /** The answer to a command that failed as a whole. */
  toReply(): Record<string, unknown> {
    return {
      ok: 0,
      errmsg: this.message,
      code: this.code,
      codeName: this.codeName,
      ...this.details,
      ...(this.labels.length > 0 ? { errorLabels: [...this.labels] } : {}),
    };
  }
}

/** Throws a {@link CommandError}. */
export function fail(code: number, message: string, details?: Record<string, unknown>): never {
  throw new CommandError(code, message, details ? { details } : {});
}

/** Refuses by name what this engine does not do: never a silent difference. */
export function unsupported(what: string): never {
  throw new CommandError(238, `not supported: ${what}`);
}

/** What a stranger's exception says, for an answer or a log line. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
