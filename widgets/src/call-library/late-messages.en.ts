import type { Catalogue } from '../core/i18n.ts';
import { messages } from './messages.en.ts';

/** Texts of what loads after the list: menus, pickers, changes and imports. */
export const lateMessages = {
  ...messages,
  filterBy: 'Filter by',
  back: 'Back',
  chosen: '{count} of {total}, {calls}',
  noValues: 'No values',
  'partial.filters': 'The values did not load.',
  tagCalls: { one: 'Tag {count} call', other: 'Tag {count} calls' },
  findTag: 'Find or make a tag',
  makeTag: 'Make tag {name}',
  someOf: '{count} of {all} calls',
  tagRule: 'Two tags per call at most.',
  'done.tagged': { one: '{count} call tagged {name}', other: '{count} calls tagged {name}' },
  'done.untagged': { one: '{name} taken off {count} call', other: '{name} taken off {count} calls' },
  'done.moved': { one: '{count} call moved to {name}', other: '{count} calls moved to {name}' },
  'done.outcome': { one: '{count} call set to {name}', other: '{count} calls set to {name}' },
  'done.deleted': { one: '{count} call deleted', other: '{count} calls deleted' },
  'done.extract': { one: 'Reading {count} call for PROFITS', other: 'Reading {count} calls for PROFITS' },
  'done.undone': { one: '{count} call put back as it was', other: '{count} calls put back as they were' },
  'undone.change': 'Not saved, put back as it was. {reason}',
  'undone.extract': 'PROFITS were not extracted. {reason}',
  'undone.undo': 'Could not be undone. {reason}',
  'import.reading': { one: 'Reading {count} file', other: 'Reading {count} files' },
  'import.running': { one: 'Importing {count} file', other: 'Importing {count} files' },
  'import.progress': '{done} of {total}',
  'import.done': { one: '{count} file imported', other: '{count} files imported' },
  'import.known': { one: '{count} was known already', other: '{count} were known already' },
  'import.bad': { one: '{count} could not be read', other: '{count} could not be read' },
  'import.cancelled': 'Import cancelled. What was finished stays.',
  'import.failed': 'The import did not start.',
  'import.stopped': 'The import stopped.',
  'import.line': 'line {line}',
  'import.tooLarge': 'Larger than 20 MB. Split it, or import it by the API.',
  'import.tooMany': '{count} files at once is the limit. The rest was left out.',
} as const satisfies Catalogue;

export type LateMessageKey = keyof typeof lateMessages;
