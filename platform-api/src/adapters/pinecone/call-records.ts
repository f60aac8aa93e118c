import { createHash } from 'node:crypto';
import type { PineconeRecord } from '@pinecone-database/pinecone';
import type { IndexedCall, IndexedFacet, IndexedTurn } from '../../ports/search-index.ts';
import { facetKey } from '../../text/passages/turn-filter.ts';
import { orderedTurns, windowsOf, windowText } from '../../text/passages/windows.ts';
import { formsOf } from '../../text/words.ts';
import { sparseVector } from './sparse-vector.ts';

/** A turn, or a piece of a very long one that begins `offset` UTF-16 units into it. */
export interface StoredTurn extends IndexedTurn {
  offset: number;
}

export interface RecordDraft {
  record: PineconeRecord;
  /** What an embedder would read. */
  text: string;
}

/** Pinecone refuses a record with more metadata than this. */
const MOST_METADATA_BYTES = 40_960;
/** Text kept in one record. A hundred of them stay far below the 4 MB that one answer may hold. */
const MOST_TEXT = 6_000;

export const callRecordId = (callId: string): string => `call:${digest(callId)}`;
export const windowPrefix = (callId: string): string => `window:${digest(callId)}:`;

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

/** The record by which a call exists: its windows count only while they carry the revision that this record names. */
export function callRecord(call: IndexedCall, revision: string): RecordDraft {
  const [opening] = windowsOf(orderedTurns(call.turns));
  const [title, summary] = [call.title.slice(0, MOST_TEXT / 2), call.summary.slice(0, MOST_TEXT)];
  const text = `${title}\n${summary}`;
  const metadata = {
    kind: 'call',
    callId: call.callId,
    revision,
    title,
    summary,
    ...(opening && { turnStart: opening[0].index, turnEnd: opening[opening.length - 1].index }),
  };
  return { record: { id: callRecordId(call.callId), sparseValues: sparseVector(formsOf(text)), metadata }, text };
}

/** One record for each window, or several where its text is too long for one. */
export function windowRecords(call: IndexedCall, revision: string): RecordDraft[] {
  const pieces = windowsOf(orderedTurns(call.turns)).flatMap(piecesOf);
  return pieces.map((turns, at) => {
    const facets = facetsIn(turns, call.facets);
    const metadata = {
      kind: 'window',
      callId: call.callId,
      revision,
      turns: JSON.stringify(turns),
      facets: JSON.stringify(facets),
      speakers: [...new Set(turns.map(({ speaker }) => facetKey(speaker)))],
      topics: keysOf(facets.flatMap(({ topics }) => topics)),
      intents: keysOf(facets.flatMap(({ intents }) => intents)),
      entities: keysOf(facets.flatMap(({ entities }) => entities)),
      sentiments: [...new Set(facets.map(({ sentiment }) => sentiment))],
    };
    if (Buffer.byteLength(JSON.stringify(metadata)) > MOST_METADATA_BYTES) {
      throw new RangeError(
        `Turn ${turns[0].index} of call "${call.callId}" carries more names and findings than Pinecone keeps with one ` +
          `record (40 KB). Shorten its topics and entities.`,
      );
    }
    const text = windowText(turns);
    const id = `${windowPrefix(call.callId)}${revision}:${at}`;
    return { record: { id, sparseValues: sparseVector(formsOf(text)), metadata }, text };
  });
}

const keysOf = (values: readonly string[]): string[] => [...new Set(values.map(facetKey))];

const facetsIn = (turns: readonly StoredTurn[], facets: readonly IndexedFacet[]): IndexedFacet[] =>
  facets.filter(({ turnStart, turnEnd }) => turns.some(({ index }) => turnStart <= index && index <= turnEnd));

/** A window's turns in lists of bounded length; a turn longer than that is cut between words. */
function piecesOf(window: readonly IndexedTurn[]): StoredTurn[][] {
  const pieces: StoredTurn[][] = [];
  let room = 0;
  for (const turn of window.flatMap(cutTurn)) {
    if (pieces.length === 0 || turn.text.length > room) {
      pieces.push([]);
      room = MOST_TEXT;
    }
    pieces[pieces.length - 1].push(turn);
    room -= turn.text.length;
  }
  return pieces;
}

function cutTurn(turn: IndexedTurn): StoredTurn[] {
  const parts: StoredTurn[] = [];
  let offset = 0;
  do {
    let end = Math.min(turn.text.length, offset + MOST_TEXT);
    const space = turn.text.lastIndexOf(' ', end);
    if (end < turn.text.length && space > offset) end = space;
    parts.push({ ...turn, text: turn.text.slice(offset, end), offset });
    offset = end;
  } while (offset < turn.text.length);
  return parts;
}
