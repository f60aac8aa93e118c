import type { Catalogue } from '../core/i18n.ts';

/** Texts of `cv-problem`, namespace `core`. */
export const problemMessages = {
  'problem.failed.title': '{what} did not load',
  'problem.failed.text': 'Something went wrong on the way.',
  'problem.timeout.text': 'The service did not answer in time.',
  'problem.unreachable.text': 'The service could not be reached.',
  'problem.offline.title': 'You are offline',
  'problem.offline.text': 'This loads by itself when the connection is back.',
  'problem.forbidden.title': 'You cannot see this',
  'problem.forbidden.titleOf': 'You cannot see {what}',
  'problem.expired.title': 'Your session has ended',
  'problem.expired.text': 'Try again to start a new one. If it ends at once, sign in again.',
  'problem.limited.title': 'Too many requests',
  'problem.limited.text': 'Again in {count} s.',
  'problem.plan.title': 'Plan limit reached',
  'problem.missing.title': '{what} could not be found',
  'problem.missing.text': 'It may have been deleted, or moved out of what you can see.',
  'problem.retry': 'Try again',
  'problem.copy': 'Copy details',
  'problem.copied': 'Copied',
} as const satisfies Catalogue;
