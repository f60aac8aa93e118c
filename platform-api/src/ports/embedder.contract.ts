import { describe, expect, it } from 'vitest';
import type { TenantContext } from '../tenancy/context.ts';
import type { Embedder } from './embedder.ts';

const ctx: TenantContext = { tenantId: 'embedder', actorId: 'contract', role: 'admin', permissions: new Set() };

/** What every embedder has to do. `makeEmbedder` is called in each test. */
export function embedderContract(name: string, makeEmbedder: () => Embedder): void {
  describe(`${name}, as an embedder`, () => {
    it('gives one vector a text, each of its dimensions, in the order of the texts', async () => {
      const embedder = makeEmbedder();
      const texts = ['the price is too high', 'we start in March', 'the price is too high'];
      const vectors = await embedder.embed(ctx, texts);
      expect(vectors.map(({ length }) => length)).toEqual(texts.map(() => embedder.dimensions));
      expect([...vectors[2]]).toEqual([...vectors[0]]);
      expect([...vectors[1]]).not.toEqual([...vectors[0]]);
    });

    it('asks for nothing where there is nothing to embed', async () => {
      expect(await makeEmbedder().embed(ctx, [])).toEqual([]);
    });
  });
}
