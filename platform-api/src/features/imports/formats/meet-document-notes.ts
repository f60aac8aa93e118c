import { squeeze } from './clean-text.ts';
import type { DocumentLine } from './meet-document-lines.ts';
import type { ParsedCall, ParsedParticipant } from './parsed-call.ts';

/** What "Notes by Gemini" say above the transcript. */
export interface MeetNotes {
  summary?: string;
  actionItems?: NonNullable<ParsedCall['actionItems']>;
  invited?: ParsedParticipant[];
}

const SECTION =
  /^(?:Summary|Decisions|Details|(?:Suggested )?Next steps|Transcript|Notes|Attachments|Meeting records)\b.{0,40}$/i;
const CLOSING = /^You should review Gemini['’]s notes|^Please provide feedback|^Get tips and learn how Gemini/i;

/** Lines under a heading, up to the next one. */
function section(lines: readonly DocumentLine[], heading: RegExp): string[] {
  const at = lines.findIndex(({ text }) => heading.test(text));
  if (at < 0) return [];
  const end = lines.findIndex(({ text }, index) => index > at && (SECTION.test(text) || CLOSING.test(text)));
  return lines.slice(at + 1, end < 0 ? lines.length : end).map(({ text }) => text);
}

/** Only Markdown keeps the addresses of those invited, as links. */
function readInvited(rawLines: readonly string[]): ParsedParticipant[] {
  const line = rawLines.find((text) => /^\W*Invited\b/.test(text)) ?? '';
  return [...line.matchAll(/\[([^[\]]{1,80})\]\(mailto:([^()\s]{3,200})\)/g)].map(([, name = '', email = '']) => ({
    name: squeeze(name),
    email,
  }));
}

export function readNotes(rawLines: readonly string[], lines: readonly DocumentLine[]): MeetNotes {
  const summary = section(lines, /^Summary$/i).join('\n');
  const steps = section(lines, /^(?:Suggested )?Next steps$/i).map((text) =>
    text.replace(/^(?:[-*•]\s+)?(?:\[[ x]?\]\s+)?/i, ''),
  );
  const invited = readInvited(rawLines);
  return {
    ...(summary ? { summary } : {}),
    ...(steps.length ? { actionItems: steps.filter(Boolean).map((text) => ({ text })) } : {}),
    ...(invited.length ? { invited } : {}),
  };
}
