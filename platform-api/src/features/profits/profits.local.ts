import { findProfits } from '../../analyst/index.ts';
import type { Reading } from '../transcripts/index.ts';
import type { ProfitsFindings } from './profits.mind.ts';

export function localProfits(reading: Reading): ProfitsFindings {
  const found = findProfits(reading.turns).map(({ span, ...item }) => ({ ...item, evidence: reading.evidence(span) }));
  const items = found.flatMap(({ evidence, ...item }) => (evidence ? [{ ...item, evidence }] : []));
  return { items, dropped: found.length - items.length };
}
