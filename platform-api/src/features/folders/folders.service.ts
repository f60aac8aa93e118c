import { Conflict, Forbidden, InvalidInput, NotFound } from '../../errors.ts';
import type { TenantContext } from '../../tenancy/context.ts';
import { atomically, isDuplicateKey } from '../../tenancy/database.ts';
import type { Stored } from '../../tenancy/tenant-collection.ts';
import { foldName } from '../../text/fold.ts';
import { deepest, folders, type FolderDocument } from './folders.model.ts';

/** What folders need of calls. Only calls that the caller may see are counted. */
export interface FolderUsage {
  countByFolder(ctx: TenantContext): Promise<Map<string, number>>;
  removeFolder(ctx: TenantContext, folderId: string): Promise<void>;
}

export interface FolderFields {
  name: string;
  parentId: string | null;
  color: number | null;
  icon: string | null;
  description: string;
  isHidden: boolean;
}

type Folder = Stored<FolderDocument>;

const idsInside = (all: readonly Folder[], folderId: string): string[] => [
  folderId,
  ...all.filter(({ parentId }) => parentId === folderId).flatMap(({ id }) => idsInside(all, id)),
];

export class FoldersService {
  constructor(private readonly usage: FolderUsage) {}

  async list(ctx: TenantContext) {
    const [visible, own] = await Promise.all([this.visible(ctx), this.usage.countByFolder(ctx)]);
    // Who is limited by tags or clients learns only the folders that their calls lie in.
    const isLimited = ctx.dataFilter !== undefined && ctx.dataFilter.folderIds === undefined;
    const all = isLimited ? visible.filter(({ id }) => own.has(id)) : visible;
    const ordered = (parentId: string | null): Folder[] =>
      all
        .filter(
          (folder) =>
            (folder.parentId !== null && all.some(({ id }) => id === folder.parentId) ? folder.parentId : null) ===
            parentId,
        )
        .flatMap((folder) => [folder, ...ordered(folder.id)]);
    return { items: ordered(null).map((folder) => this.view(folder, all, own)) };
  }

  async create(ctx: TenantContext, fields: FolderFields) {
    const depth = await this.depthBelow(ctx, fields.parentId);
    const folder = await folders
      .in(ctx)
      .create({ ...fields, foldedName: foldName(fields.name), depth })
      .catch(this.refuseTwin(fields.name));
    return this.view(folder, [folder], new Map());
  }

  /** The folder at that path from the top, its parents made where they are missing. */
  async ensurePath(ctx: TenantContext, path: readonly string[]): Promise<string> {
    let parentId: string | null = null;
    for (const [at, name] of path.slice(0, deepest).entries()) {
      const folder: Folder = await folders.in(ctx).findOrCreate(
        { parentId, foldedName: foldName(name) },
        {
          name,
          depth: at + 1,
          color: at === 0 ? ([...name].length % 7) + 1 : null,
          icon: null,
          description: '',
          isHidden: false,
        },
      );
      parentId = folder.id;
    }
    return parentId as string;
  }

  async update(ctx: TenantContext, folderId: string, change: Partial<FolderFields>) {
    await atomically(ctx, async () => {
      await this.require(ctx, [folderId]);
      const all = await this.every(ctx);
      const folder = all.find(({ id }) => id === folderId) as Folder;
      const isMoved = change.parentId !== undefined && change.parentId !== folder.parentId;
      if (isMoved) await this.move(ctx, all, folder, change.parentId ?? null);
      const set = { ...change, ...(change.name === undefined ? {} : { foldedName: foldName(change.name) }) };
      await folders.in(ctx).update(folderId, { $set: set });
    }).catch(this.refuseTwin(change.name ?? 'that name'));
    return this.viewOf(ctx, folderId);
  }

  async delete(ctx: TenantContext, folderId: string): Promise<null> {
    await atomically(ctx, async () => {
      await this.require(ctx, [folderId]);
      const all = await this.every(ctx);
      const folder = all.find(({ id }) => id === folderId) as Folder;
      if (ctx.dataFilter?.folderIds?.includes(folderId))
        throw new Forbidden('folder_of_view', `"${folder.name}" is what this session may see; it can't delete that.`);
      for (const child of all.filter(({ parentId }) => parentId === folderId))
        await this.move(ctx, all, child, folder.parentId);
      await this.usage.removeFolder(ctx, folderId);
      await folders.in(ctx).delete(folderId);
    }).catch(this.refuseTwin('the same name one level up'));
    return null;
  }

