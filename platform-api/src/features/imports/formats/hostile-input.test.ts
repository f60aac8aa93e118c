import { expect, it } from 'vitest';
import { ParseProblem, parseTranscript } from './index.ts';

const MEGABYTE = 1_000_000;
const fill = (unit: string): string => unit.repeat(Math.ceil(MEGABYTE / unit.length));

const VTT = 'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n';
const SRT = '1\n00:00:01,000 --> 00:00:02,000\n';

const hostile: Record<string, string> = {
  'spaces before a word': `${fill(' ')}x`,
  'open tags': VTT + fill('<a '),
  'open voices': VTT + fill('<v '),
  'open word times': VTT + fill('<00:00'),
  'open brackets': fill('[00:'),
  'entities of entities': VTT + fill('&amp;amp;'),
  'turn marks': VTT + fill('>>'),
  'two cues of many lines': VTT + fill('a\n') + '\n00:00:02.000 --> 00:00:03.000\n' + fill('a\n'),
  'one cue of numbers': SRT + fill('\n2\n'),
  'one speech of many lines': `Ann: hi\n${fill('a\n')}`,
  'one cue cut by blank lines': `${VTT}x\n\n${fill('a\n')}`,
  'one voice of many lines': `${VTT}<v Ann>${fill('a\n')}`,
  'one SBV cue of many lines': `0:00:00.500,0:00:01.000\nx\n\n${fill('a\n')}`,
  'one document paragraph of many lines': `Attendees\nAnn\nTranscript\nAnn: hi\n${fill('a\n')}`,
  'one stray word a block': `${VTT}x${fill('\n\na')}`,
  'blank lines of notes': `Gemini${fill('\n')}`,
  'separators behind a time': `0:01${' '.repeat(MEGABYTE / 2)}x\u2028${' '.repeat(MEGABYTE / 2)}y`,
  arrows: fill('00:00 --> '),
  'names without end': Array.from({ length: MEGABYTE / 10 }, (_, at) => `N${at}: hi`).join('\n'),
  'spaces behind a name': `Ann:${fill(' ')}`,
  hashes: `# Transcript\n${fill('#')}`,
  'bold without end': `**Ann:** hi\n${fill('**a')}`,
  'title dashes': `${fill(' - ')} - Transcript`,
  'open lists': fill('['),
  'an open string': `{"a":"${fill('\\"')}`,
  'a long number': `{"a":${fill('1')}`,
  'open elements': fill('<a>'),
  'open attributes': `<tt ${fill('a="')}`,
  'empty elements': `<tt>${fill('<p/>')}</tt>`,
  'open comments': `<tt>${fill('<!-- ')}`,
  'escaped characters': `<transcript><text start="1">${fill('&amp;amp;')}</text></transcript>`,
};

// The bound is wide because machines differ; what it catches is a cost that grows with the square, which takes minutes.
it.each(Object.entries(hostile))('reads or refuses a megabyte of %s without hanging', (_what, text) => {
  const started = performance.now();
  try {
    parseTranscript({ name: 'call', bytes: new TextEncoder().encode(text) });
  } catch (error) {
    expect(error).toBeInstanceOf(ParseProblem);
  }
  expect(performance.now() - started).toBeLessThan(15_000);
});
