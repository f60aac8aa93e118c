import { turnsOf, type LabelledCall } from './labelled-calls.ts';
import { Share, Tally, type Score } from './tally.ts';
import { actionItems } from '../action-items.ts';
import { findObjections } from '../objections.ts';
import { findProfits } from '../profits.ts';
import { callSentiment, speakerSentiments } from '../sentiment.ts';
import type { TurnSpan } from '../../features/transcripts/turn.ts';

export interface Scores {
  profits: Score;
  objections: Score;
  /** Of the objections found, the share with the right kind, reply turn and verdict. */
  objectionKind: number;
  replyTurn: number;
  verdict: number;
  actionItems: Score;
  /** Of the action items found, the share with the right person and with the due date as labelled. */
  assignee: number;
  due: number;
  /** Share of calls and speakers with the right label. */
  sentiment: number;
}

/**
 * Compares what the analyst finds with the labels. A find is right when it shares words with a label of its kind; a fear
 * said against an offer is an objection to some listeners, so an objection found there counts neither way.
 */
export function scoreCalls(calls: readonly LabelledCall[]): Scores {
  const profits = new Tally();
  const objections = new Tally();
  const items = new Tally();
  const kind = new Share();
  const replyTurn = new Share();
  const verdict = new Share();
  const assignee = new Share();
  const due = new Share();
  const sentiment = new Share();
  for (const call of calls) {
    const turns = turnsOf(call);
    profits.add(
      call.profits,
      findProfits(turns),
      (label, item) => label.element === item.element && meets(label, item.span),
    );
    const fears = call.profits.filter(({ element }) => element === 'fears');
    const found = findObjections(turns).filter(
      ({ span }) => call.objections.some((label) => meets(label, span)) || !fears.some((fear) => meets(fear, span)),
    );
    for (const [label, objection] of objections.add(call.objections, found, (label, { span }) => meets(label, span))) {
      kind.add(label.kind === objection.kind);
      replyTurn.add(label.replyTurn === (objection.reply?.turn ?? null));
      verdict.add(
        (label.verdict ?? 'none') === (label.replyTurn === null ? 'none' : (objection.reaction?.verdict ?? 'none')),
      );
    }
    const actions = actionItems(turns, { startedAt: new Date(call.startedAt) });
    for (const [label, item] of items.add(call.actionItems, actions, (label, { span }) => meets(label, span))) {
      assignee.add(label.assignee === item.assignee);
      due.add(label.due === (item.due?.text ?? null));
    }
    sentiment.add(callSentiment(turns).label === call.sentiment.call);
    for (const speaker of speakerSentiments(turns))
      sentiment.add(speaker.label === call.sentiment.speakers[speaker.speaker]);
  }
  return {
    profits: profits.score(),
    objections: objections.score(),
    objectionKind: kind.value(),
    replyTurn: replyTurn.value(),
    verdict: verdict.value(),
    actionItems: items.score(),
    assignee: assignee.value(),
    due: due.value(),
    sentiment: sentiment.value(),
  };
}

const meets = (label: TurnSpan, span: TurnSpan): boolean =>
  label.turn === span.turn && label.start < span.end && span.start < label.end;
