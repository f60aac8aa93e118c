import { css } from 'lit';

/** Tree rows are a fold button and a row button side by side: a button must not stand in another. */
export const folderRail = css`
  .rail {
    display: flex;
    flex-direction: column;
    gap: 20px;
    padding: 12px 8px;
    block-size: 100%;
    overflow: auto;
    scrollbar-width: thin;
    scrollbar-color: var(--cv-line-2) transparent;
  }
  .rail h3 {
    display: flex;
    align-items: center;
    font-size: var(--cv-t-12);
    line-height: 16px;
    font-weight: 500;
    color: var(--cv-text-3);
    padding-inline: 8px 4px;
    block-size: 24px;
    margin-block-end: 2px;
  }
  .rail h3 .ib {
    margin-inline-start: auto;
  }
  .line {
    position: relative;
  }
  .row {
    display: flex;
    inline-size: 100%;
    align-items: center;
    gap: 8px;
    block-size: 30px;
    padding-inline: 8px;
    border-radius: var(--cv-r-sm);
    font-size: var(--cv-t-13);
    color: var(--cv-text-2);
  }
  .row:hover {
    background: var(--cv-hover);
  }
  .row[aria-current] {
    background: var(--cv-press);
    color: var(--cv-text);
    font-weight: 500;
  }
  .row:focus-visible {
    outline-offset: -2px;
  }
  .row .i {
    color: var(--cv-text-3);
  }
  .row em {
    margin-inline-start: auto;
    font-size: var(--cv-t-12);
    color: var(--cv-text-3);
    font-variant-numeric: tabular-nums;
    font-weight: 400;
  }
  .row span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .l1 .row {
    padding-inline-start: 22px;
  }
  .l2 .row {
    padding-inline-start: 32px;
  }
  .l3 .row {
    padding-inline-start: 48px;
  }
  .fold {
    position: absolute;
    z-index: 1;
    inset-block-start: 3px;
    inset-inline-start: 0;
    inline-size: 24px;
    block-size: 24px;
    display: grid;
    place-items: center;
    color: var(--cv-text-3);
    border-radius: var(--cv-r-xs);
  }
  .l2 .fold {
    inset-inline-start: 10px;
  }
  .row .fc1 {
    color: var(--cv-cat-1);
  }
  .row .fc2 {
    color: var(--cv-cat-2);
  }
  .row .fc3 {
    color: var(--cv-cat-3);
  }
  .row .fc4 {
    color: var(--cv-cat-4);
  }
  .row .fc5 {
    color: var(--cv-cat-5);
  }
  .row .fc6 {
    color: var(--cv-cat-6);
  }
  .row .fc7 {
    color: var(--cv-cat-7);
  }
  .row .fc8 {
    color: var(--cv-cat-8);
  }
  .quiet {
    padding: 6px 8px;
    font-size: var(--cv-t-12);
    line-height: 16px;
    color: var(--cv-text-3);
  }
`;
