import { css } from 'lit';

export const search = css`
  :host {
    display: contents;
  }
  :host([inline]) {
    display: block;
    block-size: 100%;
    min-block-size: 0;
    contain: content;
  }
  dialog {
    position: fixed;
    inset-block: 96px auto;
    inset-inline: 0;
    margin: 0 auto;
    border: 0;
    padding: 0;
    color: var(--cv-text);
    background: var(--cv-raised);
    border-radius: calc(var(--cv-r-lg) + 2px);
    box-shadow: var(--cv-e3);
    inline-size: min(960px, 100vw - 24px);
    max-inline-size: none;
    max-block-size: calc(100dvh - 144px);
    overflow: hidden;
  }
  dialog::backdrop {
    background: var(--cv-scrim, oklch(0.2 0.01 260 / 0.32));
  }
  dialog[open] {
    display: flex;
    animation: cv-search-in var(--cv-d2, 140ms) var(--cv-ease, ease);
  }
  @keyframes cv-search-in {
    from {
      opacity: 0;
      translate: 0 4px;
    }
  }
  .ck {
    container: wid / inline-size;
    display: flex;
    flex-direction: column;
    flex: 1;
    min-inline-size: 0;
    min-block-size: 0;
  }
  :host([inline]) .ck {
    block-size: 100%;
    background: var(--cv-surface);
  }
  .ck-in {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 56px;
    padding-inline: 18px 16px;
    border-block-end: 1px solid var(--cv-line);
    flex: none;
  }
  .ck-in > .i {
    color: var(--cv-text-3);
    stroke-width: 1.3;
  }
  .toks {
    display: flex;
    gap: 4px;
    min-inline-size: 0;
    overflow-x: auto;
    scrollbar-width: none;
    flex: 0 1 auto;
  }
  .tok {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    block-size: 26px;
    padding-inline: 8px;
    border-radius: var(--cv-r-sm);
    background: var(--cv-press);
    font-size: var(--cv-t-13);
    color: var(--cv-text-2);
    white-space: nowrap;
    flex: none;
  }
  .tok:focus-visible {
    outline-offset: -2px;
  }
  .tok:hover b {
    text-decoration: line-through;
  }
  .tok b {
    font-weight: 500;
    color: var(--cv-text);
  }
  .ck-q {
    all: unset;
    flex: 1 1 160px;
    min-inline-size: 96px;
    font-size: var(--cv-t-17);
    line-height: 24px;
    letter-spacing: -0.014em;
    color: var(--cv-text);
    cursor: text;
  }
  .ck-q::placeholder {
    color: var(--cv-text-3);
    opacity: 1;
  }
  .ck-in .chip {
    margin-inline-end: 4px;
    color: var(--cv-text);
    font-weight: 500;
  }
  .ck-in .shut {
    display: none;
  }
  .ck-b {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 450px;
    grid-template-rows: minmax(0, 1fr);
    min-block-size: 0;
    flex: 1;
  }
  .ck-b.alone {
    grid-template-columns: minmax(0, 1fr);
  }
  .ck-l {
    padding: 4px 8px 8px;
  }
  .ck-h {
    display: flex;
    justify-content: space-between;
    font-size: var(--cv-t-12);
    line-height: 16px;
    font-weight: 500;
    color: var(--cv-text-3);
    padding: 12px 12px 6px;
  }
  .ck-h .num {
    font-weight: 400;
  }
  .sh {
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr) auto;
    gap: 0 10px;
    padding: 8px 12px;
    border-radius: var(--cv-r-md);
    align-items: start;
    cursor: pointer;
  }
  .sh.on {
    background: var(--cv-press);
  }
  .sh-q {
    font-size: var(--cv-t-14);
    line-height: 20px;
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  .sh .src {
    margin-block-start: 3px;
  }
  .sh .src > span:last-child {
    white-space: nowrap;
  }
  .sh .tc {
    line-height: 20px;
  }
  .sh.one {
    min-block-size: 36px;
    padding-block: 0;
    align-items: center;
  }
  .sh.one > .i {
    justify-self: center;
    color: var(--cv-text-3);
  }
  .ck-p {
    border-inline-start: 1px solid var(--cv-line);
    padding: 16px 18px;
    background: var(--cv-sunken);
    overflow: auto;
    scrollbar-width: thin;
    scrollbar-color: var(--cv-line-2) transparent;
  }
  .ck-ph {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 12px;
    font-size: var(--cv-t-13);
    white-space: nowrap;
  }
  .ck-ph b {
    font-weight: 600;
    letter-spacing: -0.01em;
  }
  .ck-st {
    position: relative;
    padding-block: 4px;
    margin-block: 14px 16px;
    overflow: hidden;
    direction: ltr;
  }
  .hc-tick {
    position: absolute;
    inset: 0;
    overflow: visible;
  }
  .hc-tick line {
    stroke: var(--cv-accent-text);
    stroke-width: 1.5;
  }
  .hc-tick circle {
    fill: var(--cv-accent-text);
  }
  .ck-t {
    display: grid;
    gap: 2px;
    margin-inline: -10px;
  }
  .ck-t li {
    display: grid;
    grid-template-columns: 36px minmax(0, 1fr);
    gap: 12px;
    padding: 8px 10px;
    border-radius: var(--cv-r-md);
  }
  .ck-t time {
    font-size: var(--cv-t-12);
    line-height: 20px;
    color: var(--cv-text-3);
  }
  .ck-t b {
    font-size: var(--cv-t-13);
    font-weight: 600;
  }
  .ck-t p {
    font-size: var(--cv-t-14);
    line-height: 22px;
    color: var(--cv-text-2);
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  .ck-t li.on p {
    color: var(--cv-text);
  }
  .ck-t li.on {
    background: var(--cv-raised);
    box-shadow: 0 0 0 1px var(--cv-line);
  }
  .ck-f {
    display: flex;
    align-items: center;
    gap: 18px;
    min-block-size: 40px;
    padding-inline: 18px;
    border-block-start: 1px solid var(--cv-line);
    font-size: var(--cv-t-12);
    color: var(--cv-text-3);
    flex: none;
    white-space: nowrap;
  }
  .ck-f kbd:last-of-type {
    margin-inline-end: 4px;
  }
  .near {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 8px;
  }
  .near .count {
    margin-inline-start: 2px;
  }
  @container wid (max-width: 899px) {
    .ck-b {
      grid-template-columns: minmax(0, 1fr);
    }
    .ck-p,
    .ck-f,
    .ck-in > kbd {
      display: none;
    }
    .ck-in .chip {
      font-size: 0;
      gap: 0;
      margin: 0;
    }
    .ck-in .shut {
      display: inline-grid;
    }
    .toks {
      max-inline-size: 45%;
    }
  }
  @container wid (max-width: 480px) {
    .ck-in {
      padding-inline: 14px 10px;
      gap: 8px;
    }
    .ck-in .shut {
      margin-inline-start: -4px;
    }
  }
  @media (max-width: 899px) {
    dialog {
      inset-block: 0 auto;
      inline-size: 100%;
      block-size: 100%;
      max-block-size: none;
      border-radius: 0;
    }
  }
  @media (forced-colors: active) {
    dialog,
    .tok {
      outline: 1px solid CanvasText;
      outline-offset: -1px;
    }
    .sh.on,
    .ck-t li.on {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
