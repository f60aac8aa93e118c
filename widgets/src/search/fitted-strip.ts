import type { SpeechStrip } from '@callvault/sdk';

const PITCH = 3;

/** The strip with as many bars as `width` pixels hold: drawn anew, never stretched. */
export function fittedStrip({ us, them }: SpeechStrip, width: number): SpeechStrip {
  const bars = Math.max(1, Math.floor((width + 1) / PITCH));
  return { us: fitted(us, bars), them: fitted(them, bars) };
}

function fitted(values: readonly number[], bars: number): number[] {
  return Array.from({ length: bars }, (_, bar) => {
    const from = Math.floor((bar * values.length) / bars);
    const to = Math.max(from + 1, Math.floor(((bar + 1) * values.length) / bars));
    return Math.max(0, ...values.slice(from, to));
  });
}
