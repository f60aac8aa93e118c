import vader from 'vader-sentiment';
import sentimentData from './data/en/sentiment.json' with { type: 'json' };
import { sentencesOf } from './language/sentences.ts';
import { plain } from './language/text.ts';
import { wordsOf } from './language/words.ts';
import type { Turn } from '../features/transcripts/turn.ts';

export type SentimentLabel = 'positive' | 'neutral' | 'negative';

export interface Sentiment {
  label: SentimentLabel;
  /** -1 to 1. */
  score: number;
  /** 0-1: distance from the border to the next label, and how much text there was to judge by. */
  confidence: number;
}

export interface SpeakerSentiment extends Sentiment {
  speakerId: string;
  speaker: string;
}

/** VADER's own borders are ±0.05; speech is polite, so "thanks" and "great" alone must not make a turn positive. */
const { positiveFrom, negativeFrom, courtesies, callPositiveFrom, callNegativeFrom } = sentimentData;
const courtesy = new RegExp(`(?<![\\p{L}\\p{N}])(?:${courtesies.join('|')})(?![\\p{L}\\p{N}])[,.!]?`, 'giu');

/** Sentiment of one text: VADER (lexicon, negation, intensifiers) over its sentences, courtesies left out. */
export function sentimentOf(text: string): Sentiment {
  const scored = sentenceScores(text);
  const score = meanOf(scored);
  return judged(score, scored.length, positiveFrom, negativeFrom);
}

/** Sentiment of a whole call from every turn that says something. */
export function callSentiment(turns: readonly Turn[]): Sentiment {
  const scored = turns.flatMap(({ text }) => sentenceScores(text));
  return judged(meanOf(scored), scored.length, callPositiveFrom, callNegativeFrom);
}

/** Sentiment per speaker, in the order in which they first speak. */
export function speakerSentiments(turns: readonly Turn[]): SpeakerSentiment[] {
  const speakers = new Map<string, Turn[]>();
  for (const turn of turns) {
    const own = speakers.get(turn.speakerId);
    if (own) own.push(turn);
    else speakers.set(turn.speakerId, [turn]);
  }
  return [...speakers].map(([speakerId, own]) => ({
    speakerId,
    speaker: own[0]?.speaker ?? '',
    ...callSentiment(own),
  }));
}

interface Scored {
  score: number;
  weight: number;
}

function sentenceScores(text: string): Scored[] {
  return sentencesOf(text).flatMap(({ start, end }) => {
    const sentence = plain(text.slice(start, end)).replace(courtesy, ' ');
    const words = wordsOf(sentence).length;
    if (words === 0) return [];
    return [{ score: compoundOf(sentence), weight: Math.min(words, 25) }];
  });
}

const remembered = new Map<string, number>();
const MOST_REMEMBERED = 20_000;

/** VADER is the slowest part of an analysis, and a call, its speakers and its chunks hold the same sentences. */
function compoundOf(sentence: string): number {
  const known = remembered.get(sentence);
  if (known !== undefined) return known;
  const { compound } = vader.SentimentIntensityAnalyzer.polarity_scores(sentence);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(sentence, compound);
  return compound;
}

function meanOf(scored: readonly Scored[]): number {
  const weight = scored.reduce((sum, part) => sum + part.weight, 0);
  return weight ? scored.reduce((sum, part) => sum + part.score * part.weight, 0) / weight : 0;
}

function judged(score: number, sentences: number, positiveAt: number, negativeAt: number): Sentiment {
  const label = score >= positiveAt ? 'positive' : score <= negativeAt ? 'negative' : 'neutral';
  const border = Math.min(Math.abs(score - positiveAt), Math.abs(score - negativeAt));
  const evidence = sentences / (sentences + 3);
  const confidence = sentences === 0 ? 0 : Math.min(0.95, 0.35 + border * 1.2) * (0.6 + 0.4 * evidence);
  return { label, score: round(score), confidence: round(confidence) };
}

const round = (value: number): number => Math.round(value * 100) / 100;
