import type { ParsedCall } from './parsed-call.ts';
import type { SourceFile } from './source-file.ts';
import type { XmlElement } from './xml.ts';

/** A parser of plain text: asked in turn whether the content is its own. */
export interface TextFormat {
  name: string;
  recognises(file: SourceFile): boolean;
  /** Throws `ParseProblem`; never returns part of what the file holds. */
  read(file: SourceFile): ParsedCall[];
}

/** A parser of JSON: judges by the shape of the value, which may be anything. */
export interface JsonFormat {
  name: string;
  recognises(value: unknown): boolean;
  read(value: unknown, file: SourceFile): ParsedCall[];
}

/** A parser of XML: judges by the root element. */
export interface XmlFormat {
  name: string;
  recognises(root: XmlElement): boolean;
  read(root: XmlElement, file: SourceFile): ParsedCall[];
}
