import type { ObjectionKind } from '../../analyst/index.ts';
import type { AnswerLibrary, FoundObjection } from './answer-library.ts';
import { counted, dateOf, plain } from './answer-writer.ts';
import type { AnswerWriter } from './answer-writer.ts';
import type { CallsAsked } from './asked-calls.ts';

export interface ObjectionGroup {
  kind: ObjectionKind;
  heard: number;
  calls: number;
  /** One per call, the surest first. */
  examples: FoundObjection[];
}

export const kindNames: Record<ObjectionKind, string> = {
  price: 'Price',
  timing: 'Timing',
  authority: 'Authority',
  need: 'Need',
  trust: 'Trust',
  competitor: 'Competitor',
  status_quo: 'Status quo',
  other: 'Other',
};

const examplesShown = 3;

/** Every objection that was extracted, by kind: the most heard first, then the one heard in most calls. */
export function groupObjections(found: readonly FoundObjection[]): ObjectionGroup[] {
  const byKind = new Map<ObjectionKind, FoundObjection[]>();
  for (const objection of found) byKind.set(objection.kind, [...(byKind.get(objection.kind) ?? []), objection]);
  const groups = [...byKind].map(([kind, items]) => {
    const surest = new Map<string, FoundObjection>();
    for (const item of [...items].sort((a, b) => b.confidence - a.confidence)) {
      if (!surest.has(item.callId)) surest.set(item.callId, item);
    }
    return { kind, heard: items.length, calls: surest.size, examples: [...surest.values()] };
  });
  return groups.sort(
    (a, b) => Number(a.kind === 'other') - Number(b.kind === 'other') || b.heard - a.heard || b.calls - a.calls,
  );
}

/**
 * Counts the objections of every call in scope: nothing is sampled, so the numbers are the same whoever writes the rest
 * of the answer. Answers false where nobody objected.
 */
export async function writeTopObjections(
  writer: AnswerWriter,
  library: AnswerLibrary,
  { calls, words }: CallsAsked,
  { n, objectionKind }: { n: number; objectionKind: ObjectionKind | null },
): Promise<boolean> {
  const step = await writer.step('top_objections', words);
  const { items, read } = await library.objections(calls);
  const groups = groupObjections(items).filter(({ kind }) => objectionKind === null || kind === objectionKind);
  const table = groups.map(
    ({ kind, heard, calls: inCalls }) => `${kindNames[kind]}: ${heard} in ${counted(inCalls, 'call')}`,
  );
  await step.done(`${read} of ${counted(calls.length, 'call')} read, ${counted(items.length, 'objection')}`, table);
  if (!groups.length) return false;

  const shown = groups.slice(0, n);
  const heading = shown.length < groups.length ? `The top ${shown.length}` : 'By kind';
  await writer.text(
    `${counted(
      groups.reduce((sum, { heard }) => sum + heard, 0),
      'objection',
    )} in ${words} (${read} of ${calls.length} read). ${heading}:\n\n`,
  );
  for (const [place, group] of shown.entries()) {
    await writer.text(
      `${place + 1}. **${kindNames[group.kind]}**: heard ${counted(group.heard, 'time')} in ${counted(group.calls, 'call')}\n`,
    );
    for (const example of group.examples.slice(0, examplesShown)) {
      await writer.text('   - ');
      writer.quote(example.evidence);
      await writer.text(` ${whereSaid(library, example.callId, example.evidence.speakerId)}\n`);
    }
  }
  const tied = groups[shown.length];
  const last = shown.at(-1);
  if (tied && last && tied.heard === last.heard) {
    await writer.text(
      `\n${kindNames[tied.kind]} was heard just as often (${tied.heard} times), in ${counted(tied.calls, 'call')}.\n`,
    );
  }
  return true;
}

/** Who said it where, after a quote. */
export function whereSaid(library: AnswerLibrary, callId: string, speakerId: string): string {
  const call = library.call(callId);
  const name = call?.people.find(({ id }) => id === speakerId)?.name;
  return [name && plain(name), call && `*${plain(call.title)}*`, call && dateOf(call.startedAt)]
    .filter(Boolean)
    .join(', ');
}
