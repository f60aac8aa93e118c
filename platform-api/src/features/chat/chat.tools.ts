import { z } from 'zod';
import { INTENTS as intents } from '../../analyst/index.ts';
import type { ModelTool } from '../../ports/language-model.ts';
import { counted } from './answer-writer.ts';
import { clipped, details, isNamed, listing, search, within, withTags } from './tool-results.ts';
import type { ToolBox, ToolResult } from './tool-results.ts';

/** A read-only tool. `object` names in words what a call of it works on. */
export interface ChatTool<Input extends z.ZodType = z.ZodType> extends ModelTool {
  input: Input;
  object(input: z.output<Input>): string;
  run(input: z.output<Input>, box: ToolBox): Promise<ToolResult>;
}

const tool = <Input extends z.ZodType>(definition: ChatTool<Input>): ChatTool => definition as unknown as ChatTool;

const passagesAtMost = 8;
const query = z.string().min(1).max(300).describe('What to look for, in a few words.');
const limit = z.number().int().min(1).max(20).default(passagesAtMost);
const names = z.array(z.string().min(1).max(120)).min(1).max(10);
const sentiments = z.enum(['positive', 'neutral', 'negative']);
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'A date is YYYY-MM-DD.');
const dates = { from: date.optional(), to: date.optional().describe('The last day, included.') };

