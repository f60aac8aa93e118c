import type { TranscriptIndex } from './transcript-index.ts';

/** How much each side said in each slice of the call, 0 to 1. */
export interface ConversationBars {
  readonly us: readonly number[];
  readonly them: readonly number[];
}

/** Turns places of a transcript into shares of its length and back: by time where it has times, else by words. */
export class Timeline {
  readonly #index: TranscriptIndex;
  readonly #starts: readonly number[];
  readonly #length: number;

  constructor(index: TranscriptIndex, durationMs: number | null) {
    this.#index = index;
    let said = 0;
    const byWords = index.turns.map(({ text }) => (said += text.length + 1) - text.length - 1);
    const isTimed = index.hasTimes;
    this.#starts = isTimed ? index.turns.map(({ startMs }) => startMs ?? 0) : byWords;
    const last = index.turns.at(-1);
    const end = isTimed ? Math.max(last?.endMs ?? 0, last?.startMs ?? 0, durationMs ?? 0) : said;
    this.#length = Math.max(1, end);
  }

  /** 0 at the start of the call, 1 at its end. */
  shareOf(turn: number, ms: number | null = null): number {
    const at = this.#index.hasTimes && ms !== null ? ms : (this.#starts[turn] ?? 0);
    return Math.max(0, Math.min(1, at / this.#length));
  }

  /** The place a share stands for. */
  placeAt(share: number): { turn: number; ms: number | null } {
    const at = Math.max(0, Math.min(1, share)) * this.#length;
    if (this.#index.hasTimes) return { turn: this.#index.turnAt(at), ms: at };
    const after = this.#starts.findIndex((start) => start > at);
    return { turn: after < 0 ? Math.max(0, this.#starts.length - 1) : Math.max(0, after - 1), ms: null };
  }

  /** Slices the call into `count` bars. A bar is as high as words are dense in its slice, the densest being 1. */
  bars(count: number): ConversationBars {
    const us = new Array<number>(count).fill(0);
    const them = new Array<number>(count).fill(0);
    for (const { order, text, segments, speaker } of this.#index.turns) {
      const lane = speaker.side === 'us' ? us : them;
      const from = this.#starts[order] ?? 0;
      const to = this.#index.hasTimes ? this.#endOf(order) : from + text.length;
      const timed = this.#index.hasTimes ? segments.filter(({ segment }) => segment.startMs !== null) : [];
      if (timed.length === 0) this.#pour(lane, from, to, text.length);
      for (const { segment, from: start, to: end } of timed)
        this.#pour(lane, segment.startMs ?? from, segment.endMs ?? to, end - start);
    }
    const top = Math.max(...us, ...them, 1e-9);
    return { us: us.map((value) => value / top), them: them.map((value) => value / top) };
  }

  #endOf(order: number): number {
    return this.#index.turns[order]?.endMs ?? this.#starts[order + 1] ?? this.#length;
  }

  #pour(lane: number[], from: number, to: number, amount: number): void {
    const scale = lane.length / this.#length;
    const [start, end] = [from * scale, Math.max(to * scale, from * scale + 0.01)];
    for (let bar = Math.floor(start); bar < Math.min(end, lane.length); bar += 1)
      lane[bar] = (lane[bar] ?? 0) + (amount * (Math.min(end, bar + 1) - Math.max(start, bar))) / (end - start);
  }
}
