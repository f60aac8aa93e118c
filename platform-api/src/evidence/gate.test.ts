import { describe, expect, it } from 'vitest';
import { aTranscript } from './a-transcript.ts';
import { EvidenceGate } from './gate.ts';

const gate = new EvidenceGate([
  { callId: 'a', revision: 3, segments: aTranscript('Anna: It is too pricey for us.\nBen: Compared to what?') },
  { callId: 'b', revision: 1, segments: aTranscript('Cleo: We have no time this quarter.') },
]);

describe('EvidenceGate', () => {
  it('turns located words into evidence of the revision that was opened', () => {
    expect(gate.admit({ quote: 'too pricey', callId: 'a' })).toEqual({
      callId: 'a',
      revision: 3,
      segmentStart: 0,
      segmentEnd: 0,
      start: 6,
      end: 16,
      text: 'too pricey',
      speakerId: 'Anna',
      startMs: 0,
      endMs: null,
    });
  });

  it('cuts a range by itself and refuses one of another speaker', () => {
    const range = { callId: 'a', segmentStart: 0, segmentEnd: 0, start: 6, end: 16 };
    expect(gate.admit(range)?.text).toBe('too pricey');
    expect(gate.admit({ ...range, speakerId: 'Ben' })).toBeNull();
  });

  it('knows only the transcripts that were opened', () => {
    expect(gate.admit({ quote: 'too pricey', callId: 'b' })).toBeNull();
    expect(gate.admit({ quote: 'too pricey', callId: 'elsewhere' })).toBeNull();
    expect(gate.admit({ quote: 'no time this quarter' })?.callId).toBe('b');
  });

  it('keeps claims that stand, drops and counts those that do not', () => {
    const claims = [
      { label: 'price', quotes: ['too pricey', 'way too pricey'] },
      { label: 'trust', quotes: ['we do not trust you'] },
    ];
    const { accepted, dropped, unlocated } = gate.admitAll(claims, ({ quotes }) => quotes.map((quote) => ({ quote })));
    expect(accepted.map(({ claim, evidence }) => [claim.label, evidence.map(({ text }) => text)])).toEqual([
      ['price', ['too pricey']],
    ]);
    expect({ dropped, unlocated }).toEqual({ dropped: 1, unlocated: 2 });
  });
});
