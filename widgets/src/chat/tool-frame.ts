import type { ChatMessage, ChatStep } from '@callvault/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { I18n, Translate } from '../core/i18n.ts';
import { icon, type IconName } from '../parts/icon.ts';
import { messages, type MessageKey } from './messages.en.ts';

const ICONS: Readonly<Record<string, IconName>> = {
  search_by_speaker: 'user',
  search_by_date: 'calendar',
  search_by_tags: 'tag',
  search_by_category: 'tag',
  search_by_sentiment: 'pulse',
  top_objections: 'shield',
  get_call_details: 'calls',
  list_calls: 'list',
  get_available_metadata: 'info',
  compare_calls: 'merge',
};

export interface ToolFrameProps {
  readonly message: ChatMessage;
  readonly openSteps: ReadonlySet<string>;
  readonly t: Translate<MessageKey>;
  readonly i18n: I18n;
  readonly onToggle: (stepId: string) => void;
}

/** What the answer did: engine, calls, steps and time in the head, each step opens in place. */
export function toolFrame(props: ToolFrameProps): TemplateResult {
  const { message, t, i18n } = props;
  const { steps } = message;
  const ms = steps.reduce((sum, step) => sum + step.ms, 0);
  return html`<div class="tools">
    <p class="tools-h">
      ${icon('asterisk', 's14')}<span>${headOf(message, t)}</span>${
        ms > 0 ? html`<span class="num t3">${secondsOf(ms, t, i18n)}</span>` : nothing
      }
    </p>
    ${
      steps.length > 0
        ? html`<ul>
            ${steps.map((step) => renderStep(step, props))}
          </ul>`
        : nothing
    }
    ${
      message.isFallback
        ? html`<p class="fb">
            ${icon('info', 's14')}${t('fallback', { engine: message.engine ?? t('engine.local') })}
          </p>`
        : nothing
    }
  </div>`;
}

function headOf({ engine, callsRead, steps }: ChatMessage, t: Translate<MessageKey>): string {
  if (engine === null) return t('working');
  const named = engine.charAt(0).toLocaleUpperCase() + engine.slice(1);
  const calls = callsRead && t('calls', { count: callsRead.total });
  const isPartial = callsRead && callsRead.read !== callsRead.total;
  return [
    named,
    calls && isPartial ? t('tools.partial', { read: callsRead.read, calls }) : calls,
    steps.length > 0 ? t('steps', { count: steps.length }) : undefined,
  ]
    .filter(Boolean)
    .join(', ');
}

function renderStep(step: ChatStep, { openSteps, t, i18n, onToggle }: ToolFrameProps) {
  const { id, tool, object, result, items, ms, status } = step;
  const isOpen = openSteps.has(id);
  const end = status === 'done' ? result : t(`step.${status}`);
  const verb = verbOf(tool);
  const line = html`${icon(ICONS[tool] ?? 'search', `s14 ${tool === 'compare_calls' ? 'flip' : ''}`)}
    <span class="trunc">${t.rich(verb, { object: html`<b>${object}</b>`, tool: tool.replaceAll('_', ' ') })}</span>
    <span class="grow"></span>
    <span class="num res ${status === 'failed' ? 'bad' : 't3'}">${end}</span>
    <span class="num t3 tt">${status === 'running' ? nothing : secondsOf(ms, t, i18n)}</span>`;
  if (items.length === 0)
    return html`<li>
      <p class="tool">${line}<span class="chev"></span></p>
    </li>`;
  return html`<li>
    <button class="tool" type="button" aria-expanded=${String(isOpen)} @click=${() => onToggle(id)}>
      ${line}${icon('right', 's14 chev flip')}
    </button>
    ${
      isOpen
        ? html`<ul class="found">
            ${items.map((item) => html`<li dir="auto">${item}</li>`)}
          </ul>`
        : nothing
    }
  </li>`;
}

function verbOf(tool: string): MessageKey {
  const key = `step.${tool}`;
  return key in messages ? (key as MessageKey) : 'step.other';
}

function secondsOf(ms: number, t: Translate<MessageKey>, i18n: I18n): string {
  return t('seconds', { seconds: i18n.number(ms / 1000, { minimumFractionDigits: 1, maximumFractionDigits: 1 }) });
}
