import { css } from 'lit';

/** Failure and empty states `.state`, notes `.note`, jobs `.job`, progress `.prog`. */
export const states = css`
  .prog {
    block-size: 4px;
    inline-size: 100%;
    border-radius: 2px;
    display: block;
  }
  .prog .bg {
    fill: var(--cv-press);
  }
  .prog .fg {
    fill: var(--cv-accent-text);
  }
  .state {
    display: grid;
    justify-items: start;
    gap: 6px;
    padding: 20px;
    max-inline-size: 44ch;
  }
  .state .ico {
    inline-size: 32px;
    block-size: 32px;
    border-radius: var(--cv-r-md);
    display: grid;
    place-items: center;
    background: var(--cv-press);
    color: var(--cv-text-2);
    margin-block-end: 6px;
  }
  .state h3 {
    font-size: var(--cv-t-14);
    font-weight: 600;
    letter-spacing: -0.01em;
  }
  .state p {
    font-size: var(--cv-t-13);
    color: var(--cv-text-2);
  }
  .state .rowx {
    margin-block-start: 8px;
  }
  .state code {
    font: 12px/16px var(--cv-family-mono);
    color: var(--cv-text-3);
  }
  .note {
    display: flex;
    gap: 8px;
    align-items: flex-start;
    padding: 10px 12px;
    border-radius: var(--cv-r-md);
    font-size: var(--cv-t-13);
    background: var(--cv-sunken);
    box-shadow: inset 0 0 0 1px var(--cv-line);
    color: var(--cv-text-2);
  }
  .note .i {
    margin-block-start: 2px;
    color: var(--cv-text-3);
  }
  .note b {
    font-weight: 500;
    color: var(--cv-text);
  }
  .note.warn {
    background: var(--cv-warn-soft);
    box-shadow: none;
    color: var(--cv-warn);
  }
  .note.warn .i,
  .note.warn b {
    color: inherit;
  }
  .note.bad {
    background: var(--cv-bad-soft);
    box-shadow: none;
    color: var(--cv-bad);
  }
  .note.bad .i,
  .note.bad b {
    color: inherit;
  }
  .note .u {
    text-decoration: underline;
    text-underline-offset: 3px;
    font-weight: 500;
  }
  .job {
    display: grid;
    gap: 8px;
    padding: 10px 12px;
    border-radius: var(--cv-r-md);
    background: var(--cv-surface);
    box-shadow: inset 0 0 0 1px var(--cv-line);
    font-size: var(--cv-t-13);
    line-height: 16px;
    color: var(--cv-text-3);
  }
  .job b {
    font-weight: 500;
    color: var(--cv-text);
  }
  .job .rowx {
    justify-content: space-between;
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    .job,
    .note {
      outline: 1px solid CanvasText;
      outline-offset: -1px;
    }
  }
`;
