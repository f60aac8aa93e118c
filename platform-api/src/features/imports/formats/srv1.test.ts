import { describe, expect, it } from 'vitest';
import { linesOf, problemOf, readOne, timesOf } from './fixtures/parsing.ts';

describe('srv1', () => {
  it('reads seconds, text that is escaped twice, and cues without a duration', () => {
    const call = readOne(
      '<?xml version="1.0" encoding="utf-8" ?><transcript><text start="0.5" dur="1.25">it&amp;#39;s &amp;lt;hot&amp;gt;</text><text start="2">yes\nno</text><text start="3"/></transcript>',
    );
    expect(linesOf(call)).toEqual(["-: it's <hot>", '-: yes no']);
    expect(timesOf(call)).toEqual([
      [500, 1750],
      [2000, null],
    ]);
    expect(call).toMatchObject({ format: 'srv1', source: 'youtube' });
  });

  it('reads the milliseconds of srv2', () => {
    expect(timesOf(readOne('<timedtext><text t="500" d="1000">hi</text></timedtext>'))).toEqual([[500, 1500]]);
  });

  it('refuses a time that is none', () => {
    expect(problemOf('<transcript>\n<text start="x">hi</text></transcript>')).toMatchObject({
      code: 'unreadable_time',
      line: 2,
    });
    expect(problemOf('<transcript>\n<text>hi</text></transcript>')).toMatchObject({ code: 'unreadable_time', line: 2 });
  });
});
