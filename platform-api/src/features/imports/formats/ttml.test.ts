import { describe, expect, it } from 'vitest';
import { linesOf, problemOf, readOne, timesOf } from './fixtures/parsing.ts';

const NAMESPACES =
  'xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xmlns:ttp="http://www.w3.org/ns/ttml#parameter"';
const ttml = (body: string, attributes = '', head = '') =>
  `<?xml version="1.0"?>\n<tt ${NAMESPACES} ${attributes}><head>${head}</head>${body}</tt>`;

describe('TTML and DFXP', () => {
  it('reads clocks, frames, ticks, offsets and durations relative to the elements around', () => {
    const call = readOne(
      ttml(
        '<body begin="1s"><div><p begin="00:00:01.500" end="00:00:02:10">a</p><p begin="30000000t" dur="1.5s">b</p><p begin="0.1m" end="7000ms">c</p></div></body>',
        'ttp:frameRate="25" ttp:tickRate="10000000" xml:lang="de"',
      ),
    );
    expect(timesOf(call)).toEqual([
      [2500, 3400],
      [4000, 5500],
      [7000, 8000],
    ]);
    expect(call.language).toBe('de');
  });

  it('lets children of a sequence follow each other', () => {
    const call = readOne(ttml('<body><div timeContainer="seq"><p dur="2s">a</p><p dur="3s">b</p></div></body>'));
    expect(timesOf(call)).toEqual([
      [0, 2000],
      [2000, 5000],
    ]);
  });

  it('takes agents for speakers, line breaks for spaces and timed spans for cues', () => {
    const head =
      '<metadata><ttm:title>Oven talk</ttm:title><ttm:agent xml:id="a"><ttm:name type="full">Ann Lee</ttm:name></ttm:agent></metadata>';
    const body =
      '<body><div><p begin="1s" end="2s" ttm:agent="a">Hot<br/>oven &amp;amp; <span>tray</span></p><p><span begin="3s" end="4s">one</span> <span begin="4s" end="5s">two</span></p></div></body>';
    const call = readOne(ttml(body, '', head));
    expect(linesOf(call)).toEqual(['Ann Lee: Hot oven & tray', '-: one', '-: two']);
    expect(call.title).toBe('Oven talk');
  });

  it('reads the older DFXP with a prefix on every element', () => {
    const call = readOne(
      '<tt:tt xmlns:tt="http://www.w3.org/2006/10/ttaf1"><tt:body><tt:div><tt:p begin="00:00:01.00" end="00:00:02.00">hi</tt:p></tt:div></tt:body></tt:tt>',
    );
    expect(linesOf(call)).toEqual(['-: hi']);
  });

  it('refuses broken times, broken XML, deep XML and declared entities, with the line', () => {
    expect(problemOf(ttml('<body><div>\n<p begin="5s" end="3s">x</p></div></body>'))).toMatchObject({
      code: 'time_order',
      line: 3,
    });
    expect(problemOf(ttml('<body><div>\n<p begin="soon">x</p></div></body>'))).toMatchObject({
      code: 'unreadable_time',
      format: 'ttml',
      line: 3,
    });
    expect(problemOf('<tt>\n<body>\n</tt>')).toMatchObject({ code: 'bad_xml', line: 3 });
    expect(problemOf(`<tt>${'<div>'.repeat(500)}x${'</div>'.repeat(500)}</tt>`)).toMatchObject({ code: 'too_deep' });
    expect(problemOf('<!DOCTYPE tt [\n<!ENTITY a SYSTEM "file:///etc/hosts">]><tt><body/></tt>')).toMatchObject({
      code: 'bad_xml',
      line: 2,
    });
  });
});
