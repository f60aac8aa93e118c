import intentData from './data/en/intents.json' with { type: 'json' };
import { entitiesOf, type Entity } from './entities.ts';
import { compilePattern } from './language/rules.ts';
import { sentencesOf } from './language/sentences.ts';
import { plain } from './language/text.ts';
import { sentimentOf, type Sentiment } from './sentiment.ts';
import { topicsOf } from './topics.ts';
import type { Chunk } from './chunks.ts';

export const INTENTS = [
  'buying_signal',
  'objection',
  'question',
  'concern',
  'feature_request',
  'testimonial',
  'decision',
] as const;
export type Intent = (typeof INTENTS)[number];

export interface Enrichment {
  /** One to five key phrases; none where nothing but small talk was said. */
  topics: string[];
  sentiment: Sentiment;
  intents: Intent[];
  entities: Entity[];
}

export interface EnrichOptions {
  /** Names of the speakers: their mention is a person even without other signs. */
  people?: readonly string[];
  /** In how many of `documents` chunks a stem occurs: makes topics specific to this chunk. */
  background?: ReadonlyMap<string, number>;
  documents?: number;
}

const patterns = INTENTS.map((intent) => ({ intent, regex: compilePattern(intentData.intents[intent].join('|')) }));

/** Topics, sentiment, intents and names of one chunk. */
export function enrich(chunk: Pick<Chunk, 'text'>, options: EnrichOptions = {}): Enrichment {
  const words = chunk.text.replace(/^[^:\n]{1,60}: /gm, '');
  return {
    topics: topicsOf(words, options).map(({ phrase }) => phrase),
    sentiment: sentimentOf(words),
    intents: intentsOf(words),
    entities: entitiesOf(words, options),
  };
}

/** What speakers do with their words. A question counts where it asks for more than "right?". */
export function intentsOf(text: string): Intent[] {
  const found = new Set<Intent>();
  for (const { start, end } of sentencesOf(text)) {
    const sentence = plain(text.slice(start, end));
    for (const { intent, regex } of patterns) {
      if (
        intent === 'question'
          ? sentence.endsWith('?') && sentence.split(' ').length >= 4
          : !found.has(intent) && regex.test(sentence)
      )
        found.add(intent);
    }
  }
  return INTENTS.filter((intent) => found.has(intent));
}
