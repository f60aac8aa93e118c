import { replyApproaches } from '../../analyst/reply-approach.ts';
import type { Stored } from '../../tenancy/tenant-collection.ts';
import { judge, reliability } from './judge.ts';
import type { CuratedReplyDocument, Kind, ObjectionDocument } from './objections.model.ts';

/** One objection with what a view of it needs. */
export interface Case {
  objection: Stored<ObjectionDocument>;
  outcome: string | null;
  replier: string;
}

export interface Group {
  id: string;
  kind: Kind;
  approach: string;
  name: string;
  cases: Case[];
  speakers: string[];
  used: number;
  judged: number;
  worked: number;
  won: number;
  open: number;
  lost: number;
  reliability: number;
  isPinned: boolean;
  isRetired: boolean;
}

export const groupKey = (kind: Kind, approach: string) => `${kind}:${approach}`;

const nameOf = (approach: string) => replyApproaches.find((one) => one.approach === approach)?.name ?? approach;

/** Cases that worked first, by the next words before by the outcome; then the latest. */
const bestFirst = (a: Case, b: Case) => {
  const rank = ({ objection, outcome }: Case) => {
    const { worked, judgedBy } = judge(objection, outcome);
    return worked === true ? (judgedBy === 'next_words' ? 3 : 2) : worked === null ? 1 : 0;
  };
  return rank(b) - rank(a) || b.objection.callAt.getTime() - a.objection.callAt.getTime();
};

/** Replies that answered one kind of objection in one way, with how often that worked. */
export function groupReplies(cases: readonly Case[], curated: ReadonlyMap<string, CuratedReplyDocument>): Group[] {
  const byKey = new Map<string, Case[]>();
  for (const one of cases) {
    if (!one.objection.reply) continue;
    const key = groupKey(one.objection.kind, one.objection.reply.approach);
    byKey.set(key, [...(byKey.get(key) ?? []), one]);
  }
  return [...byKey].map(([key, own]) => {
    const [kind, approach] = key.split(':') as [Kind, string];
    const judged = own
      .map(({ objection, outcome }) => judge(objection, outcome))
      .filter(({ worked }) => worked !== null);
    const worked = judged.filter((one) => one.worked).length;
    const outcomes = own.map(({ outcome }) => outcome);
    const settings = curated.get(key);
    return {
      id: key,
      kind,
      approach,
      name: settings?.name ?? nameOf(approach),
      cases: [...own].sort(bestFirst),
      speakers: mostFrequent(own.map(({ replier }) => replier)),
      used: own.length,
      judged: judged.length,
      worked,
      won: outcomes.filter((outcome) => outcome === 'won').length,
      open: outcomes.filter((outcome) => outcome === 'open').length,
      lost: outcomes.filter((outcome) => outcome === 'lost').length,
      reliability: reliability(worked, judged.length),
      isPinned: settings?.isPinned ?? false,
      isRetired: settings?.isRetired ?? false,
    };
  });
}

function mostFrequent(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names.filter(Boolean)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}
