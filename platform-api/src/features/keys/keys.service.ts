import { createHash, randomBytes } from 'node:crypto';
import { Conflict, NotFound, Unauthorized } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { TenantContext } from '../../tenancy/context.ts';
import { newId } from '../../tenancy/id.ts';
import { permissions } from '../../tenancy/permissions.ts';
import { keyRows, type KeyRow } from './keys.model.ts';

export interface NewKey {
  name: string;
  kind: 'secret' | 'publishable';
  mode: 'live' | 'test';
  scopes?: readonly string[];
}

const hashOf = (key: string) => createHash('sha256').update(key).digest('hex');
const liveTwins = 2;

const view = (row: KeyRow) => ({
  id: row._id,
  name: row.name,
  kind: row.kind,
  mode: row.mode,
  preview: row.preview,
  scopes: [...row.scopes],
  createdAt: row.createdAt.toISOString(),
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
});

/** API keys: 256 random bits behind a readable prefix, kept as a hash, shown once. */
export class KeysService {
  constructor(private readonly clock: Clock) {}

  async list(ctx: TenantContext) {
    const rows = await keyRows
      .find({ tenantId: ctx.tenantId, revokedAt: null })
      .sort({ createdAt: 1 })
      .lean<KeyRow[]>();
    return { items: rows.map(view) };
  }

  async create(ctx: TenantContext, { name, kind, mode, scopes }: NewKey) {
    if (kind === 'secret') {
      const twins = await keyRows.countDocuments({ tenantId: ctx.tenantId, kind, mode, name, revokedAt: null });
      if (twins >= liveTwins)
        throw new Conflict(
          'two_keys_live',
          `Two ${mode} keys named "${name}" are live already. Revoke the older one first.`,
        );
    }
    // Nobody hands out more than they hold.
    const granted = kind === 'publishable' ? [] : (scopes ?? permissions).filter((scope) => ctx.permissions.has(scope));
    return this.insert(ctx.tenantId, { name, kind, mode, scopes: granted });
  }

  /** The keys a new tenant begins with. */
  async createFirst(tenantId: string): Promise<{ secretKey: string; publishableKey: string }> {
    const secret = await this.insert(tenantId, { name: 'First', kind: 'secret', mode: 'test', scopes: permissions });
    const publishable = await this.insert(tenantId, { name: 'First', kind: 'publishable', mode: 'test', scopes: [] });
    return { secretKey: secret.secret, publishableKey: publishable.secret };
  }

  /** Keeps a key that was made elsewhere, such as the sample tenant's, so that a restart prints the same one. */
  async adopt(tenantId: string, key: string, { name, kind, mode }: NewKey): Promise<void> {
    if (await keyRows.exists({ hash: hashOf(key) })) return;
    await this.insert(tenantId, { name, kind, mode, scopes: kind === 'secret' ? permissions : [] }, key);
  }

  async revoke(ctx: TenantContext, keyId: string): Promise<null> {
    const { matchedCount } = await keyRows.updateOne(
      { _id: keyId, tenantId: ctx.tenantId, revokedAt: null },
      { $set: { revokedAt: this.clock.now() } },
    );
    if (matchedCount === 0) throw new NotFound('API key', keyId);
    return null;
  }

  /** The live key with this secret. */
  async identify(key: string): Promise<KeyRow> {
    const row = await keyRows.findOne({ hash: hashOf(key), revokedAt: null }).lean<KeyRow>();
    if (!row)
      throw new Unauthorized(
        'invalid_key',
        `The key ${key.slice(0, 12)}... is not valid, or was revoked. Make one with POST /v1/keys.`,
      );
    const now = this.clock.now();
    // Once an hour is enough to tell a dead key from a used one.
    if (!row.lastUsedAt || now.getTime() - row.lastUsedAt.getTime() > 3_600_000)
      await keyRows.updateOne({ _id: row._id }, { $set: { lastUsedAt: now } });
    return row;
  }

  private async insert(
    tenantId: string,
    { name, kind, mode, scopes = [] }: NewKey,
    key = `${kind === 'secret' ? 'sk' : 'pk'}_${mode}_${randomBytes(32).toString('base64url')}`,
  ) {
    const row: KeyRow = {
      _id: newId('key'),
      tenantId,
      name,
      kind,
      mode,
      preview: `${key.slice(0, 12)}...`,
      hash: hashOf(key),
      scopes: [...scopes],
      createdAt: this.clock.now(),
      lastUsedAt: null,
      revokedAt: null,
    };
    await keyRows.create([row]);
    return { ...view(row), secret: key };
  }
}
