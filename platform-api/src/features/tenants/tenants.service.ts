import type { Brand } from '@callvault/tenant-config';
import { randomBytes } from 'node:crypto';
import { Conflict, NotFound } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { TenantContext } from '../../tenancy/context.ts';
import { isDuplicateKey } from '../../tenancy/database.ts';
import type { SecretBox } from '../../tenancy/sealed.ts';
import { tenantRows, type TenantRow } from './tenants.model.ts';

export interface NewTenant {
  id: string;
  name: string;
  origins: string[];
  brand: Partial<Brand>;
}

const view = ({ _id, name, origins, createdAt }: TenantRow) => ({
  id: _id,
  name,
  origins: [...origins],
  createdAt: createdAt.toISOString(),
});

/** Tenants of this installation: who they are, where their embeds may run, and the secret that signs their sessions. */
export class TenantsService {
  private readonly cache = new Map<string, { row: TenantRow; until: number }>();

  constructor(
    private readonly secrets: SecretBox,
    private readonly clock: Clock,
  ) {}

  async create(tenant: NewTenant) {
    const row: TenantRow = {
      _id: tenant.id,
      name: tenant.name,
      origins: tenant.origins,
      brand: tenant.brand,
      signingSecret: this.secrets.seal(tenant.id, randomBytes(32).toString('base64url')),
      createdAt: this.clock.now(),
    };
    await tenantRows.create([row]).catch((error: unknown) => {
      if (isDuplicateKey(error))
        throw new Conflict('tenant_exists', `There is a tenant "${tenant.id}" already. Choose another id.`);
      throw error;
    });
    return view(row);
  }

  async retrieve(ctx: TenantContext) {
    return view(await this.row(ctx.tenantId));
  }

  async update(ctx: TenantContext, change: { name?: string; origins?: string[] }) {
    await tenantRows.updateOne({ _id: ctx.tenantId }, { $set: change });
    this.cache.delete(ctx.tenantId);
    return this.retrieve(ctx);
  }

  async brandOf(ctx: TenantContext): Promise<{ name: string; brand: Partial<Brand> }> {
    const { name, brand } = await this.row(ctx.tenantId);
    return { name, brand };
  }

  async updateBrand(ctx: TenantContext, change: Partial<Brand>): Promise<void> {
    const { brand } = await this.row(ctx.tenantId);
    await tenantRows.updateOne({ _id: ctx.tenantId }, { $set: { brand: { ...brand, ...change } } });
    this.cache.delete(ctx.tenantId);
  }

  async originsOf(tenantId: string): Promise<readonly string[]> {
    return (await this.row(tenantId)).origins;
  }

  async nameOf(tenantId: string): Promise<string> {
    return (await this.row(tenantId)).name;
  }

  /** The key of this tenant's session tokens. */
  async signingKey(tenantId: string): Promise<Uint8Array> {
    const { signingSecret } = await this.row(tenantId);
    return Buffer.from(this.secrets.unseal(tenantId, signingSecret), 'base64url');
  }

  async exists(tenantId: string): Promise<boolean> {
    return (await tenantRows.exists({ _id: tenantId })) !== null;
  }

  /** Read on every request, so kept for a few seconds; a change shows everywhere within that time. */
  private async row(tenantId: string): Promise<TenantRow> {
    const now = this.clock.now().getTime();
    const known = this.cache.get(tenantId);
    if (known && known.until > now) return known.row;
    const row = await tenantRows.findById(tenantId).lean<TenantRow>();
    if (!row) throw new NotFound('tenant', tenantId);
    this.cache.set(tenantId, { row, until: now + 10_000 });
    return row;
  }
}
