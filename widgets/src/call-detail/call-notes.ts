import type { CallDetail as CallRecord } from '@callvault/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { Translate } from '../core/i18n.ts';
import { icon } from '../parts/icon.ts';
import type { messages } from './messages.en.ts';
import { isMoving } from './pipeline-watch.ts';

type Step = CallRecord['steps'][number];

export interface NoteActions {
  readonly t: Translate<keyof typeof messages>;
  readonly isBinned: boolean;
  readonly onRestore: () => void;
  readonly onRun: (step: Step['name']) => void;
}

/** What the reader must know before reading: in the bin, a step failed, or still being read. */
export function callNote(
  call: CallRecord,
  { t, isBinned, onRestore, onRun }: NoteActions,
): TemplateResult | typeof nothing {
  if (isBinned)
    return html`<div class="note warn bar" role="status">
      ${icon('trash')}
      <p>${t('deleted')}</p>
      <button class="btn sm" type="button" @click=${onRestore}>${t('undo')}</button>
    </div>`;
  const failed = call.steps.find(({ status }) => status === 'failed');
  if (failed)
    return html`<div class="note bad bar" role="status">
      ${icon('alert')}
      <p><b>${t('failed', { step: t(`step.${failed.name}`) })}</b> ${failed.error} ${t('failedKept')}</p>
      <button class="btn sm" type="button" @click=${() => onRun(failed.name)}>${icon('refresh')}${t('retry')}</button>
    </div>`;
  if (!isMoving(call)) return nothing;
  const next = call.steps.find(({ status }) => status !== 'done');
  const count = call.steps.filter(({ status }) => status === 'done').length;
  const step = next ? t(`step.${next.name}`) : '';
  return html`<div class="note bar" role="status">
    ${icon('clock')}
    <p><b>${t('processing')}</b> ${t('processingSteps', { count, total: call.steps.length, step })}</p>
  </div>`;
}
