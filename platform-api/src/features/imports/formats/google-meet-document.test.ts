import { describe, expect, it } from 'vitest';
import { linesOf, problemOf, readOne, timesOf } from './fixtures/parsing.ts';
import { readDocumentTitle } from './meet-document-title.ts';

const TEXT = `Oven review - 2024/01/05 09:30 EST - Transcript
Attendees
Ann Lee, Bo, Bo's Presentation, Fireflies.ai Notetaker Ann
Transcript

00:00:00

Ann Lee: Three things: heat, time, steam.
Bo: Right.
It was cold.
00:05:00

bo's guest: Yes.
Ann Lee: Note: that is all.

Transcription ended after 00:06:10

This editable transcript was computer generated and might contain errors. People can also change the text after it was created.
`;

const MARKDOWN = `# **📝 Notes**

Jan 5, 2024

## **Oven review**

Invited [Ann Lee](mailto:ann@x.example) [Bo](mailto:bo@x.example)

### Summary

We talked about ovens.

### Details

* **Heat**: too low.

### Suggested next steps

- [ ] Bo will call the fitter.

*You should review Gemini's notes to make sure they're accurate.*

# **📖 Transcript**

Jan 5, 2024

## **Oven review \\- Transcript**

### 00:00:00 {#00:00:00}

**Ann Lee:** Good morning\\!

**Bo:** Hello.

### Transcription ended after 00:01:00
`;

describe('Google Meet documents', () => {
  it('reads title, start, people, headings, continued paragraphs and the length', () => {
    const call = readOne(TEXT);
    expect(linesOf(call)).toEqual([
      'Ann Lee: Three things: heat, time, steam.',
      "Bo: Right. It was cold. bo's guest: Yes.",
      'Ann Lee: Note: that is all.',
    ]);
    expect(timesOf(call).map(([start]) => start)).toEqual([0, null, 300_000]);
    expect(call).toMatchObject({
      format: 'google_meet_document',
      title: 'Oven review',
      startedAt: '2024-01-05T14:30:00.000Z',
      durationMs: 370_000,
      participants: [{ name: 'Ann Lee' }, { name: 'Bo' }],
    });
  });

  it('reads Markdown exports behind the notes of Gemini', () => {
    const call = readOne(MARKDOWN);
    expect(linesOf(call)).toEqual(['Ann Lee: Good morning!', 'Bo: Hello.']);
    expect(call).toMatchObject({
      title: 'Oven review',
      durationMs: 60_000,
      summary: 'We talked about ovens.',
      actionItems: [{ text: 'Bo will call the fitter.' }],
      participants: [
        { name: 'Ann Lee', email: 'ann@x.example' },
        { name: 'Bo', email: 'bo@x.example' },
      ],
    });
  });

  it('refuses notes without a transcript and says where to find it', () => {
    const notes = MARKDOWN.slice(0, MARKDOWN.indexOf('# **📖'));
    expect(problemOf(notes)).toMatchObject({ code: 'no_words' });
    expect(problemOf(notes).message).toMatch(/notes of Gemini, but no transcript/);
  });

  it('reads both spellings of the title, and leaves a zone that means two places alone', () => {
    expect(readDocumentTitle('A - b (2024-01-05 at 09:30 GMT+5:30) - Transcript')).toEqual({
      title: 'A - b',
      startedAt: '2024-01-05T04:00:00.000Z',
    });
    expect(readDocumentTitle('A - 2024/01/05 09:30 IST - Transcript')).toEqual({ title: 'A' });
    expect(readDocumentTitle('A - Transcript')).toEqual({ title: 'A' });
    expect(readDocumentTitle('Ann: the transcript')).toBeNull();
  });
});
