import { findObjections } from '../../analyst/index.ts';
import type { Reading } from '../transcripts/index.ts';
import type { ObjectionFindings } from './objections.mind.ts';

export function localObjections(reading: Reading): ObjectionFindings {
  const found = findObjections(reading.turns);
  const items = found.flatMap(({ kind, span, confidence, reply, reaction }) => {
    const evidence = reading.evidence(span);
    if (!evidence) return [];
    const answered = reply && reading.evidence(reply.span);
    return [
      {
        kind,
        evidence,
        confidence,
        reply: answered,
        reaction:
          answered && reaction ? { verdict: reaction.verdict, evidence: reading.evidence(reaction.span) } : null,
      },
    ];
  });
  return { items, dropped: found.length - items.length };
}
