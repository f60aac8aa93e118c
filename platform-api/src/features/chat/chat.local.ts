import { answerQuestion } from '../../analyst/answers/answer-question.ts';
import type { QuestionClass } from '../../analyst/answers/classify-question.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import type { AnswerLibrary, CallFacts } from './answer-library.ts';
import { counted, dateOf, plain } from './answer-writer.ts';
import type { AnswerWriter } from './answer-writer.ts';
import type { CallsAsked } from './asked-calls.ts';
import { whereSaid, writeTopObjections } from './chat.objections.ts';

export interface AskedQuestion {
  text: string;
  class: QuestionClass;
  asked: CallsAsked;
}

/** Sentences an answer shows, and calls whose summaries it shows. */
const shownAtMost = 6;
const callsListed = 50;
/** Scopes this small are read whole; larger ones through the search index first. */
const readWhole = { calls: 3, turns: 1_500 };

/** What every answer without support says. */
export const notInTheseCalls = 'Not in these calls.';

const asksForSummary =
  /\b(?:summar(?:y|ies|i[sz]e[ds]?)|recap|overview|tl;?dr|main points|key points|gist)\b|\bwhat (?:was|were|is) (?:this|the|that|these|those) calls? about\b/i;

/** Answers in the calls' own words: every statement is a quote, and what no passage supports is not said. */
export async function answerLocally(
  writer: AnswerWriter,
  library: AnswerLibrary,
  question: AskedQuestion,
): Promise<void> {
  const { asked } = question;
  if (asked.calls.length && (await writeAnswer(writer, library, question))) return;
  const reason = asked.calls.length
    ? `Nothing in ${asked.words} supports an answer.`
    : `There are no ${asked.words.replace(/^0 /, '')} to read.`;
  await writer.text(`${notInTheseCalls} ${reason}`);
}

function writeAnswer(writer: AnswerWriter, library: AnswerLibrary, question: AskedQuestion): Promise<boolean> {
  const { asked, text } = question;
  switch (question.class.kind) {
    case 'top_objections':
      return writeTopObjections(writer, library, asked, question.class);
    case 'profits':
      return writeProfits(writer, library, asked, question.class);
    case 'commitments':
      return writeActions(writer, library, asked);
    case 'count_calls':
    case 'which_calls':
      return writeCalls(writer, library, question);
    default:
      return asksForSummary.test(text) ? writeSummaries(writer, asked) : writeSentences(writer, library, question);
  }
}

/** The sentences of these calls that answer, best first. */
async function supportIn(
  writer: AnswerWriter,
  library: AnswerLibrary,
  { text, asked }: AskedQuestion,
  { most, perCall }: { most: number; perCall: number },
): Promise<Evidence[]> {
  const callIds = asked.calls.map(({ id }) => id);
  const isSmall = callIds.length <= readWhole.calls && (await turnsIn(library, callIds)) <= readWhole.turns;
  if (!isSmall) writer.callsRead = asked.calls.filter(({ isIndexed }) => isIndexed).length;
  const found = isSmall
    ? callIds.map((callId) => ({ callId, turnStart: 0, turnEnd: Infinity }))
    : await library.search({ text, limit: Math.max(24, most * 2), callIds, perCall });
  const turns = new Map<string, { callId: string; turn: number; text: string; speaker: string }>();
  for (const { callId, turnStart, turnEnd } of found) {
    const open = await library.open(callId);
    for (const { index, text: words, speaker } of open.turns.slice(turnStart, turnEnd + 1)) {
      turns.set(`${callId}#${index}`, { callId, turn: index, text: words, speaker });
    }
  }
  const passages = [...turns].map(([id, { callId, turn, ...rest }]) => ({ id, group: callId, order: turn, ...rest }));
  const proofs: Evidence[] = [];
  for (const { id, start, end } of answerQuestion(text, passages, { most }).support) {
    const place = turns.get(id);
    const proof = place && (await library.open(place.callId)).evidence({ turn: place.turn, start, end });
    if (proof) proofs.push(proof);
  }
  return proofs;
}

async function turnsIn(library: AnswerLibrary, callIds: readonly string[]): Promise<number> {
  let turns = 0;
  for (const callId of callIds) turns += (await library.open(callId)).turns.length;
  return turns;
}

async function writeSentences(writer: AnswerWriter, library: AnswerLibrary, question: AskedQuestion): Promise<boolean> {
  const step = await writer.step('search', `"${question.text}"`);
  const proofs = await supportIn(writer, library, question, { most: shownAtMost, perCall: 3 });
  const callIds = [...new Set(proofs.map(({ callId }) => callId))];
  await step.done(
    `${counted(proofs.length, 'passage')} in ${counted(callIds.length, 'call')}`,
    titles(library, callIds),
  );
  if (!proofs.length) return false;

  const voices = callIds.length === 1 ? 'the call' : `${callIds.length} calls`;
  await writer.text(`The closest ${proofs.length === 1 ? 'passage' : 'passages'}, in the words of ${voices}:\n\n`);
  for (const proof of proofs) await writeProof(writer, library, proof);
  return true;
}

