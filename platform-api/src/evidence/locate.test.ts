import { describe, expect, it } from 'vitest';
import { aTranscript } from './a-transcript.ts';
import { cut } from './cut.ts';
import { locate } from './locate.ts';
import { nearQuotes } from './near-quotes.ts';
import { relocate } from './relocate.ts';

const segments = aTranscript(`
  Anna: We do like the product. Honestly, we can't pay 1,500 dollars a month for it.
  Anna: Our budget is about 900 at most, and that's "final".
  Ben: I hear you. Most teams earn it back within a quarter.
  Anna: Perhaps. I need to ask Zoë, our CFO, about the non-refundable part.
  Ben: Of course. I hear you.
  Anna: We have been burned before by annual contracts, and margins fell by 5% to -3 last year.
`);
const textOf = (quote: string, speakerId?: string) => locate({ segments, quote, speakerId })?.text ?? null;

describe('locate', () => {
  it('finds the exact range and who said it when', () => {
    expect(locate({ segments, quote: 'Our budget is about 900 at most' })).toEqual({
      segmentStart: 1,
      segmentEnd: 1,
      start: 0,
      end: 31,
      text: 'Our budget is about 900 at most',
      speakerId: 'Anna',
      startMs: 10_000,
      endMs: null,
      isUnique: true,
    });
  });

  it('spans adjacent segments of one speaker', () => {
    const found = locate({ segments, quote: 'a month for it. Our budget' });
    expect(found).toMatchObject({ segmentStart: 0, segmentEnd: 1, text: 'a month for it. Our budget' });
  });

  it.each([
    ['typographic apostrophe', 'we can’t pay 1,500 dollars'],
    ['no-break space and line break', "we can\u00a0't pay".replace('\u00a0', '') + ' 1,500\n  dollars'],
    ['typographic quotation marks', 'that’s “final”'],
    ['decomposed letters', 'ask Zoe\u0308, our CFO'],
    ['full-width letters', 'Ｗｅ do like'],
    ['non-breaking hyphen', 'the non\u2011refundable part'],
  ])('folds what a reader takes for the same: %s', (_, quote) => {
    expect(textOf(quote)).not.toBeNull();
  });

  it('shows the words as the transcript writes them, not as they were asked for', () => {
    expect(textOf('ask  Zoe\u0308,\nour CFO')).toBe('ask Zoë, our CFO');
  });

  it.each([
    ['changed word', 'We do love the product'],
    ['dropped negation', 'we can pay 1,500 dollars'],
    ['negation cut off with the word', 'Honestly, we can'],
    ['prefix cut off', 'refundable part'],
    ['thousands cut off', 'pay 1'],
    ['decimals cut off', '500 dollars a month'],
    ['percent cut off', 'fell by 5'],
    ['minus cut off', '3 last year'],
    ['changed number', 'about 800 at most'],
    ['look-alike letter', 'Our budgеt is about'],
    ['zero-width space', 'Our bud\u200bget is'],
    ['superscript', 'about 90⁰ at most'],
    ['letter case', 'our budget is about 900'],
    ['ellipsis over left-out words', 'We do like … a month for it'],
    ['joined sentences', 'We do like the product. Our budget is about 900'],
    ['two speakers', 'that\'s "final". I hear you.'],
    ['nothing but punctuation', '. '],
    ['nothing', ''],
  ])('refuses a near-quote: %s', (_, quote) => {
    expect(textOf(quote)).toBeNull();
  });

  it('takes a folded character whole or not at all', () => {
    const typeset = aTranscript('Anna: The oﬃce… is ﬁne');
    expect(locate({ segments: typeset, quote: 'office... is fine' })?.text).toBe('oﬃce… is ﬁne');
    expect(locate({ segments: typeset, quote: 'office..' })).toBeNull();
    expect(locate({ segments: typeset, quote: '.. is fine' })).toBeNull();
  });

  it('refuses words of another speaker', () => {
    expect(textOf('Our budget is about 900', 'Ben')).toBeNull();
    expect(textOf('Our budget is about 900', 'Anna')).not.toBeNull();
  });

  it('says when words stand in several places, and takes the one nearest to the hint', () => {
    expect(locate({ segments, quote: 'I hear you.' })).toMatchObject({ segmentStart: 2, isUnique: false });
    expect(locate({ segments, quote: 'I hear you.', near: 5 })).toMatchObject({ segmentStart: 4, isUnique: false });
  });

  it('neither quotes nor bridges what is hidden', () => {
    const hidden = segments.map((segment) => ({ ...segment, isHidden: segment.index === 1 }));
    expect(locate({ segments: hidden, quote: 'Our budget is about 900' })).toBeNull();
    const bridged = aTranscript('Anna: one two\nAnna: secret\nAnna: three four');
    expect(locate({ segments: bridged.filter(({ index }) => index !== 1), quote: 'one two three four' })).toBeNull();
  });

  it('refuses 200 forged quotes of every kind', () => {
    const others = [aTranscript('Cleo: Our rivals pay twice as much for it as we do.')];
    const many = Array.from({ length: 4 }, () => segments)
      .flat()
      .map((segment, index) => ({ ...segment, index }));
    const forged = nearQuotes(many, others);
    expect(forged.length).toBe(200);
    expect(new Set(forged.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(15);
    for (const { kind, text, speakerId } of forged) {
      expect(locate({ segments: many, quote: text, speakerId }), `${kind}: ${text}`).toBeNull();
    }
  });
});

describe('cut', () => {
  it('cuts across segments and joins them by one space', () => {
    expect(cut({ segmentStart: 0, segmentEnd: 1, start: 69, end: 10 }, segments)?.text).toBe('for it. Our budget');
  });

  it.each([
    ['out of bounds', { segmentStart: 0, segmentEnd: 0, start: 0, end: 999 }],
    ['empty', { segmentStart: 0, segmentEnd: 0, start: 4, end: 4 }],
    ['backwards', { segmentStart: 1, segmentEnd: 0, start: 0, end: 4 }],
    ['across speakers', { segmentStart: 1, segmentEnd: 2, start: 0, end: 4 }],
    ['missing segment', { segmentStart: 9, segmentEnd: 9, start: 0, end: 4 }],
  ])('refuses a range that is %s', (_, range) => {
    expect(cut(range, segments)).toBeNull();
  });

  it('refuses half a surrogate pair', () => {
    expect(cut({ segmentStart: 0, segmentEnd: 0, start: 0, end: 1 }, aTranscript('Anna: 😀 fine'))).toBeNull();
  });
});

describe('relocate', () => {
  const ref = { callId: 'call', revision: 1, segmentStart: 1, segmentEnd: 1, start: 4, end: 31 };
  const next = (edited: typeof segments) => ({ callId: 'call', revision: 2, segments: edited });

  it('stays where the words stayed', () => {
    expect(relocate(ref, segments, next(segments))).toEqual({ ...ref, revision: 2 });
  });

  it('follows the words to the only place where they stand', () => {
    const edited = segments.map((s) => (s.index === 1 ? { ...s, text: `Well. ${s.text}` } : s));
    expect(relocate(ref, segments, next(edited))).toEqual({ ...ref, revision: 2, start: 10, end: 37 });
  });

  it.each([
    ['changed', (text: string) => text.replace('900', '950')],
    ['redacted', (text: string) => text.replace('900', '[amount]')],
  ])('hides words that were %s', (_, edit) => {
    expect(relocate(ref, segments, next(segments.map((s) => ({ ...s, text: edit(s.text) }))))).toBeNull();
  });

  it('hides words that moved to several places', () => {
    const said = { ...ref, segmentStart: 2, segmentEnd: 2, start: 0, end: 11 };
    const edited = segments.map((s) => (s.index === 2 ? { ...s, text: `So: ${s.text} I hear you.` } : s));
    expect(relocate(said, segments, next(edited))).toBeNull();
  });

  it('hides words given to another speaker, but follows a merged one', () => {
    const renamed = segments.map((s) => ({ ...s, speakerId: s.speakerId === 'Anna' ? 'Anna B' : s.speakerId }));
    expect(relocate(ref, segments, next(renamed))).toBeNull();
    expect(relocate(ref, segments, next(renamed), new Map([['Anna', 'Anna B']]))).toEqual({ ...ref, revision: 2 });
  });
});
