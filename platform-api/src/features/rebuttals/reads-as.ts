import { findObjections } from '../../analyst/index.ts';
import { kindOf } from '../../analyst/objection-kinds.ts';
import { stemOf } from '../../text/stem.ts';
import { isStopWord } from '../../text/stop-words.ts';
import { formsOf } from '../../text/words.ts';
import type { Kind } from './objections.model.ts';

/** Kinds that words typed by somebody read as, likeliest first; `other` only where nothing fits. */
export function readsAs(text: string): Kind[] {
  const turn = { index: 0, speakerId: 'them', speaker: '', side: 'them' as const, text, startMs: null, endMs: null };
  const found = findObjections([turn])
    .sort((a, b) => b.confidence - a.confidence)
    .map(({ kind }) => kind);
  const bySentence = text.split(/[.!?;,]\s+/).map((part) => kindOf(part, [], ''));
  const kinds = [...new Set<Kind>([...found, kindOf(text, [], ''), ...bySentence])];
  const named = kinds.filter((kind) => kind !== 'other');
  return named.length > 0 ? named.slice(0, 3) : ['other'];
}

const contentStems = (text: string) =>
  new Set(
    formsOf(text)
      .filter((form) => !isStopWord(form))
      .map(stemOf),
  );

/** Share of the words of `wanted` that `text` has, 0 to 1; stems, without stop words. */
export function overlap(wanted: string, text: string): number {
  const stems = contentStems(wanted);
  if (stems.size === 0) return 0;
  const own = contentStems(text);
  return [...stems].filter((stem) => own.has(stem)).length / stems.size;
}
