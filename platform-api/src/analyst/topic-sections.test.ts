import { describe, expect, it } from 'vitest';
import { aCall } from './labels/build-call.ts';
import { topicSections } from './topic-sections.ts';

const about = (noun: string, verb: string): string[] =>
  Array.from(
    { length: 14 },
    (_, i) =>
      `${i % 2 ? 'them' : 'us'}: The ${noun} needs ${verb} because the ${noun} ${verb} was late, and our ${noun} suffers from ${verb}.`,
  );

describe('topicSections', () => {
  it('starts a section where the talk turns to another matter, and names it by its words', () => {
    const sections = topicSections(aCall([...about('invoice', 'approval'), ...about('warehouse', 'cleaning')]));
    expect(sections).toHaveLength(2);
    expect(Math.abs((sections[1]?.fromTurn ?? 0) - 14)).toBeLessThanOrEqual(1);
    expect(sections[0]?.title).toMatch(/invoice|approval/i);
    expect(sections[1]?.title).toMatch(/warehouse|cleaning/i);
  });

  it('covers the call without gap or overlap', () => {
    const turns = aCall([
      ...about('invoice', 'approval'),
      ...about('warehouse', 'cleaning'),
      ...about('contract', 'renewal'),
    ]);
    const sections = topicSections(turns);
    expect(sections[0]?.fromTurn).toBe(0);
    expect(sections[sections.length - 1]?.toTurn).toBe(turns.length - 1);
    sections.slice(1).forEach((section, i) => expect(section.fromTurn).toBe((sections[i]?.toTurn ?? 0) + 1));
  });

  it('leaves a short call whole and an empty one empty', () => {
    expect(topicSections(aCall(['us: Hi.', 'them: Hello.']))).toHaveLength(1);
    expect(topicSections([])).toEqual([]);
  });
});
