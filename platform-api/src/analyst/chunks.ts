import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { sentencesOf } from './language/sentences.ts';
import { splitsPair, type Range } from './language/text.ts';
import type { Turn, TurnSpan } from '../features/transcripts/turn.ts';

/** A stretch of a call, the unit that is indexed and enriched. */
export interface Chunk {
  index: number;
  /** Contiguous spans in order; a turn longer than a chunk is spread over several. */
  spans: TurnSpan[];
  /** `Speaker: words` per span, one a line: what the token count is of. */
  text: string;
  tokens: number;
  startMs: number | null;
  endMs: number | null;
}

export interface ChunkOptions {
  /** Tokens a chunk aims at. */
  target?: number;
  /** Tokens no chunk exceeds. */
  max?: number;
  /** Tokens at most that a chunk repeats from the end of the one before, in whole sentences. */
  overlap?: number;
}

interface Piece {
  turn: Turn;
  range: Range;
  tokens: number;
}

/** Sentences are counted one by one; a margin covers what joining and speaker labels add. */
const LABEL_TOKENS = 8;

/** Cuts a call into chunks by speaker turns, at sentence ends (o200k tokens). */
export function chunk(turns: readonly Turn[], { target = 500, max = 1200, overlap = 100 }: ChunkOptions = {}): Chunk[] {
  const pieces = turns.flatMap((turn) => piecesOf(turn, Math.min(target, max) - LABEL_TOKENS * 4));
  const groups: Piece[][] = [];
  let group: Piece[] = [];
  let size = 0;
  let fresh = 0;
  for (const piece of pieces) {
    const startsTurn = group.length > 0 && group[group.length - 1]?.turn !== piece.turn;
    const cost = piece.tokens + (startsTurn || group.length === 0 ? LABEL_TOKENS : 0);
    // A new turn is the better place to stop: near the target, do not begin one that will not fit.
    if (fresh > 0 && (size + cost > target || (startsTurn && size > target * 0.85 && size + cost > target * 0.95))) {
      groups.push(group);
      group = tailOf(group, overlap);
      size = sizeOf(group);
      fresh = 0;
    }
    group.push(piece);
    size += cost;
    fresh++;
  }
  if (fresh > 0) groups.push(group);
  return groups.map(toChunk);
}

function piecesOf(turn: Turn, most: number): Piece[] {
  return sentencesOf(turn.text).flatMap((range) => divided(turn, range, most));
}

function divided(turn: Turn, range: Range, most: number): Piece[] {
  const tokens = countTokens(turn.text.slice(range.start, range.end), { disallowedSpecial: new Set() });
  if (tokens <= most || range.end - range.start < 2) return [{ turn, range, tokens }];
  let middle = Math.floor((range.start + range.end) / 2);
  if (splitsPair(turn.text, middle)) middle--;
  return [
    ...divided(turn, { start: range.start, end: middle }, most),
    ...divided(turn, { start: middle, end: range.end }, most),
  ];
}

function tailOf(group: readonly Piece[], overlap: number): Piece[] {
  const tail: Piece[] = [];
  for (let i = group.length - 1; i > 0; i--) {
    const piece = group[i];
    if (!piece || sizeOf([piece, ...tail]) > overlap) break;
    tail.unshift(piece);
  }
  return tail;
}

function sizeOf(group: readonly Piece[]): number {
  return group.reduce(
    (sum, piece, i) => sum + piece.tokens + (group[i - 1]?.turn === piece.turn ? 0 : LABEL_TOKENS),
    0,
  );
}

function toChunk(group: readonly Piece[], index: number): Chunk {
  const spans: (TurnSpan & { source: Turn })[] = [];
  for (const { turn, range } of group) {
    const open = spans[spans.length - 1];
    if (open?.source === turn) open.end = range.end;
    else spans.push({ turn: turn.index, ...range, source: turn });
  }
  const text = spans.map(({ source, start, end }) => `${source.speaker}: ${source.text.slice(start, end)}`).join('\n');
  return {
    index,
    spans: spans.map(({ turn, start, end }) => ({ turn, start, end })),
    text,
    tokens: countTokens(text, { disallowedSpecial: new Set() }),
    startMs: spans[0]?.source.startMs ?? null,
    endMs: spans[spans.length - 1]?.source.endMs ?? null,
  };
}
