import { createHash } from 'node:crypto';
import { Conflict, InvalidInput } from '../errors.ts';
import type { TenantContext } from '../tenancy/context.ts';
import { isDuplicateKey } from '../tenancy/database.ts';
import { systemCollection } from '../tenancy/system-collection.ts';

interface AnswerRow {
  _id: string;
  input: string;
  /** Missing while the first request is under way. */
  answer?: string;
  expiresAt: Date;
}

const answers = systemCollection<AnswerRow>('idempotent_answers', { input: String, answer: String, expiresAt: Date }, [
  { fields: { expiresAt: 1 }, options: { expireAfterSeconds: 0 } },
]);

const keptMs = 24 * 3_600_000;
/** A first request that has not ended after this long died with its process; its key may be used again. */
const abandonedMs = 120_000;
const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('base64url');

/**
 * Runs `work` once per caller, operation and key: a repeat gets the first answer, word for word. Answers are kept a day.
 * A failed first try leaves nothing, so the same key may try again.
 */
export async function once(
  ctx: TenantContext,
  operation: string,
  key: string,
  input: unknown,
  work: () => Promise<unknown>,
): Promise<unknown> {
  const id = digest([ctx.tenantId, ctx.actorId, operation, key]);
  const fingerprint = digest(input);
  const known = await begin(id, fingerprint, key);
  if (known !== undefined) return JSON.parse(known) as unknown;
  try {
    const answer = await work();
    await answers.updateOne(
      { _id: id },
      { $set: { answer: JSON.stringify(answer), expiresAt: new Date(Date.now() + keptMs) } },
    );
    return answer;
  } catch (error) {
    await answers.deleteOne({ _id: id });
    throw error;
  }
}

/** The answer of the first request, or nothing where this is the first and the row is now its own. */
async function begin(id: string, input: string, key: string): Promise<string | undefined> {
  for (;;) {
    const row = { _id: id, input, expiresAt: new Date(Date.now() + abandonedMs) };
    try {
      await answers.create([row]);
      return undefined;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    const first = await answers.findById(id).lean<AnswerRow>();
    // It failed in between and left nothing: this may be the first now.
    if (!first) continue;
    if (first.input !== input)
      throw new InvalidInput(
        'idempotency_mismatch',
        `The idempotency key "${key.slice(0, 40)}" was used for another request. Use a new key for new work.`,
      );
    if (first.answer !== undefined) return first.answer;
    if (first.expiresAt > new Date())
      throw new Conflict(
        'idempotency_in_progress',
        'The first request with this idempotency key has not ended. Ask again in a moment.',
        { retryAfterSeconds: 1 },
      );
    // Of several who find it abandoned, one takes it over.
    const { matchedCount } = await answers.updateOne({ _id: id, expiresAt: first.expiresAt }, { $set: row });
    if (matchedCount === 1) return undefined;
  }
}
