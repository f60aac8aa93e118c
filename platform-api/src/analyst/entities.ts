import entityData from './data/en/entities.json' with { type: 'json' };
import { sentencesOf } from './language/sentences.ts';
import { isVague, wordsOf } from './language/words.ts';
import { plain } from './language/text.ts';

export type EntityType = 'company' | 'person' | 'product' | 'technology';

export interface Entity {
  type: EntityType;
  name: string;
  times: number;
}

const companySuffix = new RegExp(`(?:^|\\s)(?:${entityData.companySuffixes.join('|')})\\.?$`, 'u');
const cues = (['company', 'person', 'product'] as const).map((type) => ({
  type,
  before: new RegExp(`(?:^|[^\\p{L}])(?:${entityData.before[type].join('|')})\\s+$`, 'iu'),
  after: new RegExp(`^(?:${entityData.after[type].join('|')})(?![\\p{L}\\p{N}])`, 'iu'),
}));
const technologies = `(?<![\\p{L}\\p{N}])(?:${entityData.technologies.join('|')})(?![\\p{L}\\p{N}])`;
const technology = new RegExp(technologies, 'u');
const everyTechnology = new RegExp(technologies, 'gu');
const notNames = new Set(entityData.notNames);
const firstNames = new Set(entityData.firstNames);
// Capitalised words in a row; "of" joins them only between two capitals.
const NAME = /\p{Lu}[\p{L}\p{N}'\u2019&-]*(?:\s(?:(?:of|&|de|van|von)\s)?\p{Lu}[\p{L}\p{N}'\u2019&-]*){0,3}/gu;

/** Names with their kind, told by capitals and the words around them. What has no sign of its kind is left out. */
export function entitiesOf(text: string, { people = [] }: { people?: readonly string[] } = {}): Entity[] {
  const found = new Map<string, Entity>();
  const known = new Set(
    people.flatMap((name) => [name, name.split(/\s+/)[0] ?? name]).filter((name) => name.length > 1),
  );
  for (const sentence of sentencesOf(text)) {
    const inside = plain(text.slice(sentence.start, sentence.end));
    for (const match of inside.matchAll(NAME)) {
      const lead = leadOf(inside, match.index, match[0]);
      const name = match[0].slice(lead).replace(/'s$/, '');
      const type = typeOf(name, inside, match.index + lead, match.index + match[0].length, known);
      if (type) add(found, type, name);
    }
    for (const match of inside.matchAll(everyTechnology)) add(found, 'technology', match[0]);
  }
  return [...found.values()].sort((a, b) => b.times - a.times || (a.name < b.name ? -1 : 1));
}

/** The length of an ordinary word that only the start of a sentence gave its capital: "Then Hedda". */
function leadOf(sentence: string, start: number, name: string): number {
  const [first = ''] = name.split(/\s/, 1);
  return opensSentence(sentence, start) && first.length < name.length && isOrdinary(first) ? first.length + 1 : 0;
}

const opensSentence = (sentence: string, start: number): boolean => /^["'(\s]*$/.test(sentence.slice(0, start));

function typeOf(
  name: string,
  sentence: string,
  start: number,
  end: number,
  people: ReadonlySet<string>,
): EntityType | null {
  const words = name.split(/\s+/);
  if (words.every((word) => notNames.has(word.toLowerCase()))) return null;
  if (people.has(name)) return 'person';
  if (companySuffix.test(name) && words.length > 1) return 'company';
  if (opensSentence(sentence, start) && words.length === 1 && isOrdinary(name)) return null;
  if (/[a-z][A-Z]/.test(name) || technology.test(name)) return 'technology';
  for (const { type, before, after } of cues) {
    if (before.test(sentence.slice(Math.max(0, start - 40), start)) || after.test(sentence.slice(end).trimStart()))
      return type;
  }
  return firstNames.has((words[0] ?? '').toLowerCase()) && words.length === 2 ? 'person' : null;
}

const isOrdinary = (word: string): boolean => wordsOf(word).every(({ form }) => isVague(form) || notNames.has(form));

function add(found: Map<string, Entity>, type: EntityType, name: string): void {
  const key = `${type}:${name.toLowerCase()}`;
  const known = found.get(key);
  if (known) known.times++;
  else found.set(key, { type, name, times: 1 });
}
