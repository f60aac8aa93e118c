/** Stable wire code of what is wrong with a transcript file. */
export type ParseProblemCode =
  | 'empty_file'
  | 'too_large'
  | 'too_many_segments'
  | 'too_deep'
  | 'binary_file'
  | 'unknown_format'
  | 'not_a_transcript'
  | 'bad_json'
  | 'bad_xml'
  | 'bad_value'
  | 'unreadable_time'
  | 'time_order'
  | 'no_words'
  | 'incomplete';

export interface ParseProblemFacts {
  code: ParseProblemCode;
  /** Name of the parser that refused, such as `srt`; `unknown` before one was chosen. */
  format: string;
  /** 1-based line of the file, where one line is to blame. */
  line?: number;
  /** The reason and the next step, as whole sentences. The line is put in front of it. */
  reason: string;
}

/** A transcript file that cannot be read whole. `message` is fit for the person who dropped the file. */
export class ParseProblem extends Error {
  readonly code: ParseProblemCode;
  readonly format: string;
  readonly line?: number;

  constructor({ code, format, line, reason }: ParseProblemFacts, options?: ErrorOptions) {
    super(line === undefined ? reason.charAt(0).toUpperCase() + reason.slice(1) : `Line ${line}: ${reason}`, options);
    this.name = 'ParseProblem';
    this.code = code;
    this.format = format;
    if (line !== undefined) this.line = line;
  }
}
