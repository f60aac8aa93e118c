import { html, nothing, type TemplateResult } from 'lit';
import type { Translate } from '../core/i18n.ts';
import { icon } from '../parts/icon.ts';
import { progress } from '../parts/marks.ts';
import type { Extraction } from './extraction.ts';
import type { MessageKey } from './messages.en.ts';

export interface ExtractionBarProps {
  readonly extraction: Extraction;
  readonly t: Translate<MessageKey>;
  readonly onCancel: () => void;
  readonly onAgain: () => void;
}

/** Progress of the extraction, and its end. */
export function extractionBar({
  extraction,
  t,
  onCancel,
  onAgain,
}: ExtractionBarProps): TemplateResult | typeof nothing {
  const { job, isRunning, isLost } = extraction;
  if (!job) return nothing;
  const { done, total } = job.progress;
  const count = t('job.of', { done, total });
  const isOver = !isRunning;
  return html`<div class="job" role="status">
    <div class="rowx">
      <b>${t('job.name')}</b
      ><span class="num">${job.status === 'done' ? html`<span class="good">${t('job.done')}</span>` : count}</span>
    </div>
    ${isRunning ? progress(total > 0 ? done / total : 0, count) : nothing}
    <div class="rowx">
      <span class=${job.status === 'failed' ? 'bad' : ''}>${isLost ? t('job.lost') : state(extraction, t)}</span>
      <span class="rowx g4">
        ${isRunning ? html`<button class="btn gho sm" type="button" @click=${onCancel}>${t('job.cancel')}</button>` : nothing}
        ${
          job.status === 'failed' || job.status === 'cancelled'
            ? html`<button class="btn sm" type="button" @click=${onAgain}>${icon('refresh')}${t('job.again')}</button>`
            : nothing
        }
        ${
          isOver
            ? html`<button class="ib xs" type="button" aria-label=${t('dismiss')} @click=${() => extraction.dismiss()}>
                ${icon('x')}
              </button>`
            : nothing
        }
      </span>
    </div>
  </div>`;
}

function state({ job }: Extraction, t: Translate<MessageKey>): string {
  if (!job) return '';
  const { status, error, progress: at } = job;
  if (status === 'failed') return t('job.failed', { reason: error?.message ?? '' });
  if (status === 'done') return t('job.of', { done: at.done, total: at.total });
  return t(status === 'queued' ? 'job.waiting' : `job.${status}`);
}
