import type { IndexedCall } from '../../../ports/search-index.ts';

/** A call of one window that holds the text once. */
export const aSpokenCall = (callId: string, text: string): IndexedCall => ({
  callId,
  title: '',
  summary: '',
  facets: [],
  turns: [{ index: 0, speaker: 'Ben', text }],
});
