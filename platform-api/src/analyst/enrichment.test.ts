import { describe, expect, it } from 'vitest';
import { enrich, intentsOf } from './enrichment.ts';
import { entitiesOf } from './entities.ts';
import { topicsOf } from './topics.ts';

describe('enrich', () => {
  it('names topics that recur, without the speakers and the small words', () => {
    const { topics } = enrich(
      {
        text: 'Ann: The audit is in May, and the audit trail has gaps.\nBob: Our audit trail lives in a shared folder. The shared folder is a mess.',
      },
      { people: ['Ann', 'Bob'] },
    );
    expect(topics).toContain('audit trail');
    expect(topics).toContain('shared folder');
    expect(topics.length).toBeLessThanOrEqual(5);
    expect(topics.join(' ')).not.toMatch(/ann|bob/i);
  });

  it('does not take what a transcriber noted for a topic', () => {
    expect(
      topicsOf('[laughter] The budget is gone. [laughter] The budget was small. [laughter]').map(
        ({ phrase }) => phrase,
      ),
    ).toEqual(['budget']);
  });
});

describe('intentsOf', () => {
  it.each([
    ['buying_signal', 'How soon could we start with the first site?'],
    ['objection', "That's too expensive for us."],
    ['question', 'Does the export contain the old invoices?'],
    ['concern', "I'm worried about the migration."],
    ['feature_request', 'It would be great if it could send letters too.'],
    ['testimonial', "It's the best thing we've bought in years."],
    ['decision', "Let's go with the smaller plan."],
  ] as const)('hears a %s', (intent, words) => {
    expect(intentsOf(words)).toContain(intent);
  });

  it('hears nothing in small talk', () => {
    expect(intentsOf('Yeah, right. The weather has been awful here.')).toEqual([]);
  });
});

describe('entitiesOf', () => {
  const found = (text: string, people?: string[]): string[] =>
    entitiesOf(text, { people }).map(({ type, name }) => `${type} ${name}`);

  it('tells companies, people, products and technologies by the words around them', () => {
    expect(found('We got a quote from Norvane last week.')).toEqual(['company Norvane']);
    expect(found('I spoke to the people at Pell Freight and Halden Logistics.')).toContain(
      'company Pell Freight and Halden Logistics'.split(' and ')[0],
    );
    expect(found('Thanks, Odette. My boss Ruben said no.')).toEqual(['person Odette', 'person Ruben']);
    expect(found('We currently use Vetwise for that.')).toEqual(['product Vetwise']);
    expect(found('It syncs with Excel and has an API.')).toEqual(
      expect.arrayContaining(['technology API', 'technology Excel']),
    );
  });

  it('knows the speakers, and takes no ordinary capital for a name', () => {
    expect(found('Then Hedda will sign it.', ['Hedda Lund'])).toEqual(['person Hedda']);
    expect(found('Tuesday works. Great. Maybe in March, or at Christmas in England.')).toEqual([]);
  });
});
