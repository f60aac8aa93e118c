import type { Call } from '@callvault/sdk';
import type { Translate } from '../core/i18n.ts';
import type { MessageKey } from './messages.en.ts';

const NAMED = 2;

/** "Maya Lindqvist with Karen Whitfield, Sanjay Mehta"; of three or more only the first has a name: "Helen Osei, 2 others". */
export function whoOf({ participants }: Pick<Call, 'participants'>, t: Translate<MessageKey>): string {
  const ours = participants.filter(({ side }) => side === 'us').map(({ name }) => name);
  const theirs = participants.filter(({ side }) => side !== 'us').map(({ name }) => name);
  if (ours.length === 0 || theirs.length === 0) return some([...ours, ...theirs], t);
  return t('with', { us: some(ours, t), them: some(theirs, t) });
}

function some(names: readonly string[], t: Translate<MessageKey>): string {
  if (names.length <= NAMED) return names.join(', ');
  return t('others', { names: names[0] ?? '', count: names.length - 1 });
}
