import { describe, expect, it } from 'vitest';
import { aCall } from './labels/build-call.ts';
import { callSentiment, sentimentOf, speakerSentiments } from './sentiment.ts';

describe('sentimentOf', () => {
  it.each([
    ["That's really brilliant, we love it.", 'positive'],
    ["It's a nightmare every month and I hate it.", 'negative'],
    ["This isn't good enough.", 'negative'],
    ['The meeting is on Tuesday.', 'neutral'],
    ["Yeah, okay, sure, I'd like to see the numbers, please.", 'neutral'],
    ['Thank you so much, good morning.', 'neutral'],
  ])('reads "%s" as %s', (text, label) => {
    expect(sentimentOf(text).label).toBe(label);
  });

  it('is surer the clearer the words are, and knows nothing of an empty text', () => {
    expect(sentimentOf('This is terrible, awful, horrible.').confidence).toBeGreaterThan(
      sentimentOf('This is a bit sad.').confidence,
    );
    expect(sentimentOf('')).toEqual({ label: 'neutral', score: 0, confidence: 0 });
  });
});

describe('callSentiment and speakerSentiments', () => {
  const turns = aCall([
    'us: This is wonderful, I am so happy with the results, fantastic work.',
    'them: I hate it. It is a horrible, broken, useless tool and we are angry.',
  ]);

  it('keeps the speakers apart', () => {
    expect(speakerSentiments(turns).map(({ speaker, label }) => [speaker, label])).toEqual([
      ['Ann', 'positive'],
      ['Bob', 'negative'],
    ]);
  });

  it('lies between them for the call', () => {
    const scores = speakerSentiments(turns).map(({ score }) => score);
    expect(callSentiment(turns).score).toBeLessThan(Math.max(...scores));
    expect(callSentiment(turns).score).toBeGreaterThan(Math.min(...scores));
  });
});
