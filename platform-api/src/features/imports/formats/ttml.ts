import { squeeze } from './clean-text.ts';
import { cueLines } from './cue.ts';
import type { Cue, CueLine } from './cue.ts';
import { cueSegments } from './cue-segments.ts';
import { checkOrder, unreadableTime } from './cue-times.ts';
import type { ParsedCall } from './parsed-call.ts';
import { namedParticipants } from './participants.ts';
import type { XmlFormat } from './transcript-format.ts';
import { parseTtmlTime, ttmlRates } from './ttml-times.ts';
import type { TtmlRates } from './ttml-times.ts';
import { childElements, descendants, textContent } from './xml.ts';
import type { XmlElement } from './xml.ts';

interface Document {
  rates: TtmlRates;
  /** Display name by the agent's id. */
  agents: Map<string, string>;
}

/** What an element inherits from those around it: times are relative to the parent's. */
interface Around {
  startMs: number;
  endMs: number | null;
  speaker: string | undefined;
}

function readAgents(root: XmlElement): Map<string, string> {
  return new Map(
    descendants(root, 'agent').flatMap((agent) => {
      const name = squeeze(descendants(agent, 'name').map(textContent).join(' '));
      return agent.attributes.id !== undefined && name ? [[agent.attributes.id, name] as const] : [];
    }),
  );
}

function timeOf({ attributes, line }: XmlElement, name: string, { rates }: Document): number | null {
  const text = attributes[name];
  if (text === undefined) return null;
  const time = parseTtmlTime(text.trim(), rates);
  if (time === null) throw unreadableTime('ttml', line, `${name}="${text}"`, '00:00:01.000 or 1s');
  return time;
}

function enter(element: XmlElement, around: Around, document: Document): Around {
  const begin = timeOf(element, 'begin', document);
  const end = timeOf(element, 'end', document);
  const duration = timeOf(element, 'dur', document);
  const startMs = around.startMs + (begin ?? 0);
  if (end !== null) checkOrder('ttml', element.line, startMs, around.startMs + end);
  const ends = [end === null ? null : around.startMs + end, duration === null ? null : startMs + duration].filter(
    (ms) => ms !== null,
  );
  const agent = document.agents.get((element.attributes.agent ?? '').split(/\s/, 1)[0] ?? '');
  return { startMs, endMs: ends.length ? Math.min(...ends) : around.endMs, speaker: agent ?? around.speaker };
}

const isTimed = ({ attributes }: XmlElement): boolean => attributes.begin !== undefined || attributes.end !== undefined;

/** Characters of a paragraph without those of timed spans, which are captions of their own. */
function ownLines(element: XmlElement, around: Around): CueLine[] {
  const text = element.children.map((child) => {
    if (typeof child === 'string') return child.replace(/\s+/g, ' ');
    return child.name === 'br' ? '\n' : child.name === 'metadata' ? '' : textContent(child).replace(/[^\S\n]+/g, ' ');
  });
  return cueLines(text.join('').split('\n'), around.speaker);
}

function paragraphCues(element: XmlElement, around: Around, document: Document): Cue[] {
  const timed = childElements(element, 'span').filter(
    (span) => isTimed(span) || descendants(span, 'span').some(isTimed),
  );
  if (timed.length) return timed.flatMap((span) => paragraphCues(span, enter(span, around, document), document));
  const voiced = childElements(element, 'span').some(({ attributes }) => attributes.agent !== undefined);
  const lines = voiced
    ? childElements(element, 'span').flatMap((span) => ownLines(span, enter(span, around, document)))
    : ownLines(element, around);
  return [{ startMs: around.startMs, endMs: around.endMs, lines }];
}

/** Walks body, divs and paragraphs. In a sequence each child starts where the one before ended. */
function containerCues(element: XmlElement, around: Around, document: Document): Cue[] {
  const isSequence = element.attributes.timeContainer === 'seq';
  let base = around;
  return childElements(element).flatMap((child) => {
    const inside = enter(child, base, document);
    if (isSequence && inside.endMs !== null) base = { ...around, startMs: inside.endMs };
    if (child.name === 'p') return paragraphCues(child, inside, document);
    return child.name === 'div' ? containerCues(child, inside, document) : [];
  });
}

/** TTML and its older name DFXP: nested times, frames and ticks, agents as speakers. */
export const ttml: XmlFormat = {
  name: 'ttml',
  recognises: (root) => root.name === 'tt',
  read(root): ParsedCall[] {
    const document = { rates: ttmlRates(root.attributes), agents: readAgents(root) };
    const silent: Around = { startMs: 0, endMs: null, speaker: undefined };
    const segments = cueSegments(
      childElements(root, 'body').flatMap((body) => containerCues(body, enter(body, silent, document), document)),
    );
    const title = squeeze(
      childElements(root, 'head')
        .flatMap((head) => descendants(head, 'title'))
        .map(textContent)
        .join(' '),
    );
    return [
      {
        format: 'ttml',
        source: 'file',
        ...(title ? { title } : {}),
        ...(root.attributes.lang ? { language: root.attributes.lang } : {}),
        participants: namedParticipants(segments),
        segments,
      },
    ];
  },
};
