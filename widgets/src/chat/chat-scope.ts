import type { ChatSession } from '@callvault/sdk';
import type { Translate } from '../core/i18n.ts';
import type { IconName } from '../parts/icon.ts';
import type { MessageKey } from './messages.en.ts';

/** Which calls an answer may read. */
export type ChatScope = ChatSession['scope'];

export const scopeIcon = ({ kind }: ChatScope): IconName =>
  kind === 'folder' ? 'folder' : kind === 'tag' ? 'tag' : 'calls';

/** A word for a scope whose name is not known yet. */
export function scopeWord(scope: ChatScope, t: Translate<MessageKey>): string {
  return scope.kind === 'selection' ? t('scope.selection', { count: scope.callIds.length }) : t(`scope.${scope.kind}`);
}

/** "Kestrel Freight" of "Folder: Kestrel Freight": the icon says what it is. */
export function shortLabel({ kind }: ChatScope, label: string): string {
  return kind === 'folder' || kind === 'tag' ? label.replace(/^[^:]+:\s*/, '') : label;
}
