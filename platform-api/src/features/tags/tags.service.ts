import { Conflict, Forbidden, NotFound } from '../../errors.ts';
import type { TenantContext } from '../../tenancy/context.ts';
import { isDuplicateKey } from '../../tenancy/database.ts';
import type { Stored } from '../../tenancy/tenant-collection.ts';
import { foldName } from '../../text/fold.ts';
import { systemTags, tags, type TagDocument } from './tags.model.ts';

/** How many calls carry each tag; calls know, tags don't. */
export interface TagUsage {
  countByTag(ctx: TenantContext): Promise<Map<string, number>>;
  removeTag(ctx: TenantContext, tagId: string): Promise<void>;
  tagReachesBeyond(ctx: TenantContext, tagId: string): Promise<boolean>;
}

const colors = 8;
/** The same name gets the same colour in every tenant, so screenshots and habits carry over. Eight is "other". */
const colorOf = (folded: string) =>
  ([...folded].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) % (colors - 1)) + 1;

/** Names of tags tell of calls: who sees some calls sees the tags of those. */
const isVisible = ({ dataFilter }: TenantContext, { id, isSystem }: Stored<TagDocument>, calls: Map<string, number>) =>
  !dataFilter || isSystem || calls.has(id) || (dataFilter.tagIds?.includes(id) ?? false);

export class TagsService {
  constructor(private readonly usage: TagUsage) {}

  async list(ctx: TenantContext) {
    const [all, calls] = await Promise.all([this.all(ctx), this.usage.countByTag(ctx)]);
    return { items: all.filter((tag) => isVisible(ctx, tag, calls)).map((tag) => this.view(tag, calls)) };
  }

  /** Every tag by id; system tags are made when first asked for. */
  async all(ctx: TenantContext): Promise<Stored<TagDocument>[]> {
    const found = await tags.in(ctx).find({}, { sort: { foldedName: 1 } });
    const missing = systemTags.filter((name) => !found.some((tag) => tag.foldedName === foldName(name)));
    if (missing.length === 0) return found;
    for (const name of missing) await this.ensure(ctx, name, true);
    return tags.in(ctx).find({}, { sort: { foldedName: 1 } });
  }

  /** The tag of that name, made if it does not exist. */
  ensure(ctx: TenantContext, name: string, isSystem = false): Promise<Stored<TagDocument>> {
    const foldedName = foldName(name);
    return tags.in(ctx).findOrCreate({ foldedName }, { name, color: colorOf(foldedName), isSystem });
  }

  async create(ctx: TenantContext, { name, color }: { name: string; color?: number }) {
    const foldedName = foldName(name);
    const tag = await tags
      .in(ctx)
      .create({ name, foldedName, color: color ?? colorOf(foldedName), isSystem: false })
      .catch(this.refuseTwin(name));
    return this.view(tag, new Map());
  }

  async update(ctx: TenantContext, tagId: string, change: { name?: string; color?: number }) {
    const tag = await this.own(ctx, tagId);
    if (tag.isSystem && change.name !== undefined && change.name !== tag.name)
      throw new Forbidden(
        'system_tag',
        `"${tag.name}" is a system tag and keeps its name. Make a tag of your own instead.`,
      );
    const set = { ...change, ...(change.name === undefined ? {} : { foldedName: foldName(change.name) }) };
    const updated = await tags
      .in(ctx)
      .update(tagId, { $set: set })
      .catch(this.refuseTwin(change.name ?? ''));
    return this.view(updated ?? tag, await this.usage.countByTag(ctx));
  }

  async delete(ctx: TenantContext, tagId: string): Promise<null> {
    const tag = await this.own(ctx, tagId);
    if (tag.isSystem) throw new Forbidden('system_tag', `"${tag.name}" is a system tag and stays.`);
    await this.usage.removeTag(ctx, tagId);
    await tags.in(ctx).delete(tagId);
    return null;
  }

  /** Refuses ids that are not this tenant's tags, before anything changes. */
  async require(ctx: TenantContext, tagIds: readonly string[]): Promise<void> {
    const known = new Set((await tags.in(ctx).pick({ id: { $in: tagIds } }, ['name'])).map(({ id }) => id));
    const missing = tagIds.find((id) => !known.has(id));
    if (missing !== undefined) throw new NotFound('tag', missing);
  }

  /** A tag to change: not one that calls carry which this caller does not see. */
  private async own(ctx: TenantContext, tagId: string): Promise<Stored<TagDocument>> {
    const tag = await this.get(ctx, tagId);
    if (await this.usage.tagReachesBeyond(ctx, tagId))
      throw new Forbidden(
        'beyond_view',
        `"${tag.name}" is on calls that this session does not see. Somebody who sees them can change it.`,
      );
    return tag;
  }

  private async get(ctx: TenantContext, tagId: string): Promise<Stored<TagDocument>> {
    const tag = await tags.in(ctx).get(tagId);
    if (!tag || !isVisible(ctx, tag, ctx.dataFilter ? await this.usage.countByTag(ctx) : new Map()))
      throw new NotFound('tag', tagId);
    return tag;
  }

  private view({ id, name, color, isSystem }: Stored<TagDocument>, calls: Map<string, number>) {
    return { id, name, color, isSystem, calls: calls.get(id) ?? 0 };
  }

  private readonly refuseTwin = (name: string) => (error: unknown) => {
    if (isDuplicateKey(error))
      throw new Conflict('tag_exists', `There is a tag "${name}" already. Use it, or choose another name.`);
    throw error;
  };
}
