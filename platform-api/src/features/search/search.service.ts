import type { Passage, SearchIndex } from '../../ports/search-index.ts';
import type { TenantContext } from '../../tenancy/context.ts';
import { sentencesOf } from '../../text/sentences.ts';
import { foldName } from '../../text/fold.ts';
import type { CallFilter, CallStore } from '../calls/index.ts';
import type { Reading, TranscriptsService } from '../transcripts/index.ts';
import { chunks } from './chunks.model.ts';

export interface SearchInput extends Omit<CallFilter, 'q' | 'binned'> {
  q: string;
  speaker?: string[];
  intent?: string[];
  topic?: string[];
  entity?: string[];
  limit: number;
}

type Highlight = { start: number; end: number };

const perCall = 3;
const titleMatches = 5;

/** Finds passages, and shows them as the reader may see them. */
export class SearchService {
  constructor(
    private readonly index: SearchIndex,
    private readonly features: { calls: CallStore; transcripts: TranscriptsService },
  ) {}

  async query(ctx: TenantContext, { q, speaker, intent, topic, entity, limit, ...filter }: SearchInput) {
    const startedAt = performance.now();
    const inScope = await this.features.calls.pick(ctx, filter, [
      'title',
      'startedAt',
      'durationMs',
      'outcome',
      'clientId',
    ]);
    const passages = await this.index.in(ctx).search({
      text: q,
      limit,
      callIds: inScope.map(({ id }) => id),
      ...(inScope.length > 1 ? { perCall } : {}),
      ...(speaker ? { speakers: speaker } : {}),
      ...(intent ? { intents: intent } : {}),
      ...(topic ? { topics: topic } : {}),
      ...(entity ? { entities: entity } : {}),
    });
    const names = await this.features.calls.clientNames(ctx, inScope);
    const titled = inScope.flatMap((call) => {
      const highlights = titleHighlights(call.title, q);
      return highlights.length > 0 ? [{ ...this.features.calls.ref(call, names), highlights }] : [];
    });
    return {
      items: await this.show(ctx, passages, names),
      calls: titled.sort((a, b) => b.highlights.length - a.highlights.length).slice(0, titleMatches),
      callsSearched: inScope.length,
      tookMs: Math.round(performance.now() - startedAt),
    };
  }

  /** Puts a call into the index as it reads now. */
  async put(ctx: TenantContext, callId: string): Promise<string> {
    const { call, turns } = await this.features.transcripts.open(ctx, callId);
    const found = await chunks.in(ctx).find({ callId }, { sort: { index: 1 } });
    await this.index.in(ctx).put({
      callId,
      title: call.title,
      summary: call.summary?.sentences.map(({ text }) => text).join(' ') ?? '',
      turns: turns.map(({ index, speaker, text }) => ({ index, speaker, text })),
      facets: found.map(({ turnStart, turnEnd, topics, intents, entities, sentiment }) => ({
        turnStart,
        turnEnd,
        topics,
        intents,
        entities: entities.map(({ name }) => name),
        sentiment: sentiment.label,
      })),
    });
    return 'lexical';
  }

  /** Passages as hits. One whose words are gone since it was indexed is left out; the index catches up by itself. */
  private async show(ctx: TenantContext, passages: readonly Passage[], names: ReadonlyMap<string, string>) {
    const found = await this.features.calls.find(ctx, { callId: [...new Set(passages.map(({ callId }) => callId))] });
    const readings = new Map<string, Reading>();
    for (const call of found) readings.set(call.id, await this.features.transcripts.read(ctx, call));
    const hits = passages.flatMap((passage) => {
      const reading = readings.get(passage.callId);
      const hit = reading && hitOf(passage, reading);
      return hit
        ? [{ ...hit, call: { ...this.features.calls.ref(reading.call, names), strip: reading.call.strip } }]
        : [];
    });
    // Passages next to each other may rest on one sentence: readers see it once, where it ranks best.
    const places = hits.map(({ evidence }) => `${evidence.callId} ${evidence.segmentStart} ${evidence.start}`);
    const distinct = hits.filter((_hit, at) => places.indexOf(places[at]) === at);
    const shown = await this.features.transcripts.show(
      ctx,
      distinct.map(({ evidence }) => evidence),
    );
    return distinct.flatMap((hit, at) => {
      const evidence = shown[at];
      return evidence ? [{ ...hit, evidence }] : [];
    });
  }
}

function hitOf({ turnStart, turnEnd, highlights, foundIn }: Passage, reading: Reading) {
  const turns = reading.turns.slice(turnStart, turnEnd + 1).filter(({ text }) => text !== '');
  if (turns.length === 0) return null;
  const inTurn = (index: number): Highlight[] =>
    highlights.filter(({ turn }) => turn === index).map(({ start, end }) => ({ start, end }));
  const best = turns.reduce((top, turn) => (inTurn(turn.index).length > inTurn(top.index).length ? turn : top));
  const evidence = reading.evidence({ turn: best.index, ...bestSentence(best.text, inTurn(best.index)) });
  if (!evidence) return null;
  return {
    foundIn,
    bestTurn: best.index,
    evidence,
    turns: turns.map(({ index, speakerId, speaker, text, startMs }) => {
      const group = reading.groups[index];
      const participant = reading.call.participants.find((one) => one.speakerId === speakerId);
      return {
        index,
        speaker: {
          id: speakerId,
          name: speaker,
          title: participant?.title ?? null,
          side: participant?.side ?? ('unknown' as const),
        },
        startMs,
        text,
        segmentStart: group[0].index,
        segmentEnd: group[group.length - 1].index,
        highlights: inTurn(index).filter(({ end }) => end <= text.length),
      };
    }),
  };
}

/** The sentence that holds most of the words looked for; the first where none does. */
function bestSentence(text: string, highlights: readonly Highlight[]): Highlight {
  const sentences = sentencesOf(text);
  const within = (sentence: Highlight) =>
    highlights.filter(({ start, end }) => start >= sentence.start && end <= sentence.end).length;
  const [first = { start: 0, end: text.length }, ...rest] = sentences;
  return rest.reduce((top, sentence) => (within(sentence) > within(top) ? sentence : top), first);
}

function titleHighlights(title: string, query: string): Highlight[] {
  const words = foldName(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2);
  return [...title.matchAll(/[\p{L}\p{N}]+/gu)].flatMap(({ 0: word, index }) => {
    const folded = foldName(word);
    return words.some((wanted) => folded.startsWith(wanted)) ? [{ start: index, end: index + word.length }] : [];
  });
}
