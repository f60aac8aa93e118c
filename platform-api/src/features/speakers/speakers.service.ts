import { Forbidden, NotFound } from '../../errors.ts';
import type { TenantContext } from '../../tenancy/context.ts';
import type { Stored } from '../../tenancy/tenant-collection.ts';
import { foldName } from '../../text/fold.ts';
import { speakers, type SpeakerDocument } from './speakers.model.ts';

export interface SpeakerUsage {
  countBySpeaker(ctx: TenantContext): Promise<Map<string, number>>;
  speakerReachesBeyond(ctx: TenantContext, speakerId: string): Promise<boolean>;
}

/** Somebody a transcript names. */
export interface NamedPerson {
  name: string;
  email?: string;
  title?: string;
  side?: SpeakerDocument['side'];
}

type Speaker = Stored<SpeakerDocument>;

/** "Maya Lindqvist" tells who; "Maya", "Speaker 2" and "iPhone (3)" do not. */
const isFullName = (folded: string) =>
  /^\p{L}[\p{L}.'-]*( \p{L}[\p{L}.'-]*)+$/u.test(folded) && !/^(speaker|unknown|participant|guest) /.test(folded);

export class SpeakersService {
  constructor(private readonly usage: SpeakerUsage) {}

  async list(ctx: TenantContext, { q, limit, cursor }: { q?: string; limit: number; cursor?: string }) {
    const calls = await this.usage.countBySpeaker(ctx);
    const where = {
      ...(q ? { foldedName: { $gte: foldName(q), $lt: `${foldName(q)}\uffff` } } : {}),
      // A limited session knows only people of the calls it may see.
      ...(ctx.dataFilter ? { id: { $in: [...calls.keys()] } } : {}),
    };
    const { items, nextCursor } = await speakers.in(ctx).page(where, { sort: ['foldedName', 1], limit, cursor });
    return { items: items.map((speaker) => this.view(speaker, calls)), nextCursor };
  }

  async retrieve(ctx: TenantContext, speakerId: string) {
    const calls = await this.usage.countBySpeaker(ctx);
    const speaker = !ctx.dataFilter || calls.has(speakerId) ? await speakers.in(ctx).get(speakerId) : null;
    if (!speaker) throw new NotFound('speaker', speakerId);
    return this.view(speaker, calls);
  }

  async update(
    ctx: TenantContext,
    speakerId: string,
    change: Partial<Pick<SpeakerDocument, 'name' | 'title' | 'side' | 'notes'>>,
  ) {
    const { name } = await this.retrieve(ctx, speakerId);
    if (await this.usage.speakerReachesBeyond(ctx, speakerId))
      throw new Forbidden(
        'beyond_view',
        `${name} also speaks in calls that this session does not see. Somebody who sees them can make the change.`,
      );
    await speakers.in(ctx).update(speakerId, {
      $set: { ...change, ...(change.name === undefined ? {} : { foldedName: foldName(change.name) }) },
    });
    return this.retrieve(ctx, speakerId);
  }

  /**
   * The person of the directory that a transcript means. Known by e-mail, else by a full name that exactly one person
   * without another e-mail has; anybody else is new. It fails closed: two people are never made one by a guess.
   */
  async resolve(ctx: TenantContext, person: NamedPerson): Promise<Speaker> {
    const email = person.email?.toLowerCase();
    const foldedName = foldName(person.name);
    const known =
      (email && (await speakers.in(ctx).findOne({ emails: email }))) || (await this.byFullName(ctx, foldedName, email));
    if (!known) {
      const { name, title = null, side = 'unknown' } = person;
      return speakers.in(ctx).create({ name, foldedName, emails: email ? [email] : [], title, side, notes: '' });
    }
    const learned = {
      ...(email && !known.emails.includes(email) ? { emails: [...known.emails, email] } : {}),
      ...(known.title === null && person.title ? { title: person.title } : {}),
      ...(known.side === 'unknown' && person.side ? { side: person.side } : {}),
    };
    if (Object.keys(learned).length === 0) return known;
    return (await speakers.in(ctx).update(known.id, { $set: learned })) ?? known;
  }

  async byIds(ctx: TenantContext, speakerIds: readonly string[]): Promise<Map<string, Speaker>> {
    const found = await speakers.in(ctx).find({ id: { $in: [...new Set(speakerIds)] } });
    return new Map(found.map((speaker) => [speaker.id, speaker]));
  }

  private async byFullName(ctx: TenantContext, foldedName: string, email?: string): Promise<Speaker | null> {
    if (!isFullName(foldedName)) return null;
    const twins = await speakers.in(ctx).find({ foldedName }, { limit: 2 });
    const [only] = twins;
    return twins.length === 1 && !(email && only.emails.length > 0) ? only : null;
  }

  private view({ id, name, emails, title, side, notes }: Speaker, calls: Map<string, number>) {
    return { id, name, emails: [...emails], title, side, notes, calls: calls.get(id) ?? 0 };
  }
}
