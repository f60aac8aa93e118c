import { HistoryPanel } from './history-panel.ts';
import { ObjectionsPanel } from './objections-panel.ts';
import { Overview } from './overview.ts';
import { PeoplePanel } from './people-panel.ts';
import { ProfitsPanel } from './profits-panel.ts';

/** What stands beside the transcript: loaded while the call itself is. */
export const panels = [Overview, ProfitsPanel, ObjectionsPanel, PeoplePanel, HistoryPanel];
