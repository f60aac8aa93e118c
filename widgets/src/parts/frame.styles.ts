import { css } from 'lit';

/** The frame of a widget: `.wid` (the query container), `.head`, `.scroll`, `.foot`, rails with `.tree`. */
export const frame = css`
  .wid {
    container: wid / inline-size;
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    block-size: 100%;
    background: var(--cv-surface);
    position: relative;
  }
  .head {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 56px;
    padding-inline: 20px 16px;
    flex: none;
  }
  .head :is(h1, h2) {
    font-family: var(--cv-family-heading);
    font-weight: 600;
    font-size: var(--cv-t-15);
    line-height: 20px;
    letter-spacing: -0.012em;
  }
  .scroll {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
    scrollbar-width: thin;
    scrollbar-color: var(--cv-line-2) transparent;
  }
  .rail h2 {
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
  .rail h2 .ib {
    margin-inline-start: auto;
  }
  .tree a {
    display: flex;
    align-items: center;
    gap: 8px;
    block-size: 30px;
    padding-inline: 8px;
    border-radius: var(--cv-r-sm);
    font-size: var(--cv-t-13);
    color: var(--cv-text-2);
  }
  .tree a:hover {
    background: var(--cv-hover);
  }
  .tree a[aria-current] {
    background: var(--cv-press);
    color: var(--cv-text);
    font-weight: 500;
  }
  .tree a .i {
    color: var(--cv-text-3);
  }
  .tree a em {
    margin-inline-start: auto;
    font-style: normal;
    font-size: var(--cv-t-12);
    color: var(--cv-text-3);
    font-variant-numeric: tabular-nums;
    font-weight: 400;
  }
  .tree a span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .tree .l2 {
    padding-inline-start: 32px;
  }
  .tree .l3 {
    padding-inline-start: 48px;
  }
  .tree .tw {
    inline-size: 12px;
    block-size: 12px;
    margin-inline: -2px -4px;
  }
  .tree a .fc1 {
    color: var(--cv-cat-1);
  }
  .tree a .fc2 {
    color: var(--cv-cat-2);
  }
  .tree a .fc3 {
    color: var(--cv-cat-3);
  }
  .tree a .fc4 {
    color: var(--cv-cat-4);
  }
  .tree a .fc5 {
    color: var(--cv-cat-5);
  }
  .tree a .fc6 {
    color: var(--cv-cat-6);
  }
  .tree a .fc7 {
    color: var(--cv-cat-7);
  }
  .tree a .fc8 {
    color: var(--cv-cat-8);
  }
  .foot {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 40px;
    padding-inline: 20px;
    border-block-start: 1px solid var(--cv-line);
    font-size: var(--cv-t-12);
    color: var(--cv-text-3);
    flex: none;
  }
  .h-w {
    display: none;
  }
  @container wid (max-width: 719px) {
    .head {
      padding-inline: 16px 12px;
      min-block-size: 52px;
    }
    .head :is(h1, h2) {
      font-size: var(--cv-t-17);
    }
    .h-seg {
      display: none;
    }
    .h-w {
      display: contents;
    }
    .head .btn.pri {
      flex: none;
      inline-size: 32px;
      padding: 0;
      font-size: 0;
      gap: 0;
    }
    .head .btn.pri .i {
      margin: 0;
    }
  }
  @container wid (max-width: 400px) {
    .head .count {
      overflow: hidden;
      text-overflow: ellipsis;
    }
  }
  @media (forced-colors: active) {
    .tree [aria-current] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
