import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { decodeXML } from 'entities';
import { ParseProblem } from './parse-problem.ts';
import { lineAt } from './source-file.ts';
import type { SourceFile } from './source-file.ts';

/** An element with its children in document order. Names have no prefix: `tt:p` is `p`, `xml:lang` is `lang`. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
  line: number;
}

const DEEPEST = 64;

/** Entities are decoded here, the five of XML and numbers only: a file cannot declare any that expand. */
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  cdataPropName: '#cdata',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  captureMetaData: true,
  maxNestedTags: DEEPEST,
});

// Typed as the wrapper object `Symbol`; it is a plain symbol.
const METADATA = XMLParser.getMetaDataSymbol() as symbol;

type Node = Record<string | symbol, unknown>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const nodesOf = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);
const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);

function attributesOf(value: unknown): Record<string, string> {
  if (!isNode(value)) return {};
  return Object.fromEntries(
    Object.entries(value).map(([name, text]) => [withoutPrefix(name), decodeXML(String(text))]),
  );
}

/** Characters of a text or CDATA node, `null` for an element. */
function textOf(node: Node): string | null {
  if (typeof node['#text'] === 'string') return decodeXML(node['#text']);
  if (!('#cdata' in node)) return null;
  return nodesOf(node['#cdata'])
    .map((part) => (typeof part['#text'] === 'string' ? part['#text'] : ''))
    .join('');
}

/** Builds elements with their lines; offsets only grow, so lines are counted once over the whole file. */
function elementReader({ text }: SourceFile): (node: Node) => XmlElement | string | null {
  let line = 1;
  let lineEnd = text.indexOf('\n');
  const lineOf = (offset: number): number => {
    for (; lineEnd !== -1 && lineEnd < offset; lineEnd = text.indexOf('\n', lineEnd + 1)) line++;
    return line;
  };
  const read = (node: Node): XmlElement | string | null => {
    const characters = textOf(node);
    if (characters !== null) return characters;
    const tag = Object.keys(node).find((key) => key !== ':@');
    if (tag === undefined) return null;
    const metadata = node[METADATA];
    const start = isNode(metadata) && typeof metadata.startIndex === 'number' ? metadata.startIndex : 0;
    const element = { name: withoutPrefix(tag), attributes: attributesOf(node[':@']), line: lineOf(start) };
    return { ...element, children: nodesOf(node[tag]).flatMap((child) => read(child) ?? []) };
  };
  return read;
}

function parse(file: SourceFile): Node[] {
  try {
    const parsed: unknown = parser.parse(file.text);
    return nodesOf(parsed);
  } catch (cause) {
    const isDeep = cause instanceof Error && cause.message.includes('nested');
    const reason = isDeep
      ? `this XML is nested deeper than ${DEEPEST} levels, which no caption file is.`
      : 'this is not well-formed XML. Export the captions again and import the new file.';
    throw new ParseProblem({ code: isDeep ? 'too_deep' : 'bad_xml', format: 'xml', reason }, { cause });
  }
}

/** Parses XML strictly. Throws `ParseProblem` for broken, too deep or entity-declaring files. */
export function parseXml(file: SourceFile): XmlElement {
  const entityAt = file.text.search(/<!ENTITY/i);
  if (entityAt >= 0) {
    const reason =
      'this file declares XML entities, which are refused because they can reach other files. Remove the <!ENTITY> lines.';
    throw new ParseProblem({ code: 'bad_xml', format: 'xml', line: lineAt(file.text, entityAt), reason });
  }
  const validity = XMLValidator.validate(file.text.trimStart());
  if (validity !== true) {
    const skipped = lineAt(file.text, file.text.length - file.text.trimStart().length) - 1;
    const reason = `this is not well-formed XML: ${validity.err.msg} Export the captions again and import the new file.`;
    throw new ParseProblem({ code: 'bad_xml', format: 'xml', line: validity.err.line + skipped, reason });
  }
  const read = elementReader(file);
  for (const node of parse(file)) {
    const root = read(node);
    if (root !== null && typeof root !== 'string') return root;
  }
  throw new ParseProblem({
    code: 'bad_xml',
    format: 'xml',
    reason: 'this XML holds no element. Export the captions again.',
  });
}

/** Elements among the children, by name where one is given. */
export const childElements = (element: XmlElement, name?: string): XmlElement[] =>
  element.children
    .filter((child) => typeof child !== 'string')
    .filter((child) => name === undefined || child.name === name);

/** All elements of a name below an element, in document order. */
export const descendants = (element: XmlElement, name: string): XmlElement[] =>
  childElements(element).flatMap((child) => [...(child.name === name ? [child] : []), ...descendants(child, name)]);

/** All characters below an element; `<br/>` is a line end. */
export const textContent = (element: XmlElement): string =>
  element.children
    .map((child) => (typeof child === 'string' ? child : child.name === 'br' ? '\n' : textContent(child)))
    .join('');
