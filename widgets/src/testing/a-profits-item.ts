import type { Answer, Job, ProfitsItem } from '@callvault/sdk';
import { aCallRef, anEvidence } from './an-evidence.ts';

let made = 0;

/** An item to review; say only what the test is about. */
export function aProfitsItem(facts: Partial<ProfitsItem> = {}): ProfitsItem {
  made += 1;
  const call = facts.call ?? aCallRef();
  return {
    id: `item_${made}`,
    call,
    element: 'fears',
    statement: `Statement ${made}`,
    isEdited: false,
    evidence: anEvidence('If the first week goes wrong, that is my name on it.', { at: 1170, title: 'CFO', call }),
    strength: 2,
    confidence: 0.8,
    status: 'to_review',
    isStarred: false,
    engine: 'local analyst',
    createdAt: '2026-11-23T16:00:00Z',
    ...facts,
  };
}

type Overview = Answer<'profits.overview'>;
type Counts = readonly [
  element: ProfitsItem['element'],
  total: number,
  accepted: number,
  toReview: number,
  starred: number,
];

export function anOverview(counts: readonly Counts[], facts: Partial<Overview> = {}): Overview {
  return {
    items: counts.reduce((sum, [, total]) => sum + total, 0),
    calls: 96,
    elements: counts.map(([element, total, accepted, toReview, starred]) => ({
      element,
      total,
      accepted,
      toReview,
      starred,
    })),
    grid: [],
    missing: [],
    ...facts,
  };
}

export function aJob(facts: Partial<Job> = {}): Job {
  return {
    id: 'job_1',
    name: 'profits.extract',
    status: 'running',
    progress: { done: 38, total: 120 },
    error: null,
    attempts: 1,
    createdAt: '2026-11-23T16:00:00Z',
    startedAt: '2026-11-23T16:00:00Z',
    finishedAt: null,
    ...facts,
  };
}
