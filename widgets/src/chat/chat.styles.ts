import { css } from 'lit';
import { mention } from './mention.styles.ts';

export const chat = [
  mention,
  css`
    :host {
      block-size: 100%;
      min-block-size: 320px;
    }
    .ch {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: minmax(0, 1fr);
      flex: 1;
      min-block-size: 0;
      position: relative;
    }
    cv-chat-sessions,
    .srcs {
      display: none;
    }
    cv-chat-sessions.open {
      display: flex;
      position: absolute;
      inset: 0;
      z-index: 2;
    }
    .srcs {
      flex-direction: column;
      min-block-size: 0;
    }
    .conv {
      display: flex;
      flex-direction: column;
      min-block-size: 0;
      min-inline-size: 0;
    }
    :is(.conv, .srcs) .head {
      border-block-end: 1px solid var(--cv-line);
    }
    :is(.conv, .srcs) .head h2 {
      font-size: var(--cv-t-14);
      font-weight: 600;
      letter-spacing: -0.012em;
      font-family: inherit;
    }
    .head .chip > .trunc {
      padding: 0;
    }
    .head .field {
      flex: 1;
      max-inline-size: 320px;
    }
    .thread {
      max-inline-size: 680px;
      margin-inline: auto;
      padding: 24px 24px 32px;
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 20px;
    }
    .ask {
      justify-self: end;
      max-inline-size: 84%;
      position: relative;
      display: flex;
      align-items: flex-start;
      gap: 4px;
    }
    .ask > p {
      background: var(--cv-sunken);
      box-shadow: inset 0 0 0 1px var(--cv-line);
      border-radius: calc(var(--cv-r-lg) + 2px);
      border-end-end-radius: var(--cv-r-xs);
      padding: 10px 14px;
      font-size: var(--cv-t-14);
      line-height: 22px;
      text-wrap: pretty;
      overflow-wrap: anywhere;
      min-inline-size: 0;
    }
    .ask .words {
      white-space: pre-wrap;
    }
    .ask .men {
      vertical-align: -3px;
      margin-inline-start: 4px;
    }
    .ask .ib {
      opacity: 0;
      position: absolute;
      inset-inline-end: calc(100% + 4px);
      inset-block-start: 8px;
    }
    .ask:is(:hover, :focus-within) .ib {
      opacity: 1;
    }
    @media (hover: none) {
      .ask .ib {
        opacity: 1;
      }
    }
    .dock {
      padding: 0 24px 20px;
      flex: none;
    }
    .start {
      display: grid;
      gap: 12px;
      max-inline-size: 632px;
      margin-inline: auto;
      padding: 24px;
    }
    .start cv-empty {
      margin-inline-start: -20px;
    }
    .examples {
      display: grid;
      gap: 8px;
      justify-items: start;
    }
    .examples .btn {
      white-space: normal;
      text-align: start;
      block-size: auto;
      min-block-size: var(--cv-h-md);
      padding-block: 7px;
      max-inline-size: 100%;
    }
    .so {
      display: grid;
      grid-template-columns: 18px minmax(0, 1fr);
      gap: 10px;
      padding: 12px 16px;
      border-block-end: 1px solid var(--cv-line);
    }
    .so .cite {
      margin: 1px 0 0;
    }
    .so .cite:not(.on) {
      background: var(--cv-press);
      color: var(--cv-text-2);
    }
    .so h3 {
      font-size: var(--cv-t-12);
      line-height: 18px;
      font-weight: 500;
      color: var(--cv-text-2);
    }
    .so p {
      font-size: var(--cv-t-13);
      line-height: 19px;
      margin-block: 2px 4px;
    }
    .so .src {
      margin: 0;
      font-size: var(--cv-t-12);
    }
    .so.on {
      background: var(--cv-accent-soft);
    }
    .srcs-f {
      display: flex;
      gap: 8px;
      padding: 12px 16px 16px;
      font-size: var(--cv-t-12);
      line-height: 16px;
      color: var(--cv-text-3);
      border-block-start: 1px solid var(--cv-line);
    }
    .srcs-f .i {
      margin-block-start: 1px;
    }
    @container wid (min-width: 720px) {
      .only-narrow {
        display: none;
      }
      .ch {
        grid-template-columns: 232px minmax(0, 1fr);
      }
      cv-chat-sessions,
      cv-chat-sessions.open {
        display: flex;
        position: static;
        border-inline-end: 1px solid var(--cv-line);
      }
    }
    @container wid (min-width: 1040px) {
      .ch {
        grid-template-columns: 232px minmax(0, 1fr) 288px;
      }
      .srcs {
        display: flex;
        border-inline-start: 1px solid var(--cv-line);
      }
    }
    @container wid (max-width: 719px) {
      .thread {
        padding: 16px;
      }
      .dock {
        padding: 0 12px 12px;
      }
      .conv .head :is(.pin, .btn, .chip em) {
        display: none;
      }
      .conv .head .chip {
        max-inline-size: 45%;
      }
      .ask {
        max-inline-size: 92%;
      }
      .ask .ib {
        inset-inline-end: auto;
        inset-block: auto -12px;
        inset-inline-start: -12px;
        background: var(--cv-surface);
      }
    }
    :host([compact]) .ch {
      grid-template-columns: minmax(0, 1fr);
    }
    :host([compact]) :is(cv-chat-sessions, .srcs) {
      display: none;
    }
    :host([compact]) .thread {
      padding: 18px 18px 12px;
      gap: 16px;
    }
    :host([compact]) .dock {
      padding: 0 14px 14px;
    }
    @media (forced-colors: active) {
      .ask > p {
        outline: 1px solid CanvasText;
        outline-offset: -1px;
      }
      .so.on {
        outline: 2px solid Highlight;
        outline-offset: -2px;
      }
    }
  `,
];
