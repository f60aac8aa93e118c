import type { Folder } from '@callvault/sdk';
import type { Translate } from '../core/i18n.ts';
import type { MenuItem } from '../parts/menu.ts';
import type { CallSort } from './call-filter.ts';
import type { MessageKey } from './messages.en.ts';
import { knownOutcomes, outcomeIcon, outcomeName } from './outcomes.ts';

const sorts: readonly CallSort[] = ['newest', 'oldest', 'longest', 'shortest', 'title'];

export const sortItems = (current: CallSort, t: Translate<MessageKey>): MenuItem[] =>
  sorts.map((sort) => ({ id: sort, label: t(`sort.${sort}`), ...(sort === current ? { icon: 'check' } : {}) }));

/** Every folder but the one the calls are in. */
export const folderItems = (folders: readonly Folder[], except: string | undefined): MenuItem[] =>
  folders.map(({ id, name, depth }) => ({ id, label: name, icon: 'folder', level: depth, disabled: id === except }));

export const outcomeItems = (t: Translate<MessageKey>): MenuItem[] =>
  [...knownOutcomes, 'none'].map((outcome) => ({
    id: outcome,
    label: outcomeName(outcome, t),
    icon: outcomeIcon(outcome),
    rule: outcome === 'none',
  }));
