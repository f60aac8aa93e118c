import { describe, expect, it } from 'vitest';
import { linesOf, problemOf, readOne, timesOf } from './fixtures/parsing.ts';

const srt = (...texts: string[]) =>
  texts.map((text, at) => `${at + 1}\n00:00:${10 + at},000 --> 00:00:${10 + at},900\n${text}\n`).join('\n');

describe('SRT', () => {
  it('reads commas and dots, missing numbers, formatting and blank lines inside a cue', () => {
    const call = readOne(
      '1\n00:00:01,500 --> 00:00:02,000 X1:10\n{\\an8}<font color="#fff">Good</font>\n\nevening\n\n00:00:03.000 --> 00:00:04.000\n<b>again</b>',
    );
    expect(linesOf(call)).toEqual(['-: Good evening', '-: again']);
    expect(timesOf(call)).toEqual([
      [1500, 2000],
      [3000, 4000],
    ]);
  });

  it('takes names that stand in every cue, also in bold', () => {
    const call = readOne(srt('<b>Ann Lee:</b> Good day.', 'Bo: Hello.', 'Bo: Three things: tea.'));
    expect(linesOf(call)).toEqual(['Ann Lee: Good day.', 'Bo: Hello.', 'Bo: Three things: tea.']);
    expect(call.segments[0]?.rawText).toBe('Good day.');
  });

  it('goes on with a speaker where names stand at changes only', () => {
    const call = readOne(srt('Ann: I came', 'in late.', 'Bo: Yes.', 'Note: it snowed.', 'Ann: It did.', 'Indeed.'));
    expect(linesOf(call)).toEqual([
      'Ann: I came',
      'Ann: in late.',
      'Bo: Yes.',
      'Bo: Note: it snowed.',
      'Ann: It did.',
      'Ann: Indeed.',
    ]);
  });

  it('makes no speaker of a colon in a sentence', () => {
    const texts = [
      'We begin now.',
      'Note: it is late.',
      'One thing: tea.',
      'And so on.',
      'Note: bring a coat.',
      'Then: home.',
    ];
    expect(linesOf(readOne(srt(...texts)))).toEqual(texts.map((text) => `-: ${text}`));
  });

  it('marks a change of speaker that names nobody', () => {
    const call = readOne(srt('&gt;&gt; Hello there', 'friend >> Yes?'));
    expect(call.segments.map(({ text, startsTurn }) => [text, startsTurn ?? false])).toEqual([
      ['Hello there', true],
      ['friend', false],
      ['Yes?', true],
    ]);
    expect(readOne(srt('- Hi.\n- Hello.')).segments.map(({ text, startsTurn }) => [text, startsTurn])).toEqual([
      ['Hi.', true],
      ['Hello.', true],
    ]);
  });

  it('shows rolling lines of converted automatic captions once', () => {
    const call = readOne(
      srt('so we say', 'so we say', 'so we say\nthat it is', 'that it is', 'that it is\nlate', 'late'),
    );
    expect(linesOf(call)).toEqual(['-: so we say', '-: that it is', '-: late']);
  });

  it('reads a file whose every line is followed by a blank one, and numbers that are said', () => {
    const text = srt('Ann: hot', 'Bo: yes');
    for (const gap of ['\n\n', '\r\r\n', '\n \n'])
      expect(linesOf(readOne(text.replaceAll('\n', gap)))).toEqual(['Ann: hot', 'Bo: yes']);
    expect(linesOf(readOne(srt('Forty', '42', '7')))).toEqual(['-: Forty', '-: 42', '-: 7']);
  });

  it('names the line of a broken, lost or reversed time', () => {
    expect(problemOf('1\n00:00:01,000 -> 00:00:02,000\nx\n')).toMatchObject({
      code: 'unreadable_time',
      format: 'srt',
      line: 2,
    });
    expect(problemOf('1\n00:00:01,000 --> 00:00:02,000\nx\n\n2\n00:00:61,000 --> 00:01:02,000\ny')).toMatchObject({
      code: 'unreadable_time',
      line: 6,
    });
    expect(
      problemOf('1\n00:00:01,000 --> 00:00:02,000\nx\n\n2\nwithout\n\n3\n00:00:03,000 --> 00:00:04,000\nz'),
    ).toMatchObject({ code: 'unreadable_time', line: 6 });
    expect(problemOf('1\n00:00:09,000 --> 00:00:02,000\nx\n')).toMatchObject({ code: 'time_order', line: 2 });
  });
});
