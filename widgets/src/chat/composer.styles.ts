import { css } from 'lit';
import { mention } from './mention.styles.ts';

export const composer = [
  mention,
  css`
    .composer {
      max-inline-size: 632px;
      margin-inline: auto;
      border-radius: var(--cv-r-lg);
      background: var(--cv-surface);
      box-shadow:
        0 0 0 1px var(--cv-line-2),
        var(--cv-e1);
      padding: 12px 8px 8px 14px;
      padding-inline: 14px 8px;
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 10px;
    }
    .composer:focus-within {
      outline: 2px solid var(--cv-focus);
      outline-offset: 0;
    }
    .inp {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-start;
      gap: 2px 6px;
      font-size: var(--cv-t-14);
      line-height: 22px;
      min-block-size: 22px;
    }
    .inp .men {
      margin-block-start: 1px;
    }
    textarea {
      display: block;
      flex: 1 1 160px;
      min-inline-size: 0;
      border: 0;
      padding: 0;
      background: none;
      resize: none;
      max-block-size: 220px;
      line-height: 22px;
    }
    textarea::placeholder {
      color: var(--cv-text-3);
      opacity: 1;
    }
    textarea:focus-visible {
      outline: none;
    }
    .rowx {
      margin-inline-start: -6px;
    }
    .stop {
      margin-inline-start: 8px;
    }
    .snd {
      background: var(--cv-accent);
      color: var(--cv-on-accent);
    }
    .snd:hover {
      background: color-mix(in oklab, var(--cv-accent) 90%, var(--cv-text));
      color: var(--cv-on-accent);
    }
    .scope {
      min-inline-size: 0;
    }
    .editing {
      display: flex;
      gap: 6px;
      align-items: center;
      font-size: var(--cv-t-12);
      line-height: 16px;
      color: var(--cv-text-3);
    }
    .pop {
      inline-size: 340px;
    }
    @container (max-width: 719px) {
      .scope {
        display: none;
      }
    }
    @media (forced-colors: active) {
      .composer {
        outline: 1px solid CanvasText;
      }
      .snd {
        forced-color-adjust: none;
        background: Highlight;
        color: HighlightText;
      }
    }
  `,
];
