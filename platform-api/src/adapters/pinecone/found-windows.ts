import type { RecordMetadata } from '@pinecone-database/pinecone';
import type { IndexedFacet } from '../../ports/search-index.ts';
import type { CollectionStats } from '../../text/passages/rank.ts';
import { lengthOf, rankedWords, turnWords, type RankableWindow } from '../../text/passages/window-words.ts';
import { stemOf } from '../../text/stem.ts';
import type { StoredTurn } from './call-records.ts';

/** A window as Pinecone gave it back, ready to be ranked and cut. */
export interface FoundWindow extends RankableWindow {
  revision: string;
  facets: IndexedFacet[];
  /** By position, with blanks for what another record holds, so that offsets are those of the whole turn. */
  texts: Map<number, string>;
}

export function foundWindow(id: string, metadata: RecordMetadata): FoundWindow {
  const stored = JSON.parse(String(metadata.turns)) as StoredTurn[];
  const turns = stored.map(turnWords);
  return {
    id,
    callId: String(metadata.callId),
    revision: String(metadata.revision),
    turnStart: stored[0].index,
    turnEnd: stored[stored.length - 1].index,
    length: lengthOf(turns),
    turns,
    facets: JSON.parse(String(metadata.facets)) as IndexedFacet[],
    texts: new Map(stored.map(({ index, text, offset }) => [index, ' '.repeat(offset) + text])),
  };
}

/** Rarity as seen among the windows found: Pinecone does not tell how often a word occurs in the whole collection. */
export function statsOf(windows: readonly FoundWindow[]): CollectionStats {
  const frequencies = new Map<string, number>();
  for (const { turns } of windows) {
    const stems = new Set(turns.flatMap((turn) => rankedWords(turn).map(stemOf)));
    for (const stem of stems) frequencies.set(stem, (frequencies.get(stem) ?? 0) + 1);
  }
  return {
    windows: windows.length,
    averageLength: windows.reduce((sum, { length }) => sum + length, 0) / Math.max(1, windows.length),
    frequency: (stem) => frequencies.get(stem) ?? 0,
  };
}
