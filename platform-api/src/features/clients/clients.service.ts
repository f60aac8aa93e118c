import { Conflict, Forbidden, NotFound } from '../../errors.ts';
import type { TenantContext } from '../../tenancy/context.ts';
import { isDuplicateKey } from '../../tenancy/database.ts';
import type { Stored } from '../../tenancy/tenant-collection.ts';
import { foldName } from '../../text/fold.ts';
import { clients, type ClientDocument } from './clients.model.ts';

export interface ClientUsage {
  countByClient(ctx: TenantContext): Promise<Map<string, number>>;
  removeClient(ctx: TenantContext, clientId: string): Promise<void>;
  clientReachesBeyond(ctx: TenantContext, clientId: string): Promise<boolean>;
}

type Fields = Partial<Omit<ClientDocument, 'foldedName'>>;

export class ClientsService {
  constructor(private readonly usage: ClientUsage) {}

  async list(ctx: TenantContext, { q, limit, cursor }: { q?: string; limit: number; cursor?: string }) {
    const calls = await this.usage.countByClient(ctx);
    const where = {
      ...(q ? { foldedName: { $gte: foldName(q), $lt: `${foldName(q)}\uffff` } } : {}),
      ...(ctx.dataFilter ? { id: { $in: ctx.dataFilter.clientIds ?? [...calls.keys()] } } : {}),
    };
    const { items, nextCursor } = await clients.in(ctx).page(where, { sort: ['foldedName', 1], limit, cursor });
    return { items: items.map((client) => this.view(client, calls)), nextCursor };
  }

  async retrieve(ctx: TenantContext, clientId: string) {
    return this.view(await this.get(ctx, clientId), await this.usage.countByClient(ctx));
  }

  async create(ctx: TenantContext, { name, ...fields }: Fields & { name: string }) {
    const client = await clients
      .in(ctx)
      .create({
        domains: [],
        industry: null,
        crmAccount: null,
        owner: null,
        ...fields,
        name,
        foldedName: foldName(name),
      })
      .catch(this.refuseTwin(name));
    return this.view(client, new Map());
  }

  async update(ctx: TenantContext, clientId: string, change: Fields) {
    await this.own(ctx, clientId);
    const set = { ...change, ...(change.name === undefined ? {} : { foldedName: foldName(change.name) }) };
    await clients
      .in(ctx)
      .update(clientId, { $set: set })
      .catch(this.refuseTwin(change.name ?? ''));
    return this.retrieve(ctx, clientId);
  }

  async delete(ctx: TenantContext, clientId: string): Promise<null> {
    await this.own(ctx, clientId);
    await this.usage.removeClient(ctx, clientId);
    await clients.in(ctx).delete(clientId);
    return null;
  }

  /** The client of that name, made if it does not exist. */
  async ensure(ctx: TenantContext, name: string): Promise<string> {
    const client = await clients
      .in(ctx)
      .findOrCreate(
        { foldedName: foldName(name) },
        { name, domains: [], industry: null, crmAccount: null, owner: null },
      );
    return client.id;
  }

  /** The one client whose domain a participant has; null where none or several do: a guess is no proposal. */
  async propose(ctx: TenantContext, emails: readonly string[]): Promise<string | null> {
    const domains = [...new Set(emails.map((email) => email.split('@')[1]?.toLowerCase()).filter(Boolean))];
    if (domains.length === 0) return null;
    const found = await clients.in(ctx).pick({ domains: { $in: domains } }, ['name'], { limit: 2 });
    return found.length === 1 ? found[0].id : null;
  }

  async names(ctx: TenantContext, clientIds: readonly string[]): Promise<Map<string, string>> {
    const found = await clients.in(ctx).pick({ id: { $in: [...new Set(clientIds)] } }, ['name']);
    return new Map(found.map(({ id, name }) => [id, name]));
  }

  async require(ctx: TenantContext, clientId: string): Promise<void> {
    await this.get(ctx, clientId);
  }

  /** Refuses to change a client of calls that this caller does not see. */
  private async own(ctx: TenantContext, clientId: string): Promise<void> {
    const { name } = await this.get(ctx, clientId);
    if (await this.usage.clientReachesBeyond(ctx, clientId))
      throw new Forbidden(
        'beyond_view',
        `"${name}" has calls that this session does not see. Somebody who sees them can change it.`,
      );
  }

  private async get(ctx: TenantContext, clientId: string): Promise<Stored<ClientDocument>> {
    const client = (await this.isVisible(ctx, clientId)) ? await clients.in(ctx).get(clientId) : null;
    if (!client) throw new NotFound('client', clientId);
    return client;
  }

  /** Who is limited to clients knows those; who is limited otherwise knows the clients of their calls. */
  private async isVisible(ctx: TenantContext, clientId: string): Promise<boolean> {
    if (!ctx.dataFilter) return true;
    return ctx.dataFilter.clientIds?.includes(clientId) ?? (await this.usage.countByClient(ctx)).has(clientId);
  }

  private view({ id, name, domains, industry, crmAccount, owner }: Stored<ClientDocument>, calls: Map<string, number>) {
    return { id, name, domains: [...domains], industry, crmAccount, owner, calls: calls.get(id) ?? 0 };
  }

  private readonly refuseTwin = (name: string) => (error: unknown) => {
    if (isDuplicateKey(error))
      throw new Conflict('client_exists', `There is a client "${name}" already. Use it, or choose another name.`);
    throw error;
  };
}
