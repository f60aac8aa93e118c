import type { Passage, PassageQuery } from '../../../ports/search-index.ts';
import type { ParsedQuery } from '../../../text/passages/query.ts';
import { phraseStarts } from '../../../text/passages/rank.ts';
import { windowsOf } from '../../../text/passages/windows.ts';
import { formsOf } from '../../../text/words.ts';
import type { SqlRow } from '../sqlite.ts';
import { quoted, termOf } from './terms.ts';
import type { TenantFile } from './tenant-file.ts';

/** Calls whose title or summary holds the words, shown by their opening turns. Nothing of the transcript is highlighted. */
export function foundBySummary(file: TenantFile, query: PassageQuery, parsed: ParsedQuery): Passage[] {
  const expression = parsed.phrases.length
    ? parsed.phrases.map((phrase) => quoted(phrase.map(termOf))).join(' AND ')
    : parsed.terms.map(({ form }) => quoted([termOf(form)])).join(' OR ');
  const inScope = query.callIds ? 'AND call.id IN (SELECT id FROM temp.wanted)' : '';
  const rows = file
    .sql(
      `SELECT call.*, -about_terms.rank AS score FROM about_terms JOIN call ON call.id = about_terms.rowid
       WHERE about_terms MATCH ? ${inScope} ORDER BY about_terms.rank`,
    )
    .iterate(`terms : (${expression})`);
  const passages: Passage[] = [];
  for (const row of rows) {
    if (passages.length >= query.limit) break;
    const opening = openingOf(file, row);
    if (opening && holdsPhrases(row, parsed)) {
      passages.push({
        callId: String(row.call_id),
        ...opening,
        score: Number(row.score),
        highlights: [],
        foundIn: 'summary',
      });
    }
  }
  return passages;
}

function holdsPhrases({ title, summary }: SqlRow, { phrases }: ParsedQuery): boolean {
  const texts = [formsOf(String(title)), formsOf(String(summary))];
  return phrases.every((phrase) => texts.some((words) => phraseStarts(words, phrase).length > 0));
}

/** The first window of a call; undefined for a call without a single turn, which no passage can point into. */
function openingOf(file: TenantFile, row: SqlRow): Pick<Passage, 'turnStart' | 'turnEnd'> | undefined {
  const turns = file.sql('SELECT position FROM turn WHERE call = ? ORDER BY position LIMIT 8').all(row.id);
  const [opening] = windowsOf(turns.map(({ position }) => ({ index: Number(position), speaker: '', text: '' })));
  return opening && { turnStart: opening[0].index, turnEnd: opening[opening.length - 1].index };
}
