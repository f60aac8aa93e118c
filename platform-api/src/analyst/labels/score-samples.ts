import { actionItems, type ActionItem } from '../action-items.ts';
import { findObjections, type Objection } from '../objections.ts';
import { findProfits, PROFITS_ELEMENTS, type ProfitsElement, type ProfitsItem } from '../profits.ts';
import { Share, Tally, type Score } from './tally.ts';
import { contentStems } from '../language/words.ts';
import type { SampleCall, SampleLabel } from './sample-calls.ts';

type LabelOf<Type> = Extract<SampleLabel, { type: Type }>;

export interface SampleScores {
  /** Found in the labelled turn. */
  objectionsExact: Score;
  /** Found in the labelled turn or the turn of the same speaker next to it. */
  objections: Score;
  /** Of the objections found: the right kind. */
  objectionKind: number;
  /** Of the objections found whose described reply can be told by its words: that turn was taken. */
  replyTurn: number;
  verdict: number;
  /** Right about whether the reply worked (accepted or softened). */
  worked: number;
  profits: Score;
  elements: Record<ProfitsElement, Score>;
  actionItems: Score;
  /** Of the action items found: the right person. */
  assignee: number;
}

const NEAR = 2;
const REPLY_WITHIN = 12;
const letters: Record<string, ProfitsElement> = {
  P: 'pain',
  R: 'results',
  O: 'obstacles',
  F: 'fears',
  I: 'identity',
  T: 'triggers',
  S: 'success',
};
const verdicts: Record<string, string> = {
  accepts: 'accepted',
  softens: 'softened',
  repeats: 'repeated',
  rejects: 'rejected',
  unanswered: 'none',
};
const worked = (verdict: string): boolean => verdict === 'accepted' || verdict === 'softened';

/** Compares what the analyst finds in the sample calls with what their author heard. */
export function scoreSamples(calls: readonly SampleCall[]): SampleScores {
  const objectionsExact = new Tally();
  const objections = new Tally();
  const kind = new Share();
  const replyTurn = new Share();
  const verdict = new Share();
  const workedShare = new Share();
  const profits = new Tally();
  const elements = new Map(PROFITS_ELEMENTS.map((element) => [element, new Tally()]));
  const items = new Tally();
  const assignee = new Share();
  for (const call of calls) {
    const labelled = labelsOf(call, 'objection');
    const found = findObjections(call.turns);
    const isThere = (label: { turn: number }, objection: Objection): boolean =>
      turnsOfObjection(objection).includes(label.turn);
    objectionsExact.add(labelled, found, isThere);
    for (const [label, objection] of objections.add(labelled, found, isThere, (one, other) =>
      isNear(call, one, other),
    )) {
      kind.add(label.kind === objection.kind);
      const expected = replyTurnOf(call, label);
      if (expected !== null) replyTurn.add(expected === objection.reply?.turn);
      const heard = verdicts[label.reaction] ?? 'none';
      const said = objection.reaction?.verdict ?? 'none';
      verdict.add(heard === said);
      workedShare.add(worked(heard) === worked(said));
    }
    const quotes = labelsOf(call, 'profits');
    const profitsItems = findProfits(call.turns);
    profits.add(
      quotes,
      profitsItems,
      (label, item) => letters[label.element] === item.element && meets(call, label, item),
    );
    for (const [element, tally] of elements) {
      tally.add(
        quotes.filter((label) => letters[label.element] === element),
        profitsItems.filter((item) => item.element === element),
        (label, item) => meets(call, label, item),
      );
    }
    const actions = actionItems(call.turns, { startedAt: call.startedAt });
    for (const [label, item] of items.add(
      labelsOf(call, 'action'),
      actions,
      (label, item) => label.turn === item.span.turn && isOwner(label, item),
      (label, item) => label.turn === item.span.turn,
      (label, item) => Math.abs(label.turn - item.span.turn) <= 1 && isOwner(label, item),
      (label, item) => Math.abs(label.turn - item.span.turn) <= 1,
    ))
      assignee.add(isOwner(label, item));
  }
  return {
    objectionsExact: objectionsExact.score(),
    objections: objections.score(),
    objectionKind: kind.value(),
    replyTurn: replyTurn.value(),
    verdict: verdict.value(),
    worked: workedShare.value(),
    profits: profits.score(),
    elements: Object.fromEntries([...elements].map(([element, tally]) => [element, tally.score()])) as Record<
      ProfitsElement,
      Score
    >,
    actionItems: items.score(),
    assignee: assignee.value(),
  };
}

function labelsOf<Type extends SampleLabel['type']>({ labels }: SampleCall, type: Type): LabelOf<Type>[] {
  return labels.filter((label): label is LabelOf<Type> => label.type === type);
}

const isOwner = ({ owner }: { owner: string }, { assignee }: ActionItem): boolean =>
  assignee?.startsWith(owner) ?? false;

const turnsOfObjection = ({ span, again }: Objection): number[] => [span, ...again].map(({ turn }) => turn);

/** The same turn, or what the same side said just before or after it. */
function isNear({ turns }: SampleCall, label: { turn: number }, objection: Objection): boolean {
  return turnsOfObjection(objection).some(
    (turn) => Math.abs(turn - label.turn) <= NEAR && turns[turn]?.side === turns[label.turn]?.side,
  );
}

function meets({ turns }: SampleCall, label: LabelOf<'profits'>, { span }: ProfitsItem): boolean {
  const start = turns[label.turn]?.text.indexOf(label.quote) ?? -1;
  return span.turn === label.turn && start < span.end && span.start < start + label.quote.length;
}

/**
 * The turn a described reply ("proposes a pilot of one yard") stands in: ours in the exchange that shares most words with
 * the description; null where no turn or several do.
 */
export function replyTurnOf({ turns, labels }: SampleCall, label: LabelOf<'objection'>): number | null {
  const about = new Set(contentStems(label.reply));
  const next = labels.find(({ type, turn }) => type === 'objection' && turn > label.turn)?.turn ?? Infinity;
  const shared = turns
    .slice(label.turn + 1, Math.min(next, label.turn + 1 + REPLY_WITHIN))
    .filter(({ side }) => side === 'us')
    .map(({ index, text }) => ({ index, count: new Set(contentStems(text).filter((stem) => about.has(stem))).size }))
    .sort((a, b) => b.count - a.count);
  const [first, second] = shared;
  return first && first.count > 0 && first.count > (second?.count ?? 0) ? first.index : null;
}
