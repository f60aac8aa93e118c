import type { CallDetail } from '@callvault/sdk';
import type { IndexedTurn, TranscriptIndex } from './transcript-index.ts';

export type Topic = CallDetail['topics'][number];

/** One line of the transcript as it is drawn. `key` is stable, so that a measured height stays with its row. */
export type TranscriptRow =
  | { readonly kind: 'topic'; readonly key: string; readonly topic: Topic }
  | { readonly kind: 'turn'; readonly key: string; readonly turn: IndexedTurn }
  | { readonly kind: 'hidden'; readonly key: string; readonly turns: number };

export interface RowOptions {
  readonly topics: readonly Topic[];
  /** Only what these speakers said; everybody when empty. */
  readonly speakerIds: ReadonlySet<string>;
}

/** The transcript as rows: a head before each topic, hidden turns folded into one line that says how many. */
export function transcriptRows(index: TranscriptIndex, { topics, speakerIds }: RowOptions): readonly TranscriptRow[] {
  const rows: TranscriptRow[] = [];
  const heads = new Map(topics.map((topic) => [topic.turnStart, topic]));
  for (const turn of index.turns) {
    const topic = heads.get(turn.order);
    if (topic) rows.push({ kind: 'topic', key: `topic-${turn.order}`, topic });
    if (turn.text === '') foldInto(rows, turn.order);
    else if (speakerIds.size === 0 || speakerIds.has(turn.speaker.id))
      rows.push({ kind: 'turn', key: `turn-${turn.order}`, turn });
  }
  return rows;
}

function foldInto(rows: TranscriptRow[], order: number): void {
  const last = rows.at(-1);
  if (last?.kind === 'hidden') rows[rows.length - 1] = { ...last, turns: last.turns + 1 };
  else rows.push({ kind: 'hidden', key: `hidden-${order}`, turns: 1 });
}
