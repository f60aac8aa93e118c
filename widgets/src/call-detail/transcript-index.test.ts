import type { Evidence, Transcript } from '@callvault/sdk';
import { expect } from '@open-wc/testing';
import { Timeline } from './conversation-bars.ts';
import { findWords } from './find-words.ts';
import { fold } from './fold.ts';
import { stems } from './map-stems.ts';
import { parseMoment } from './moment.ts';
import { evidenceOf, karen, maya } from './sample-call.ts';
import { cutText } from './text-pieces.ts';
import { TranscriptIndex } from './transcript-index.ts';

interface Said {
  readonly who?: typeof maya;
  readonly parts: readonly string[];
  readonly startMs?: number | null;
}

function transcriptOf(...said: Said[]): Transcript {
  let index = 0;
  const turns = said.map(({ who = maya, parts, startMs = null }, order) => ({
    index: order,
    speakerId: who.id,
    startMs,
    endMs: null,
    segments: parts.map((text) => ({
      index: index++,
      startMs,
      endMs: null,
      text,
      isEdited: false,
      isHidden: text === '',
      confidence: null,
    })),
  }));
  return { callId: 'c', revision: 1, language: 'en', speakers: [maya, karen], turns };
}

function wordsAt(transcript: Transcript, evidence: Evidence): string[] {
  const index = new TranscriptIndex(transcript);
  return index.locate(evidence).map(({ turn, from, to }) => index.turns[turn]?.text.slice(from, to) ?? '');
}

describe('a transcript made ready to point into', () => {
  it('joins visible segments by one space and skips hidden ones', () => {
    const { turns } = new TranscriptIndex(transcriptOf({ parts: ['One.', '', 'Two.'] }, { parts: [''] }));
    expect(turns.map(({ text }) => text)).to.deep.equal(['One. Two.', '']);
  });

  it('finds words across segments around a hidden one, in UTF-16 units', () => {
    const transcript = transcriptOf({ parts: ['A 👍 for that', '', 'and so on'] });
    const evidence = {
      ...evidenceOf('Nine from forty.'),
      segmentStart: 0,
      segmentEnd: 2,
      start: 2,
      end: 3,
      text: '👍 for that and',
    };
    expect(wordsAt(transcript, evidence)).to.deep.equal(['👍 for that and']);
  });

  it('gives one range for each turn that the words run over', () => {
    const transcript = transcriptOf({ parts: ['We said yes'] }, { who: karen, parts: ['And I said no'] });
    const evidence = {
      ...evidenceOf('Nine from forty.'),
      segmentStart: 0,
      segmentEnd: 1,
      start: 3,
      end: 10,
      text: 'said yes And I said',
    };
    expect(wordsAt(transcript, { ...evidence, end: 10 })).to.deep.equal(['said yes', 'And I said']);
  });

  it('never points at other words: it looks for them nearby, or gives nothing', () => {
    const transcript = transcriptOf({ parts: ['no'] }, { parts: ['yes'] }, { parts: ['then yes'] });
    const evidence = {
      ...evidenceOf('Nine from forty.'),
      segmentStart: 2,
      segmentEnd: 2,
      start: 0,
      end: 3,
      text: 'yes',
    };
    const index = new TranscriptIndex(transcript);
    expect(index.locate(evidence)).to.deep.equal([{ turn: 2, from: 5, to: 8 }]);
    expect(index.locate({ ...evidence, text: 'maybe' })).to.deep.equal([]);
    expect(index.locate({ ...evidence, segmentStart: 90, segmentEnd: 99, text: 'maybe' })).to.deep.equal([]);
  });

  it('knows which turn is spoken at a moment', () => {
    const index = new TranscriptIndex(
      transcriptOf({ parts: ['a'], startMs: 1000 }, { parts: ['b'], startMs: 2000 }, { parts: ['c'], startMs: 9000 }),
    );
    expect([0, 1000, 1999, 2000, 8999, 9000, 99_999].map((ms) => index.turnAt(ms))).to.deep.equal([
      0, 0, 0, 1, 1, 2, 2,
    ]);
  });
});

describe('finding', () => {
  it('folds case, accents, apostrophes and odd spaces, one code unit for one', () => {
    expect(fold('Café’s\u00a0ÎLE İ ß 👍').length).to.equal('Café’s\u00a0ÎLE İ ß 👍'.length);
    const index = new TranscriptIndex(transcriptOf({ parts: ['The Café’s', 'bill'] }));
    expect(findWords(index, "cafe's bill")).to.deep.equal([{ turn: 0, from: 4, to: 15 }]);
    expect(findWords(index, '   ')).to.deep.equal([]);
  });
});

describe('cutting a text', () => {
  it('gives the text back, whatever overlaps', () => {
    const text = 'abcdefghij';
    const layers = [
      { from: 2, to: 6, meaning: 'mark' },
      { from: 4, to: 99, meaning: 'hit' },
      { from: 3, to: 3, meaning: 'none' },
      { from: -5, to: 1, meaning: 'said' },
    ];
    const pieces = cutText(text, layers);
    expect(pieces.map((piece) => piece.text).join('')).to.equal(text);
    expect(pieces.map((piece) => [piece.text, ...piece.meanings])).to.deep.equal([
      ['a', 'said'],
      ['b'],
      ['cd', 'mark'],
      ['ef', 'mark', 'hit'],
      ['ghij', 'hit'],
    ]);
    expect(cutText('', layers)).to.deep.equal([]);
  });
});

describe('the map', () => {
  it('draws by words where there are no times, each side in its lane', () => {
    const index = new TranscriptIndex(
      transcriptOf({ parts: ['x'.repeat(50)] }, { who: karen, parts: ['y'.repeat(50)] }),
    );
    const timeline = new Timeline(index, null);
    const { us, them } = timeline.bars(10);
    expect(us.slice(6).every((bar) => bar === 0)).to.equal(true);
    expect(them.slice(0, 4).every((bar) => bar === 0)).to.equal(true);
    expect(Math.max(...us, ...them)).to.equal(1);
    expect(timeline.placeAt(0.9)).to.deep.equal({ turn: 1, ms: null });
  });

  it('moves letters apart, and leaves out those that would stand far from their moment', () => {
    expect(stems([50, 52, 120], 300)).to.deep.equal([50, 66, 120]);
    expect(stems([50, 50, 50, 50, 50], 300)).to.deep.equal([50, 66, undefined, undefined, undefined]);
  });
});

describe('a moment in a link', () => {
  it('is read in every form, and a broken one is no moment', () => {
    expect(['#t=18:24', 't=1:02:03', '0:07', '1500'].map(parseMoment)).to.deep.equal([
      1_104_000, 3_723_000, 7000, 1500,
    ]);
    expect(['', 'soon', '1:2', '-5', null, undefined].map((text) => parseMoment(text))).to.deep.equal(
      Array.from({ length: 6 }, () => undefined),
    );
  });
});