async function writeCalls(writer: AnswerWriter, library: AnswerLibrary, question: AskedQuestion): Promise<boolean> {
  const step = await writer.step('search', `"${question.text}"`);
  const proofs = await supportIn(writer, library, question, { most: callsListed, perCall: 1 });
  const byCall = new Map(proofs.toReversed().map((proof) => [proof.callId, proof]));
  await step.done(counted(byCall.size, 'call'), titles(library, [...byCall.keys()]));
  if (!byCall.size) return false;

  await writer.text(`At least ${counted(byCall.size, 'call')} of ${question.asked.words}:\n\n`);
  for (const proof of byCall.values()) await writeProof(writer, library, proof);
  return true;
}

async function writeProfits(
  writer: AnswerWriter,
  library: AnswerLibrary,
  { calls, words }: CallsAsked,
  { elements, n }: Extract<QuestionClass, { kind: 'profits' }>,
): Promise<boolean> {
  const step = await writer.step('top_profits', `${elements.join(', ')} in ${words}`);
  const { items, read } = await library.profits(calls);
  writer.callsRead = read;
  const wanted = items.filter(({ element }) => elements.includes(element));
  await step.done(`${read} of ${counted(calls.length, 'call')} read, ${counted(wanted.length, 'item')}`);
  if (!wanted.length) return false;

  await writer.text(`${counted(wanted.length, 'item')} in ${words} (${read} of ${calls.length} read).\n\n`);
  for (const element of elements) {
    const own = wanted.filter((item) => item.element === element).sort((a, b) => b.strength - a.strength);
    const shown = own.slice(0, n ?? (elements.length === 1 ? shownAtMost : 2));
    if (!shown.length) continue;
    const rest = own.length > shown.length ? `, the strongest ${shown.length} of ${own.length}` : '';
    await writer.text(`**${element.charAt(0).toUpperCase()}${element.slice(1)}**${rest}\n\n`);
    for (const { evidence } of shown) await writeProof(writer, library, evidence);
    await writer.text('\n');
  }
  return true;
}

/** Summaries were made when the calls came in, each sentence with its proof. */
async function writeSummaries(writer: AnswerWriter, { calls }: CallsAsked): Promise<boolean> {
  const summarised = calls.filter(({ summary }) => summary.length);
  const shown = summarised.slice(0, shownAtMost);
  if (!shown.length) return false;
  const step = await writer.step('call_details', counted(shown.length, 'call'));
  await step.done(
    `${shown.length} of ${counted(calls.length, 'call')}`,
    shown.map(({ title }) => title),
  );
  for (const call of shown) {
    if (calls.length > 1) await writer.text(`**${plain(call.title)}**, ${dateOf(call.startedAt)}\n\n`);
    for (const { text, evidence } of call.summary) {
      await writer.text(`- ${plain(text)} `);
      for (const proof of evidence) writer.cite(proof);
      await writer.text('\n');
    }
    await writer.text('\n');
  }
  if (summarised.length > shown.length) {
    await writer.text(
      `These are the latest ${shown.length} of ${summarised.length} calls with a summary. Narrow the scope for others.`,
    );
  }
  return true;
}

async function writeActions(
  writer: AnswerWriter,
  library: AnswerLibrary,
  { calls, words }: CallsAsked,
): Promise<boolean> {
  const open = calls.flatMap((call) =>
    call.actionItems.filter(({ isDone }) => !isDone).map((item) => ({ call, item })),
  );
  if (!open.length) return false;
  const step = await writer.step('action_items', words);
  await step.done(counted(open.length, 'open action item'));
  await writer.text(`${counted(open.length, 'open action item')} in ${words}:\n\n`);
  for (const { call, item } of open.slice(0, callsListed)) {
    await writer.text(`- ${item.assignee ? `${plain(item.assignee)}: ` : ''}${plain(item.text)} `);
    if (item.evidence) writer.cite(item.evidence);
    await writer.text(library.calls.length > 1 ? ` *${plain(call.title)}*\n` : '\n');
  }
  if (open.length > callsListed) await writer.text(`\n${open.length - callsListed} more are in the calls themselves.`);
  return true;
}

async function writeProof(writer: AnswerWriter, library: AnswerLibrary, proof: Evidence): Promise<void> {
  await writer.text('- ');
  writer.quote(proof);
  await writer.text(` ${whereSaid(library, proof.callId, proof.speakerId)}\n`);
}

const titles = (library: AnswerLibrary, callIds: readonly string[]): string[] =>
  callIds.map((callId) => (library.call(callId) as CallFacts).title);
