import { describe, expect, it } from 'vitest';
import { linesOf, problemOf, readOne, timesOf } from './fixtures/parsing.ts';

const srv3 = (body: string) =>
  `<?xml version="1.0" encoding="utf-8" ?><timedtext format="3">\n<head><ws id="0"/></head><body><w t="0" id="1"/>\n${body}</body></timedtext>`;

describe('srv3', () => {
  it('joins words, ends a line where the next one starts, and skips paragraphs that hold a line end only', () => {
    const call = readOne(
      srv3(
        '<p t="100" d="5000" w="1"><s ac="255">hot</s><s t="40" ac="153"> oven</s></p><p t="900" d="10" w="1" a="1">\n</p><p t="1000" d="2000">it&#39;s on</p>',
      ),
    );
    expect(linesOf(call)).toEqual(['-: hot oven', "-: it's on"]);
    expect(timesOf(call)).toEqual([
      [100, 1000],
      [1000, 3000],
    ]);
    expect(call.segments[0]?.confidence).toBeCloseTo(0.8);
    expect(call.segments[1]).not.toHaveProperty('confidence');
  });

  it('refuses a time that is none', () => {
    expect(problemOf(srv3('<p t="1s">hi</p>'))).toMatchObject({ code: 'unreadable_time', format: 'srv3', line: 3 });
  });
});
