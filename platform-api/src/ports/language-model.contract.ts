import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { TenantContext } from '../tenancy/context.ts';
import type { LanguageModel, ModelEvent } from './language-model.ts';

/** Tells a scripted provider what the model would say; a real one needs no telling. */
export interface ModelUnderTest {
  model: LanguageModel;
  willSay?(text: string): void;
  willCall?(name: string, input: unknown): void;
  close?(): Promise<void>;
}

const ctx: TenantContext = { tenantId: 'tenant', actorId: 'user', role: 'member', permissions: new Set() };
const City = z.object({ city: z.string(), isCapital: z.boolean() });
const lookUp = { name: 'look_up', description: 'Looks a city up.', input: z.object({ city: z.string() }) };
const ask = (content: string) => ({
  purpose: 'test',
  system: 'Do exactly as you are asked.',
  messages: [{ role: 'user' as const, content }],
});

/** What every language model behind the port does, whichever provider stands behind it. */
export function languageModelContract(name: string, start: () => Promise<ModelUnderTest>): void {
  describe(`language model: ${name}`, () => {
    let test: ModelUnderTest;
    beforeAll(async () => {
      test = await start();
    });
    afterAll(async () => test.close?.());

    it('answers, and says what it used', async () => {
      test.willSay?.('blue');
      const answer = await test.model.complete(ctx, ask('Say the word "blue" and nothing else.'));
      expect(answer.text.toLowerCase()).toContain('blue');
      expect(answer).toMatchObject({ finishReason: 'stop', parsed: null, toolCalls: [] });
      expect(answer.usage.inputTokens).toBeGreaterThan(0);
      expect(answer.usage.outputTokens).toBeGreaterThan(0);
      expect(answer.model).not.toBe('');
    });

    it('streams the same words that stand in the whole answer, which comes last', async () => {
      test.willSay?.('One two three four five six seven eight nine ten.');
      const events: ModelEvent[] = [];
      for await (const event of test.model.stream(ctx, ask('Count to ten in words.'))) events.push(event);
      const last = events.pop();
      const said = events.map((event) => (event.type === 'text' ? event.delta : '')).join('');
      expect(events.length).toBeGreaterThan(1);
      expect(last).toMatchObject({ type: 'done', answer: { text: said, finishReason: 'stop' } });
      expect(said).not.toBe('');
    });

    it('gives structured output as a value', async () => {
      test.willSay?.('{"city":"Paris","isCapital":true}');
      const request = { ...ask('The city of Paris, as JSON.'), schema: { name: 'city', type: City } };
      const { parsed } = await test.model.complete(ctx, request);
      expect(parsed).toEqual({ city: 'Paris', isCapital: true });
    });

    it('calls a tool with arguments the tool can read, whole and streamed', async () => {
      test.willCall?.('look_up', { city: 'Oslo' });
      const request = { ...ask('Look Oslo up with the tool.'), tools: [lookUp] };
      const whole = await test.model.complete(ctx, request);
      let streamed;
      for await (const event of test.model.stream(ctx, request)) if (event.type === 'done') streamed = event.answer;
      for (const answer of [whole, streamed]) {
        expect(answer?.finishReason).toBe('tool_calls');
        expect(answer?.toolCalls[0]?.name).toBe('look_up');
        expect(lookUp.input.parse(JSON.parse(answer?.toolCalls[0]?.arguments ?? ''))).toEqual({ city: 'Oslo' });
      }
    });

    it('stops with the reason it was aborted for', async () => {
      const reason = new Error('The reader has gone.');
      const request = ask('Count to ten in words.');
      await expect(test.model.complete(ctx, request, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
      const stream = async () => {
        for await (const _ of test.model.stream(ctx, request, { signal: AbortSignal.abort(reason) }));
      };
      await expect(stream()).rejects.toBe(reason);
    });
  });
}
