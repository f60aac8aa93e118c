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
  const row = { _id: id, input: digest(input), expiresAt: new Date(Date.now() + abandonedMs) };
  try {
    await answers.create([row]);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const first = await answers.findById(id).lean<AnswerRow>();
    if (first && first.input !== row.input) {
      throw new InvalidInput(
        'idempotency_mismatch',
        `The idempotency key "${key.slice(0, 40)}" was used for another request. Use a new key for new work.`,
      );
    }
    if (first?.answer !== undefined) return JSON.parse(first.answer) as unknown;
    if (first && first.expiresAt > new Date())
      throw new Conflict(
        'idempotency_in_progress',
        'The first request with this idempotency key has not ended. Ask again in a moment.',
      );
    await answers.updateOne({ _id: id }, { $set: row }, { upsert: true });
  }
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
