import { createHash } from 'node:crypto';
import type { Clock } from '../../ports/clock.ts';
import type { TenantContext } from '../../tenancy/context.ts';
import { atomically } from '../../tenancy/database.ts';
import { foldName } from '../../text/fold.ts';
import type { CallStore, Pipeline } from '../calls/index.ts';
import type { ClientsService } from '../clients/index.ts';
import type { FoldersService } from '../folders/index.ts';
import type { NamedPerson, SpeakersService } from '../speakers/index.ts';
import type { TagsService } from '../tags/index.ts';
import type { TranscriptsService } from '../transcripts/index.ts';
import { canonicalSegments, durationOf } from './canonical-segments.ts';
import { hasSpeech, type ParsedCall } from './formats/index.ts';

/** Facts given beside a file; they win over what the file says. */
export interface ImportFactsInput {
  title?: string;
  startedAt?: string;
  outcome?: string | null;
  client?: string;
  folderPath?: string[];
  tags?: string[];
  owner?: string;
  participants?: NamedPerson[];
}

export interface Ingested {
  callId: string;
  isNew: boolean;
}

const unnamed = 'Unknown speaker';
const genericTitle =
  /^((zoom|teams|google meet|webex) )?(meeting|call|recording|transcript|untitled|audio|video)( \d+)?$/i;

/** The same words by the same people in the same order, whatever the file is called. */
function digestOf(parsed: ParsedCall): string {
  const hash = createHash('sha256').update(`${parsed.startedAt ?? ''}\n`);
  for (const { speaker, text, startMs } of parsed.segments) hash.update(JSON.stringify([speaker, text, startMs]));
  return hash.digest('base64url');
}

/** Turns what a file told into a call: all of it in one transaction, or nothing. */
export class Ingest {
  constructor(
    private readonly features: {
      calls: CallStore;
      pipeline: Pipeline;
      transcripts: TranscriptsService;
      speakers: SpeakersService;
      clients: ClientsService;
      folders: FoldersService;
      tags: TagsService;
    },
    private readonly clock: Clock,
  ) {}

  async ingest(
    ctx: TenantContext,
    parsed: ParsedCall,
    facts: ImportFactsInput,
    { fileName, folderId }: { fileName: string; folderId: string | null },
  ): Promise<Ingested> {
    const contentHash = digestOf(parsed);
    return atomically(ctx, async () => {
      const known = await this.features.calls.findTwin(ctx, {
        contentHash,
        source: parsed.source,
        sourceId: parsed.sourceId ?? null,
      });
      if (known) {
        // Importing a call again is asking for it: it comes back from the bin.
        if (known.deletedAt) await this.features.calls.update(ctx, known.id, { deletedAt: null });
        return { callId: known.id, isNew: false };
      }
      return {
        callId: await this.create(ctx, parsed, facts, { fileTitle: titleOf(fileName), folderId, contentHash }),
        isNew: true,
      };
    });
  }

  private async create(
    ctx: TenantContext,
    parsed: ParsedCall,
    facts: ImportFactsInput,
    { fileTitle, folderId, contentHash }: { fileTitle: string; folderId: string | null; contentHash: string },
  ): Promise<string> {
    const { clients, folders, tags, calls, transcripts, pipeline } = this.features;
    const people = await this.people(ctx, parsed, facts);
    const title = facts.title ?? parsed.title ?? fileTitle;
    const startedAt = facts.startedAt ?? parsed.startedAt;
    const start = startedAt === undefined ? null : new Date(startedAt);
    const proposed =
      facts.client === undefined
        ? await clients.propose(
            ctx,
            [...people.values()].flatMap(({ emails }) => emails),
          )
        : null;
    const tagNames = [...(hasSpeech(parsed) ? [] : ['SKIP']), ...(facts.tags ?? [])].slice(0, 2);
    const tagIds: string[] = [];
    for (const name of tagNames) tagIds.push((await tags.ensure(ctx, name, name === 'SKIP')).id);
    const folderIds = [folderId, facts.folderPath ? await folders.ensurePath(ctx, facts.folderPath) : null].filter(
      (id) => id !== null,
    );
    const named = new Map([...people].map(([name, { id }]) => [name, id]));
    const segments = canonicalSegments(parsed.segments, (name) => named.get(name ?? unnamed) as string);
    const call = await calls.create(ctx, {
      title: title || 'Untitled call',
      isTitleGenerated:
        title === '' || (facts.title === undefined && parsed.title === undefined) || genericTitle.test(title.trim()),
      source: parsed.source,
      sourceId: parsed.sourceId ?? null,
      sourceUrl: parsed.sourceUrl ?? null,
      contentHash,
      startedAt: start,
      sortAt: start ?? this.clock.now(),
      durationMs: Math.round(parsed.durationMs ?? durationOf(segments)),
      language: parsed.language ?? null,
      participants: [...people.values()].map(({ id, emails, title: role, side }) => ({
        speakerId: id,
        email: emails[0] ?? null,
        title: role,
        side,
        talkShare: 0,
      })),
      owner: facts.owner ?? null,
      clientId: facts.client === undefined ? proposed : await clients.ensure(ctx, facts.client),
      isClientProposed: facts.client === undefined && proposed !== null,
      tagIds: [...new Set(tagIds)],
      folderIds: [...new Set(folderIds)],
      outcome: facts.outcome ?? null,
      searchText: foldName([title, ...[...people.values()].map(({ name }) => name), facts.client ?? ''].join(' ')),
    });
    await transcripts.store(ctx, call.id, parsed.language ?? null, segments);
    await pipeline.enqueue(ctx, call.id);
    return call.id;
  }

  /** Everybody the file or the facts name, by the name the segments use. */
  private async people(ctx: TenantContext, parsed: ParsedCall, facts: ImportFactsInput) {
    const told = new Map<string, NamedPerson>();
    const add = (person: NamedPerson) => {
      const key = foldName(person.name);
      told.set(key, {
        ...told.get(key),
        ...Object.fromEntries(Object.entries(person).filter(([, value]) => value !== undefined)),
        name: told.get(key)?.name ?? person.name,
      });
    };
    for (const { speaker } of parsed.segments) add({ name: speaker ?? unnamed });
    for (const { name, email, isExternal } of parsed.participants)
      add({ name, email, ...(isExternal === undefined ? {} : { side: isExternal ? 'them' : 'us' }) });
    for (const person of facts.participants ?? []) add(person);
    const people = new Map<
      string,
      Awaited<ReturnType<SpeakersService['resolve']>> & { side: 'us' | 'them' | 'unknown'; title: string | null }
    >();
    for (const person of told.values()) {
      const speaker = await this.features.speakers.resolve(ctx, person);
      people.set(person.name, { ...speaker, side: person.side ?? speaker.side, title: person.title ?? speaker.title });
    }
    // Segments may spell a name in another case than the first one did.
    for (const { speaker } of parsed.segments) {
      const name = speaker ?? unnamed;
      const known = people.get(name) ?? [...people].find(([other]) => foldName(other) === foldName(name))?.[1];
      if (known) people.set(name, known);
    }
    return people;
  }
}

/** What a file is called, as a title: without its endings and the signs that stand for spaces. */
const titleOf = (fileName: string) =>
  fileName
    .replace(/(\.(transcript|cc|fathom|fireflies|otter|meet|teams|zoom))?\.[a-z0-9]{2,5}$/i, '')
    .replaceAll(/[_-]+/g, ' ')
    .trim();
