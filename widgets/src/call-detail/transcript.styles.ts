import { css } from 'lit';

export const transcript = css`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    min-inline-size: 0;
    block-size: 100%;
  }
  .tr {
    display: flex;
    flex-direction: column;
    flex: 1;
    min-block-size: 0;
    min-inline-size: 0;
  }
  .tr-bar {
    display: flex;
    align-items: center;
    gap: 6px;
    block-size: 48px;
    padding-inline: 20px 12px;
    flex: none;
    border-block-end: 1px solid var(--cv-line);
  }
  .tr-bar .sw {
    transform: scale(0.86);
  }
  .tr-who {
    display: none;
    gap: 4px;
    align-items: center;
  }
  .tr-who .chip {
    padding-inline: 4px 8px;
    gap: 5px;
    border-radius: 99px;
  }
  .scroll {
    overflow-anchor: none;
  }
  .scroll:focus-visible {
    outline-offset: -2px;
  }
  .turns {
    position: relative;
  }
  .turn {
    display: grid;
    grid-template-columns: 40px 24px minmax(0, 1fr) 20px;
    gap: 0 12px;
    padding: 9px 20px;
    position: relative;
  }
  .turn-t {
    font-size: var(--cv-t-12);
    line-height: 20px;
    color: var(--cv-text-3);
    font-variant-numeric: tabular-nums;
    text-align: end;
    padding-block-start: 1px;
    align-self: start;
    border-radius: var(--cv-r-xs);
    /* 24 px to hit, drawn as one line. */
    margin-block: -1px -3px;
    padding-block-end: 3px;
  }
  .turn-t:hover {
    color: var(--cv-accent-text);
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .who {
    display: flex;
    align-items: baseline;
    gap: 8px;
    font-size: var(--cv-t-13);
    line-height: 20px;
    min-inline-size: 0;
  }
  .who b {
    font-weight: 600;
    letter-spacing: -0.01em;
    white-space: nowrap;
  }
  .who span,
  .who em {
    font-size: var(--cv-t-12);
    color: var(--cv-text-3);
  }
  .txt {
    font-size: var(--cv-t-15);
    line-height: 24px;
    letter-spacing: -0.008em;
    max-inline-size: 68ch;
    color: var(--cv-text);
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  .turn.now {
    background: var(--cv-accent-soft);
  }
  .turn.now::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    inline-size: 2px;
    background: var(--cv-accent-text);
  }
  .turn.now .turn-t {
    color: var(--cv-accent-text);
    font-weight: 500;
  }
  .turn.now .txt {
    color: var(--cv-text-2);
  }
  .turn.now .said {
    color: var(--cv-text);
    text-decoration: underline;
    text-decoration-color: var(--cv-accent-line);
    text-decoration-thickness: 2px;
    text-underline-offset: 4px;
  }
  mark:focus {
    outline: none;
  }
  .mg {
    display: grid;
    align-content: start;
    gap: 4px;
    padding-block-start: 22px;
  }
  .mg .ltr {
    position: relative;
    cursor: pointer;
  }
  .mg .ltr::after {
    content: '';
    position: absolute;
    inset: -2px;
  }
  .edited {
    text-decoration: underline dotted var(--cv-text-3);
    text-decoration-thickness: 1.5px;
    text-underline-offset: 4px;
  }
  .hit,
  .hit-now {
    background: var(--cv-accent-soft-2);
    border-radius: 2px;
  }
  .hit-now {
    background: var(--cv-accent);
    color: var(--cv-on-accent);
  }
  .topic {
    display: flex;
    align-items: baseline;
    gap: 8px;
    padding: 22px 20px 6px 72px;
    padding-inline: 72px 20px;
    font-size: var(--cv-t-12);
    line-height: 16px;
    color: var(--cv-text-3);
  }
  .topic[data-index='0'] {
    padding-block-start: 16px;
  }
  .topic h2 {
    font-size: var(--cv-t-12);
    font-weight: 600;
    color: var(--cv-text-2);
  }
  .topic span {
    white-space: nowrap;
  }
  .topic::after {
    content: '';
    flex: 1;
    block-size: 1px;
    background: var(--cv-line);
    align-self: center;
  }
  .hid {
    padding-block: 2px;
    padding-inline: 72px 20px;
  }
  .hid span {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    block-size: 28px;
    font-size: var(--cv-t-12);
    color: var(--cv-text-3);
  }
  .hid .i {
    margin-inline: 5px;
  }
  @container (min-width: 1040px) {
    .tr-who {
      display: flex;
    }
  }
  @container (max-width: 719px) {
    .tr-bar {
      display: none;
    }
    .tr-bar.finds {
      display: flex;
      padding-inline: 16px;
    }
    .tr-bar.finds > :not(cv-find-bar) {
      display: none;
    }
    .turn {
      grid-template-columns: 24px minmax(0, 1fr);
      padding-inline: 16px;
      gap: 0 10px;
    }
    .turn-t {
      position: absolute;
      inset-inline-end: 16px;
      inset-block-start: 9px;
    }
    .mg {
      position: absolute;
      inset-inline-end: 16px;
      inset-block-start: 14px;
    }
    .txt {
      padding-inline-end: 28px;
    }
    .topic,
    .hid {
      padding-inline-start: 50px;
    }
    .who span {
      display: none;
    }
  }
  @container (max-width: 400px) {
    .topic .num {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .turn.now {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .hit,
    .hit-now {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .hit {
      background: Canvas;
      color: CanvasText;
      outline: 1px solid Highlight;
    }
  }
`;