  /** Ids of these folders and all inside them. */
  async withInside(ctx: TenantContext, folderIds: readonly string[]): Promise<string[]> {
    const all = await this.every(ctx);
    return [...new Set(folderIds.flatMap((id) => idsInside(all, id)))];
  }

  /** Refuses ids that are not this tenant's folders, before anything changes. */
  async require(ctx: TenantContext, folderIds: readonly string[]): Promise<void> {
    const known = new Set((await this.visible(ctx)).map(({ id }) => id));
    const missing = folderIds.find((id) => !known.has(id));
    if (missing !== undefined) throw new NotFound('folder', missing);
  }

  async nameOf(ctx: TenantContext, folderId: string): Promise<string> {
    await this.require(ctx, [folderId]);
    return (await folders.in(ctx).get(folderId))?.name ?? folderId;
  }

  private every(ctx: TenantContext): Promise<Folder[]> {
    return folders.in(ctx).find({}, { sort: { foldedName: 1 } });
  }

  /** A session limited to folders sees those and what is inside, nothing beside or above. */
  private async visible(ctx: TenantContext): Promise<Folder[]> {
    const all = await this.every(ctx);
    const limit = ctx.dataFilter?.folderIds;
    if (!limit) return all;
    const ids = new Set(limit.flatMap((id) => idsInside(all, id)));
    return all.filter(({ id }) => ids.has(id));
  }

  private async depthBelow(ctx: TenantContext, parentId: string | null): Promise<number> {
    if (parentId === null) {
      if (ctx.dataFilter?.folderIds)
        throw new Forbidden(
          'folder_outside',
          'This session sees only some folders. Put the folder inside one of them.',
        );
      return 1;
    }
    const parent = (await this.visible(ctx)).find(({ id }) => id === parentId);
    if (!parent) throw new NotFound('folder', parentId);
    if (parent.depth >= deepest)
      throw new InvalidInput(
        'too_deep',
        `"${parent.name}" is on the third level already. Folders go three levels deep.`,
      );
    return parent.depth + 1;
  }

  private async move(
    ctx: TenantContext,
    all: readonly Folder[],
    folder: Folder,
    parentId: string | null,
  ): Promise<void> {
    const inside = idsInside(all, folder.id);
    if (parentId !== null && inside.includes(parentId))
      throw new InvalidInput('folder_cycle', `"${folder.name}" can't be moved into itself or a folder inside it.`);
    const depth = await this.depthBelow(ctx, parentId);
    const tallest = Math.max(...all.filter(({ id }) => inside.includes(id)).map((one) => one.depth - folder.depth));
    if (depth + tallest > deepest)
      throw new InvalidInput(
        'too_deep',
        `"${folder.name}" holds folders of its own that would end up below the third level.`,
      );
    for (const one of all.filter(({ id }) => inside.includes(id))) {
      await folders.in(ctx).update(one.id, {
        $set: { depth: one.depth - folder.depth + depth, ...(one.id === folder.id ? { parentId } : {}) },
      });
    }
  }

  private async viewOf(ctx: TenantContext, folderId: string) {
    const [all, own] = await Promise.all([this.every(ctx), this.usage.countByFolder(ctx)]);
    const folder = all.find(({ id }) => id === folderId);
    if (!folder) throw new NotFound('folder', folderId);
    return this.view(folder, all, own);
  }

  private view(folder: Folder, all: readonly Folder[], own: Map<string, number>) {
    const { id, name, parentId, depth, color, icon, description, isHidden } = folder;
    const calls = idsInside(all, id).reduce((sum, inside) => sum + (own.get(inside) ?? 0), 0);
    return { id, name, parentId, depth, color, icon, description, isHidden, calls };
  }

  private readonly refuseTwin = (name: string) => (error: unknown) => {
    if (isDuplicateKey(error))
      throw new Conflict('folder_exists', `There is a folder "${name}" there already. Choose another name.`);
    throw error;
  };
}
