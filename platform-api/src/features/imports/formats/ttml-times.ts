import { parseClock } from './clock.ts';

/** What a TTML document says about its own units. */
export interface TtmlRates {
  framesPerSecond: number;
  ticksPerSecond: number;
}

/** `ttp:frameRate`, its multiplier (`1000 1001`) and `ttp:tickRate` of the root element. */
export function ttmlRates({ frameRate, frameRateMultiplier, tickRate }: Record<string, string>): TtmlRates {
  const [numerator = 1, denominator = 1] = (frameRateMultiplier ?? '').split(/[\s:]/).filter(Boolean).map(Number);
  const frames = (Number(frameRate) || 30) * (numerator / denominator || 1);
  return { framesPerSecond: frames, ticksPerSecond: Number(tickRate) || (frameRate === undefined ? 1 : frames) };
}

const OFFSET = /^(\d{1,12}(?:\.\d{1,9})?)(h|ms|m|s|f|t)$/;
const FRAMES = /^(\d{1,3}:\d{2}:\d{2}):(\d{1,3})(?:\.\d{1,3})?$/;

/** A TTML time expression (clock, clock with frames, or offset) in milliseconds; `null` for anything else. */
export function parseTtmlTime(text: string, { framesPerSecond, ticksPerSecond }: TtmlRates): number | null {
  const offset = OFFSET.exec(text);
  if (offset) {
    const unit = { h: 3_600_000, m: 60_000, s: 1000, ms: 1, f: 1000 / framesPerSecond, t: 1000 / ticksPerSecond }[
      offset[2] ?? ''
    ];
    return unit === undefined ? null : Math.round(Number(offset[1]) * unit);
  }
  const frames = FRAMES.exec(text);
  if (!frames) return parseClock(text);
  const clock = parseClock(frames[1] ?? '');
  return clock === null ? null : clock + Math.round((Number(frames[2]) * 1000) / framesPerSecond);
}
