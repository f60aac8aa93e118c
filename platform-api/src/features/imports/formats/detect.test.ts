import { describe, expect, it } from 'vitest';
import { problemOf, readOne } from './fixtures/parsing.ts';
import { formatNames, parseTranscript } from './index.ts';

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('parseTranscript', () => {
  it('goes by the content, whatever the name says', () => {
    expect(readOne('1\n00:00:01,000 --> 00:00:02,000\nhi', 'call.json').format).toBe('srt');
    expect(readOne('  {"callvault":1,"calls":[{"segments":[{"text":"hi"}]}]}', 'call.vtt').format).toBe('callvault');
    expect(formatNames).toHaveLength(17);
  });

  it('reads Windows-1252 with its quotes, and drops zero-width spaces', () => {
    const bytes = ascii('1\r\n00:00:01,000 --> 00:00:02,000\r\ncaf\xe9 \x93hot\x94 \x96 so');
    expect(parseTranscript({ name: 'a', bytes })[0]?.segments[0]?.text).toBe('café “hot” – so');
    expect(readOne('\u200BWEBVTT\n\n00:01.000 --> 00:02.000\nh\u200Bot\u00A0 oven').segments[0]?.text).toBe('hot oven');
  });

  it('says what a binary file is and what to do with it', () => {
    expect(problemOf(ascii('\0\0\0\x20ftypisom\0\0')).message).toBe(
      'This is an MP4 video, not a transcript. Upload it as a recording to have it transcribed.',
    );
    expect(problemOf(ascii('PK\x03\x04...')).message).toMatch(/ZIP archive or Word document/);
    expect(problemOf(ascii('%PDF-1.7')).message).toMatch(/PDF/);
    expect(problemOf(ascii('a\0b\x01c')).code).toBe('binary_file');
  });

  it('refuses empty files, unknown JSON and XML, and files that only lie beside a transcript', () => {
    expect(problemOf('\uFEFF \n')).toMatchObject({ code: 'empty_file' });
    expect(problemOf('{"a":[1]}')).toMatchObject({ code: 'unknown_format' });
    expect(problemOf('<svg><g/></svg>')).toMatchObject({ code: 'unknown_format' });
    expect(problemOf('<!doctype html><html><p>hi</p></html>')).toMatchObject({ code: 'not_a_transcript' });
    expect(problemOf('00:01:02\tAnn Lee:\thello\n00:01:09\tBo:\thi').message).toMatch(/chat of a Zoom meeting/);
    expect(problemOf('Name (Original Name),User Email,Total Duration (Minutes),Guest\nAnn,,5,').message).toMatch(
      /list of participants/,
    );
  });

  it('names the line where JSON breaks off or is wrong', () => {
    expect(problemOf('{"items": [\n{"recording_id": 1,\n"transcript": [')).toMatchObject({ code: 'bad_json', line: 3 });
    expect(problemOf('{"a": 1,\n"b": x}')).toMatchObject({ code: 'bad_json', line: 2 });
    expect(problemOf('{"a": 1,\n\n}')).toMatchObject({ code: 'bad_json', line: 3 });
  });

  it('holds its limits: bytes, segments, depth', () => {
    const bytes = new TextEncoder().encode('[0:01] a\n[0:02] b\n[0:03] c');
    const codeWith = (limits: { bytes: number; segments: number }) => {
      try {
        return parseTranscript({ name: 'a', bytes }, limits).length;
      } catch (error) {
        return error instanceof Error && 'code' in error ? error.code : error;
      }
    };
    expect(codeWith({ bytes: 10, segments: 10 })).toBe('too_large');
    expect(codeWith({ bytes: 100, segments: 2 })).toBe('too_many_segments');
    expect(codeWith({ bytes: 100, segments: 3 })).toBe(1);
    expect(problemOf('['.repeat(200_000) + '{')).toMatchObject({ code: 'unknown_format' });
    expect(problemOf('{"a":'.repeat(200_000))).toMatchObject({ code: 'too_deep', line: 1 });
  });
});