/** The 14 tools a model may call. None of them writes, and none reaches beyond the scope of the answer. */
export const chatTools: readonly ChatTool[] = [
  tool({
    name: 'search_calls',
    description: 'Search what was said, by words.',
    input: z.object({ query, limit }),
    object: ({ query: words }) => `"${words}"`,
    run: ({ query: text, limit: most }, box) => search(box, { text, limit: most }),
  }),
  tool({
    name: 'search_by_speaker',
    description: 'Search what certain people said.',
    input: z.object({ query, speakers: names, limit }),
    object: ({ query: words, speakers }) => `"${words}" by ${speakers.join(', ')}`,
    run: ({ query: text, speakers, limit: most }, box) => search(box, { text, speakers, limit: most }),
  }),
  tool({
    name: 'search_by_date',
    description: 'Search calls of a period; without a query, list them.',
    input: z.object({ query: query.optional(), ...dates, limit }),
    object: ({ query: words, from, to }) =>
      [words && `"${words}"`, from && `from ${from}`, to && `to ${to}`].filter(Boolean).join(' '),
    run: async ({ query: text, limit: most, ...period }, box) => {
      const calls = within(box.library.calls, period);
      return text ? search(box, { text, limit: most, calls }) : listing(calls, 'in this period');
    },
  }),
  tool({
    name: 'search_by_category',
    description: 'Search calls of one category: their first tag.',
    input: z.object({ query, category: z.string().min(1).max(120), limit }),
    object: ({ query: words, category }) => `"${words}" in ${category}`,
    run: ({ query: text, category, limit: most }, box) =>
      search(box, {
        text,
        limit: most,
        calls: box.library.calls.filter(({ tags: [first = ''] }) => isNamed(first, [category])),
      }),
  }),
  tool({
    name: 'search_by_intent',
    description: `Search passages with an intent: ${intents.join(', ')}.`,
    input: z.object({ query, intents: z.array(z.enum(intents)).min(1), limit }),
    object: ({ query: words, intents: wanted }) => `"${words}", ${wanted.join(', ')}`,
    run: ({ query: text, intents: wanted, limit: most }, box) => search(box, { text, intents: wanted, limit: most }),
  }),
  tool({
    name: 'search_by_sentiment',
    description: 'Search passages with a sentiment.',
    input: z.object({ query, sentiment: sentiments, limit }),
    object: ({ query: words, sentiment }) => `"${words}", ${sentiment}`,
    run: ({ query: text, sentiment, limit: most }, box) => search(box, { text, sentiments: [sentiment], limit: most }),
  }),
  tool({
    name: 'search_by_topics',
    description: 'Search passages about certain topics.',
    input: z.object({ query, topics: names, limit }),
    object: ({ query: words, topics }) => `"${words}" on ${topics.join(', ')}`,
    run: ({ query: text, topics, limit: most }, box) => search(box, { text, topics, limit: most }),
  }),
  tool({
    name: 'search_by_tags',
    description: 'Search calls that carry any of these tags.',
    input: z.object({ query, tags: names, limit }),
    object: ({ query: words, tags }) => `"${words}" tagged ${tags.join(', ')}`,
    run: ({ query: text, tags, limit: most }, box) =>
      search(box, { text, limit: most, calls: withTags(box.library.calls, tags) }),
  }),
  tool({
    name: 'search_by_entity',
    description: 'Search passages that name a company, person, product or technology.',
    input: z.object({ query, entities: names, limit }),
    object: ({ query: words, entities }) => `"${words}" about ${entities.join(', ')}`,
    run: ({ query: text, entities, limit: most }, box) => search(box, { text, entities, limit: most }),
  }),
  tool({
    name: 'advanced_search',
    description: 'Search with several filters at once.',
    input: z.object({
      query,
      speakers: names.optional(),
      tags: names.optional(),
      intents: z.array(z.enum(intents)).min(1).optional(),
      topics: names.optional(),
      entities: names.optional(),
      sentiment: sentiments.optional(),
      ...dates,
      limit,
    }),
    object: ({ query: words, limit: _limit, ...filters }) => `"${words}", ${Object.values(filters).flat().join(', ')}`,
    run: (
      { query: text, limit: most, speakers, tags, intents: wanted, topics, entities, sentiment, from, to },
      box,
    ) => {
      const dated = from || to ? within(box.library.calls, { from, to }) : box.library.calls;
      return search(box, {
        text,
        limit: most,
        calls: tags ? withTags(dated, tags) : dated,
        ...(speakers && { speakers }),
        ...(wanted && { intents: wanted }),
        ...(topics && { topics }),
        ...(entities && { entities }),
        ...(sentiment && { sentiments: [sentiment] }),
      });
    },
  }),
  tool({
    name: 'get_call_details',
    description: 'Summary, people and action items of one call.',
    input: z.object({ call_id: z.string().min(1).max(64) }),
    object: () => 'one call',
    run: async ({ call_id: callId }, box) => {
      const title = box.library.call(callId)?.title;
      return {
        content: await details(box, callId),
        result: title ?? 'no such call in this scope',
        items: title ? [title] : [],
      };
    },
  }),
  tool({
    name: 'list_calls',
    description: 'The calls of this scope, latest first.',
    input: z.object({ outcome: z.string().max(60).optional(), client: z.string().max(200).optional() }),
    object: ({ outcome, client }) => [outcome, client].filter(Boolean).join(', ') || 'all calls',
    run: async ({ outcome, client }, { library }) =>
      listing(
        library.calls.filter(
          (call) => (!outcome || call.outcome === outcome) && (!client || isNamed(call.client ?? '', [client])),
        ),
        'in this scope',
      ),
  }),
  tool({
    name: 'get_available_metadata',
    description: 'The speakers, tags, clients, outcomes and dates there are to filter by.',
    input: z.object({}),
    object: () => 'speakers, tags, clients',
    run: async (_input, { library: { calls } }) => {
      const distinct = (values: readonly (string | null)[]) =>
        [...new Set(values.filter((value) => value))].slice(0, 80).join(', ');
      const days = calls.flatMap(({ startedAt }) => startedAt?.toISOString().slice(0, 10) ?? []).sort();
      return {
        content: [
          `Calls: ${calls.length}, ${days[0] ?? 'undated'} to ${days.at(-1) ?? 'undated'}`,
          `Speakers: ${distinct(calls.flatMap(({ people }) => people.map(({ name }) => name)))}`,
          `Tags: ${distinct(calls.flatMap(({ tags }) => tags))}`,
          `Clients: ${distinct(calls.map(({ client }) => client))}`,
          `Outcomes: ${distinct(calls.map(({ outcome }) => outcome))}`,
        ].join('\n'),
        result: counted(calls.length, 'call'),
        items: [],
      };
    },
  }),
  tool({
    name: 'compare_calls',
    description: 'Two to five calls side by side.',
    input: z.object({ call_ids: z.array(z.string().min(1).max(64)).min(2).max(5) }),
    object: ({ call_ids: callIds }) => counted(callIds.length, 'call'),
    run: async ({ call_ids: callIds }, box) => {
      const known = callIds.flatMap((callId) => box.library.call(callId)?.title ?? []);
      const parts: string[] = [];
      for (const callId of callIds) parts.push(await details(box, callId));
      return { content: clipped(parts.join('\n\n')), result: counted(known.length, 'call'), items: known };
    },
  }),
];
