import { ConversationMap } from './conversation-map.ts';
import { TranscriptPane } from './transcript.ts';

/** What shows the words: loaded while the words themselves are. */
export const reading = [ConversationMap, TranscriptPane];
