import type { Stored } from '../../tenancy/tenant-collection.ts';
import type { SpeakerDocument } from '../speakers/index.ts';
import type { TagDocument } from '../tags/index.ts';
import type { StoredCall } from './call-store.ts';

/** Names that calls only hold ids of. */
export interface Names {
  clients: ReadonlyMap<string, string>;
  speakers: ReadonlyMap<string, Stored<SpeakerDocument>>;
  tags: ReadonlyMap<string, Stored<TagDocument>>;
}

/** A call as the list shows it. */
export function viewCall(call: StoredCall, names: Names) {
  const clientName = call.clientId === null ? undefined : names.clients.get(call.clientId);
  return {
    id: call.id,
    title: call.title,
    startedAt: call.startedAt?.toISOString() ?? null,
    durationMs: call.durationMs,
    outcome: call.outcome,
    client: call.clientId !== null && clientName !== undefined ? { id: call.clientId, name: clientName } : null,
    status: call.status,
    isTitleGenerated: call.isTitleGenerated,
    isClientProposed: call.isClientProposed,
    source: call.source,
    sourceUrl: call.sourceUrl,
    language: call.language,
    participants: call.participants.map(({ speakerId, email, title, side, talkShare }) => ({
      speakerId,
      name: names.speakers.get(speakerId)?.name ?? '',
      email,
      title,
      side,
      talkShare,
    })),
    owner: call.owner,
    tags: call.tagIds.flatMap((id) => {
      const tag = names.tags.get(id);
      return tag ? [{ id, name: tag.name, color: tag.color, isSystem: tag.isSystem }] : [];
    }),
    folderIds: [...call.folderIds],
    sentiment: call.sentiment,
    strip: call.strip,
    counts: {
      turns: call.turns,
      objections: call.objections,
      profits: call.profits,
      actionItems: call.actionItems.length,
      openActionItems: call.actionItems.filter(({ isDone }) => !isDone).length,
    },
    createdAt: call.createdAt.toISOString(),
    updatedAt: call.updatedAt.toISOString(),
    deletedAt: call.deletedAt?.toISOString() ?? null,
  };
}

const countOf = <Key>(keys: Iterable<Key>): [Key, number][] => {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
};

type FacetRow = Pick<StoredCall, 'clientId' | 'tagIds' | 'participants' | 'outcome' | 'source' | 'sentiment'>;

/** How many of these calls have each value, most frequent first. */
export function viewFacets(rows: readonly FacetRow[], names: Names) {
  return {
    clients: countOf(rows.flatMap(({ clientId }) => clientId ?? [])).map(([id, calls]) => ({
      id,
      name: names.clients.get(id) ?? '',
      calls,
    })),
    tags: countOf(rows.flatMap(({ tagIds }) => tagIds)).flatMap(([id, calls]) => {
      const tag = names.tags.get(id);
      return tag ? [{ id, name: tag.name, color: tag.color, calls }] : [];
    }),
    speakers: countOf(rows.flatMap(({ participants }) => participants.map(({ speakerId }) => speakerId))).map(
      ([id, calls]) => ({ id, name: names.speakers.get(id)?.name ?? '', calls }),
    ),
    outcomes: countOf(rows.map(({ outcome }) => outcome ?? 'none')).map(([value, calls]) => ({ value, calls })),
    sources: countOf(rows.map(({ source }) => source)).map(([value, calls]) => ({ value, calls })),
    sentiments: countOf(rows.flatMap(({ sentiment }) => sentiment?.label ?? [])).map(([value, calls]) => ({
      value,
      calls,
    })),
  };
}

/** Calls and time per day in the reader's zone, latest first. */
export function dayTotals(rows: readonly Pick<StoredCall, 'sortAt' | 'durationMs'>[], timeZone: string) {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const days = new Map<string, { calls: number; durationMs: number }>();
  for (const { sortAt, durationMs } of rows) {
    const day = format.format(sortAt);
    const total = days.get(day) ?? { calls: 0, durationMs: 0 };
    days.set(day, { calls: total.calls + 1, durationMs: total.durationMs + durationMs });
  }
  return [...days].map(([day, total]) => ({ day, ...total })).sort((a, b) => (a.day < b.day ? 1 : -1));
}
