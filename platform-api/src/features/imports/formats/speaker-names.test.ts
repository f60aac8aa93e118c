import { describe, expect, it } from 'vitest';
import { findSpeakerNames } from './speaker-names.ts';
import { cutPrefix, isSpelledLikeName } from './speaker-prefix.ts';

const namesIn = (lines: string[], known?: Set<string>) => {
  const names = findSpeakerNames(lines, known);
  return lines.map((line) => names.split(line)?.name ?? null);
};

describe('speaker prefixes', () => {
  it('cuts at a colon with a space behind it, never inside a time or a link', () => {
    expect(cutPrefix('Ann Lee: at 10:30')).toEqual({ name: 'Ann Lee', rest: 'at 10:30' });
    expect(cutPrefix('王芳：你好')).toEqual({ name: '王芳', rest: '你好' });
    for (const line of ['10:30 sharp', 'https://example.com', 'What now? Ann: no', 'Note: no', `${'a'.repeat(80)}: no`])
      expect(cutPrefix(line)).toBeNull();
  });

  it('knows how names are spelled', () => {
    for (const name of [
      'Ann',
      "Síle O'Hara",
      'Tomás de la Cruz',
      'speaker 1',
      'SPEAKER_00',
      'Bo (Guest)',
      '+44 20 7946',
      '王芳',
      'Lee, Ann',
      'van Gogh',
      'iPad (Bo)',
      'bo@x.example',
    ])
      expect(isSpelledLikeName(name), name).toBe(true);
    for (const name of ['three things', 'Three things', 'One more thing', 'and so'])
      expect(isSpelledLikeName(name), name).toBe(false);
  });

  it('takes a name that stands once where most lines have one', () => {
    expect(namesIn(['Ann: a', 'Bo: b', 'Ann: c', 'Three things: d'])).toEqual(['Ann', 'Bo', 'Ann', null]);
  });

  it('takes lower-case names only where they come back', () => {
    expect(namesIn(['agent: a', 'customer: b', 'agent: c', 'customer: d', 'because: e'])).toEqual([
      'agent',
      'customer',
      'agent',
      'customer',
      null,
    ]);
  });

  it('takes nobody where colons are rare, unless the file lists the name', () => {
    const lines = ['We start.', 'Ovens: hot.', 'We go on.', 'And on.', 'Bread: soft.', 'We end.'];
    expect(namesIn(lines).every((name) => name === null)).toBe(true);
    expect(namesIn(lines, new Set(['Bread']))[4]).toBe('Bread');
  });
});
