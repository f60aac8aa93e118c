import type { SearchHit } from '@callvault/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { I18n } from '../core/i18n.ts';
import { speechStrip } from '../parts/marks.ts';
import type { Choice } from './choices.ts';
import { fittedStrip } from './fitted-strip.ts';
import { proofIn, stretches, turnsAround } from './hit-text.ts';

/** Pixels that the strip has in the pane. */
const WIDTH = 413;

/** The call around a choice: when it was, where in it the moment lies, and the turns around it. */
export function preview(choice: Choice | undefined, i18n: I18n): TemplateResult | typeof nothing {
  if (choice?.kind === 'call') return head(choice.call, i18n);
  if (choice?.kind !== 'moment') return nothing;
  const { hit } = choice;
  return html`${head(hit.call, i18n)}${strip(hit)}
    <ol class="ck-t">
      ${turnsAround(hit).map((turn) => previewTurn(turn, hit, i18n))}
    </ol>`;
}

function head(
  { title, startedAt, durationMs }: SearchHit['call'] | Extract<Choice, { kind: 'call' }>['call'],
  i18n: I18n,
) {
  const facts = [
    startedAt ? plainDay(i18n, startedAt) : '',
    durationMs === null ? '' : i18n.duration(durationMs / 1000),
  ].filter(Boolean);
  return html`<div class="ck-ph">
    <b class="trunc" title=${title}><bdi>${title}</bdi></b
    ><span class="xs t3 num">${facts.join(', ')}</span>
  </div>`;
}

/** "Mon 23 Nov", without the comma that some locales put after the weekday. */
function plainDay(i18n: I18n, at: string): string {
  return i18n.dateWith({ weekday: 'short', day: 'numeric', month: 'short' }, at).replace(/^(\p{L}+),/u, '$1');
}

function strip({ call, evidence }: SearchHit) {
  const { durationMs } = call;
  const isPlaced = durationMs !== null && durationMs > 0 && evidence.startMs !== null;
  const x = isPlaced ? Math.round(((evidence.startMs ?? 0) / durationMs) * WIDTH) + 0.5 : 0;
  return html`<div class="ck-st">
    ${speechStrip(fittedStrip(call.strip, WIDTH), { height: 30 })}${
      isPlaced
        ? html`<svg class="hc-tick" viewBox="0 0 414 38" width="414" height="38" aria-hidden="true" focusable="false">
            <line x1=${x} x2=${x} y1="0" y2="38"></line>
            <circle cx=${x} cy="3" r="3"></circle>
          </svg>`
        : nothing
    }
  </div>`;
}

function previewTurn(turn: SearchHit['turns'][number], hit: SearchHit, i18n: I18n) {
  const isBest = turn.index === hit.bestTurn;
  return html`<li class=${isBest ? 'on' : ''}>
    <time>${turn.startMs === null ? '' : i18n.timecode(turn.startMs / 1000)}</time>
    <div>
      <b><bdi>${turn.speaker.name}</bdi></b>
      <p dir="auto">
        ${stretches(turn.text, proofIn(turn, hit)).map(({ text, isFound }) =>
          isFound ? html`<mark class="on">${text}</mark>` : text,
        )}
      </p>
    </div>
  </li>`;
}
