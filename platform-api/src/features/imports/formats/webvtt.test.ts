import { describe, expect, it } from 'vitest';
import { linesOf, problemOf, readOne, timesOf } from './fixtures/parsing.ts';

const vtt = (...cues: string[]) => `WEBVTT\n\n${cues.join('\n\n')}`;

describe('WebVTT', () => {
  it('skips notes, styles and regions, and reads short times, settings and identifiers', () => {
    const call = readOne(
      'WEBVTT - a title\n\nNOTE a comment\nover two lines\n\nSTYLE\n::cue {}\n\nREGION\nid:r\n\nintro\n00:01.000 --> 00:02.500 align:start line:0\nGood morning.',
    );
    expect(linesOf(call)).toEqual(['-: Good morning.']);
    expect(timesOf(call)).toEqual([[1000, 2500]]);
    expect(call).toMatchObject({ format: 'webvtt', source: 'file', participants: [] });
  });

  it('takes speakers from voice tags, two in one cue, with classes and entities', () => {
    const call = readOne(
      vtt(
        '00:01.000 --> 00:02.000\n<v.loud Ann O&#39;Neil>Tea &amp;amp; <i>milk</i></v>\n<v Bo>Yes',
        '00:03.000 --> 00:04.000\n[Music] <inaudible>',
      ),
    );
    expect(linesOf(call)).toEqual(["Ann O'Neil: Tea & milk", 'Bo: Yes', '-: [Music] <inaudible>']);
    expect(call.segments[0]?.rawText).toBe('Tea &amp;amp; <i>milk</i>');
  });

  it('tells Teams by its cue identifiers', () => {
    const id = '0b1c2d3e-0000-4000-8000-000000000009/4-0';
    expect(readOne(vtt(`${id}\n00:00:01.000 --> 00:00:02.000\n<v Ann>Hi\nthere</v>`))).toMatchObject({
      format: 'teams_vtt',
      source: 'teams',
    });
  });

  it('takes speakers of Zoom from prefixes, and the start from the file name', () => {
    const cue = (n: number, text: string) => `${n}\n00:00:0${n}.000 --> 00:00:0${n}.900\n${text}`;
    const call = readOne(
      vtt(
        cue(1, 'Ann Lee: Shall we go and'),
        cue(2, 'Ann Lee: look at it?'),
        cue(3, 'Bo: Note: not now.'),
        cue(4, 'Maybe.'),
      ),
      'GMT20240309-081502_Recording.transcript.vtt',
    );
    expect(linesOf(call)).toEqual([
      'Ann Lee: Shall we go and',
      'Ann Lee: look at it?',
      'Bo: Note: not now.',
      '-: Maybe.',
    ]);
    expect(call).toMatchObject({
      format: 'zoom_vtt',
      source: 'zoom',
      startedAt: '2024-03-09T08:15:02.000Z',
      participants: [{ name: 'Ann Lee' }, { name: 'Bo' }],
    });
  });

  it('gives a cue without a name to the last speaker where that sentence was left open', () => {
    const cue = (n: number, text: string) => `${n}\n00:00:0${n}.000 --> 00:00:0${n}.900\n${text}`;
    const call = readOne(
      vtt(cue(1, 'Ann Lee: Good.'), cue(2, 'Ann Lee: It would be'), cue(3, 'much better'), cue(4, 'Bo: Right.')),
    );
    expect(linesOf(call)[2]).toBe('Ann Lee: much better');
  });

  it('shows each line of rolling captions once, and keeps words that are said twice', () => {
    const call = readOne(
      'WEBVTT\nKind: captions\nLanguage: en\n\n00:00:00.000 --> 00:00:01.990 align:start position:0%\n \nso<00:00:00.500><c> we</c><00:00:01.000><c> say</c>\n\n00:00:01.990 --> 00:00:02.000 align:start position:0%\nso we say\n \n\n00:00:02.000 --> 00:00:03.990 align:start position:0%\nso we say\nno\n\n00:00:03.990 --> 00:00:04.000 align:start position:0%\nno\n \n\n00:00:04.000 --> 00:00:05.000 align:start position:0%\nno\nno\n',
      'A talk [aB3_-567890].en.vtt',
    );
    expect(linesOf(call)).toEqual(['-: so we say', '-: no', '-: no']);
    expect(call).toMatchObject({
      format: 'youtube_vtt',
      source: 'youtube',
      sourceId: 'aB3_-567890',
      title: 'A talk',
      language: 'en',
    });
    expect(linesOf(readOne(vtt('00:01.000 --> 00:02.000\nNo.', '00:02.000 --> 00:03.000\nNo.')))).toHaveLength(2);
  });

  it('reads overlapping and blank cues, spaces for blank lines, and a text cut by a blank line', () => {
    const call = readOne(
      'WEBVTT\n\n00:01.000 --> 00:09.000\none\n   \n00:02.000 --> 00:03.000\ntwo\n\nand three\n\n00:04.000 --> 00:05.000\n',
    );
    expect(linesOf(call)).toEqual(['-: one', '-: two and three']);
  });

  it('reads a file whose every line is followed by a blank one', () => {
    const text = vtt('1\n00:01.000 --> 00:02.000\nAnn: hot', '2\n00:03.000 --> 00:04.000\nBo: yes');
    for (const gap of ['\n\n', '\r\r\n', '\n \n'])
      expect(linesOf(readOne(text.replaceAll('\n', gap)))).toEqual(['Ann: hot', 'Bo: yes']);
  });

  it('names the line of what cannot be read', () => {
    expect(problemOf(vtt('00:00:05.000 --> 00:00:03.000\nx'))).toMatchObject({
      code: 'time_order',
      format: 'webvtt',
      line: 3,
    });
    expect(problemOf(vtt('00:00:05.000 --> 00:00:03.000\nx')).message).toBe(
      'Line 3: the end time 00:00:03 lies before the start 00:00:05. Correct one of the two and import the file again.',
    );
    expect(problemOf(vtt('1\n00:00:x5.000 --> 00:00:07.000\nx'))).toMatchObject({ code: 'unreadable_time', line: 4 });
    expect(problemOf(vtt('soon --> later\nx'))).toMatchObject({ code: 'unreadable_time', line: 3 });
    expect(problemOf(vtt('00:01.000 --> 00:02.000\nx', '2\nwithout a time'))).toMatchObject({
      code: 'unreadable_time',
      line: 7,
    });
    expect(problemOf('WEBVTT\n\nNOTE nothing else')).toMatchObject({ code: 'no_words', format: 'webvtt' });
  });
});
