import { decode, encode } from 'gpt-tokenizer/encoding/cl100k_base';
import OpenAI from 'openai';
import type { Embedder } from '../../ports/embedder.ts';

export interface OpenAiEmbedderOptions {
  apiKey: string;
  /** Of any endpoint that speaks OpenAI's protocol; missing means OpenAI's own. */
  baseUrl?: string;
  model: string;
  /** Asks the model for shorter vectors than its own, where it can. */
  dimensions?: number;
  timeoutMs?: number;
  /** Texts sent in one request. */
  batchSize?: number;
}

const NATIVE_DIMENSIONS: Record<string, number> = {
  'text-embedding-3-small': 1_536,
  'text-embedding-3-large': 3_072,
  'text-embedding-ada-002': 1_536,
};
/** The longest input that OpenAI's embedding models read, in tokens. */
const MOST_TOKENS = 8_191;
/** No text this short, in characters, can have more tokens than that: a token is at least a byte. */
const SURELY_SHORT = MOST_TOKENS / 3;

/** Vectors from any OpenAI-compatible endpoint. What is too long for the model is embedded by its beginning. */
export function openaiEmbedder(options: OpenAiEmbedderOptions): Embedder {
  const { apiKey, baseUrl, model, timeoutMs = 30_000, batchSize = 96 } = options;
  // Of a model that we do not know, the first answer tells.
  let dimensions: number | undefined = options.dimensions ?? NATIVE_DIMENSIONS[model];
  const client = new OpenAI({ apiKey, baseURL: baseUrl, timeout: timeoutMs, maxRetries: 2 });

  const embedBatch = async (texts: readonly string[]): Promise<Float32Array[]> => {
    // Asked for nothing, the client takes base64, which not every compatible endpoint can answer.
    const { data } = await client.embeddings.create({
      model,
      input: texts.map(shortened),
      encoding_format: 'float',
      ...(options.dimensions ? { dimensions: options.dimensions } : {}),
    });
    const vectors = [...data].sort((a, b) => a.index - b.index).map(({ embedding }) => Float32Array.from(embedding));
    dimensions ??= vectors[0]?.length;
    if (vectors.length !== texts.length || vectors.some(({ length }) => length !== dimensions)) {
      throw new Error(
        `The embedding model "${model}" answered ${vectors.length} vectors of ${vectors[0]?.length ?? 0} numbers for ` +
          `${texts.length} texts; ${dimensions} numbers each were expected. Check the configured model and dimensions.`,
      );
    }
    return vectors;
  };

  return {
    model,
    get dimensions() {
      if (!dimensions) throw new Error(`The size of the vectors of "${model}" is not known before its first answer.`);
      return dimensions;
    },
    async embed(_ctx, texts) {
      const vectors: Float32Array[] = [];
      for (let from = 0; from < texts.length; from += batchSize) {
        vectors.push(...(await embedBatch(texts.slice(from, from + batchSize))));
      }
      return vectors;
    },
  };
}

function shortened(text: string): string {
  // An empty input is refused by the endpoint; a space is the nearest thing to nothing.
  if (text.trim() === '') return ' ';
  if (text.length <= SURELY_SHORT) return text;
  const tokens = encode(text);
  return tokens.length <= MOST_TOKENS ? text : decode(tokens.slice(0, MOST_TOKENS));
}
