import { css } from 'lit';

export const callLibrary = css`
  /* In a place without a height of its own the list would grow to its full length, and nothing would be windowed. */
  :host {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    min-block-size: 320px;
    max-block-size: 100dvh;
    contain: layout style;
  }
  :host([density='compact']) {
    --cv-row: 48px;
  }
  .wid {
    flex: 1;
  }
  .lib {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: minmax(0, 1fr);
    flex: 1;
    min-block-size: 0;
    border-block-start: 1px solid var(--cv-line);
  }
  cv-call-folder-rail {
    display: none;
  }
  .listcol {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    min-inline-size: 0;
    position: relative;
  }
  .filters {
    display: flex;
    align-items: center;
    gap: 6px;
    padding: 10px 16px 10px 20px;
    flex: none;
    border-block-end: 1px solid var(--cv-line);
  }
  .filters .field {
    block-size: var(--cv-h-sm);
    inline-size: 200px;
    flex: none;
    margin-inline-end: 4px;
  }
  .filters .field input {
    inline-size: 100%;
  }
  .chip .f-open {
    block-size: 100%;
    padding-inline: 8px;
    border-start-start-radius: var(--cv-r-sm);
    border-end-start-radius: var(--cv-r-sm);
  }
  .list {
    position: relative;
  }
  .day {
    white-space: nowrap;
    display: flex;
    align-items: baseline;
    block-size: 34px;
    padding: 12px 20px 0;
    font-size: var(--cv-t-12);
    line-height: 16px;
    color: var(--cv-text-3);
    position: absolute;
    inset-inline: 0;
    background: var(--cv-surface);
    z-index: 1;
  }
  .day.is-stuck {
    position: sticky;
    inset-block-start: 0;
  }
  .day b {
    font-weight: 600;
    color: var(--cv-text-2);
    margin-inline-end: 8px;
  }
  .cnt {
    display: contents;
  }
  .call {
    display: grid;
    grid-template-columns: 16px 16px minmax(0, 1fr) auto;
    column-gap: 12px;
    align-items: center;
    min-block-size: var(--cv-row, 60px);
    padding: 0 20px;
    position: absolute;
    inset-inline: 0;
    cursor: default;
  }
  .call:hover {
    background: var(--cv-hover);
  }
  .call:focus-visible {
    outline-offset: -2px;
  }
  .call + .call::before {
    content: '';
    position: absolute;
    inset-block-start: 0;
    inset-inline: 20px;
    block-size: 1px;
    background: var(--cv-line);
    opacity: 0.75;
  }
  .call[aria-selected='true'] {
    background: var(--cv-accent-soft);
  }
  .call[aria-selected='true']::before,
  .call[aria-selected='true'] + .call::before {
    opacity: 0;
  }
  .scroll:focus-within .call.is-cursor::after {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    inline-size: 2px;
    background: var(--cv-accent-text);
  }
  .c-title {
    font-size: var(--cv-t-14);
    font-weight: 500;
    line-height: 20px;
    letter-spacing: -0.009em;
  }
  .c-meta {
    font-size: var(--cv-t-12);
    line-height: 16px;
    color: var(--cv-text-3);
    margin-block-start: 2px;
  }
  .c-meta b {
    color: var(--cv-text-2);
  }
  .c-cb {
    position: relative;
  }
  /* The box is 16 px, what takes the click is 32. */
  .c-cb .cb::before {
    content: '';
    position: absolute;
    inset: -8px;
  }
  .c-tags,
  .c-strip,
  .c-sig {
    display: none;
  }
  .c-tags {
    overflow: hidden;
  }
  .c-end {
    display: flex;
    align-items: center;
    gap: 16px;
    color: var(--cv-text-2);
    font-size: var(--cv-t-13);
  }
  .c-dur {
    inline-size: 44px;
    text-align: end;
  }
  .c-time {
    inline-size: 40px;
    text-align: end;
    color: var(--cv-text-3);
  }
  .o {
    display: grid;
  }
  .o-won {
    color: var(--cv-good-fill);
  }
  .o-lost {
    color: var(--cv-bad-fill);
  }
  .o-open {
    color: var(--cv-text-2);
  }
  .o-none {
    color: var(--cv-control);
  }
  .call[aria-selected='true'] .tag {
    box-shadow: inset 0 0 0 1px var(--cv-accent-line);
  }
  .sig {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    font-size: var(--cv-t-12);
    color: var(--cv-text-3);
    font-variant-numeric: tabular-nums;
  }
  .sig .i {
    inline-size: 14px;
    block-size: 14px;
  }
  .end-row {
    position: absolute;
    inset-inline: 0;
  }
  .note {
    margin: 12px 20px 0;
    flex: none;
  }
  .bulk {
    position: absolute;
    inset-block-end: 56px;
    inset-inline: 0;
    margin-inline: auto;
    inline-size: max-content;
    max-inline-size: calc(100% - 24px);
    display: flex;
    align-items: center;
    gap: 2px;
    padding: 6px;
    border-radius: var(--cv-r-lg);
    background: var(--cv-raised);
    box-shadow: var(--cv-e3);
    z-index: 3;
  }
  .bulk .btn {
    box-shadow: none;
    background: none;
    padding-inline: 10px;
  }
  .bulk .btn:hover {
    background: var(--cv-hover);
  }
  .bulk .n {
    padding-inline: 10px 8px;
    font-size: var(--cv-t-13);
    font-weight: 500;
    white-space: nowrap;
  }
  .bulk .sep {
    margin-inline: 4px;
    block-size: 20px;
  }
  .drop {
    position: absolute;
    inset: 8px;
    z-index: 4;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 8px;
    border-radius: var(--cv-r-lg);
    border: 1.5px dashed var(--cv-accent-text);
    background: color-mix(in oklab, var(--cv-accent-soft) 92%, transparent);
    color: var(--cv-accent-text);
    font-weight: 500;
    pointer-events: none;
  }
  @container wid (min-width: 720px) {
    .call {
      grid-template-columns: 16px 16px minmax(0, 1fr) auto auto;
    }
    .c-tags {
      display: flex;
      gap: 4px;
      justify-content: flex-end;
    }
  }
  @container wid (min-width: 1040px) {
    .lib {
      grid-template-columns: 228px minmax(0, 1fr);
    }
    cv-call-folder-rail {
      display: block;
      min-block-size: 0;
      border-inline-end: 1px solid var(--cv-line);
      background: var(--cv-sunken);
    }
    .chip.in-rail {
      display: none;
    }
    .call {
      grid-template-columns: 16px 16px minmax(0, 1fr) 176px auto auto;
      column-gap: 14px;
    }
    .c-tags {
      justify-content: flex-start;
    }
    .c-sig {
      display: grid;
      grid-template-columns: 32px 32px;
      gap: 4px;
    }
    .c-strip {
      display: block;
      inline-size: 107px;
    }
    .c-end {
      gap: 12px;
    }
  }
  @container wid (max-width: 719px) {
    .filters {
      padding-inline: 16px;
      overflow-x: auto;
      scrollbar-width: none;
    }
    .filters:not(.finding) .field,
    .h-sort,
    .f-k,
    .listcol > .foot {
      display: none;
    }
    .day,
    .call {
      padding-inline: 16px;
    }
    .call {
      grid-template-columns: 16px minmax(0, 1fr) auto;
      grid-template-rows: 38px auto;
      column-gap: 12px;
      align-items: start;
      min-block-size: 88px;
      padding-block: 11px;
    }
    .call > .c-cb {
      grid-column: 1;
      grid-row: 1;
      margin-block-start: 2px;
    }
    .call > .o {
      grid-column: 3;
      grid-row: 2;
      justify-self: end;
      margin-block-start: 10px;
    }
    .call .c-main {
      grid-column: 2;
      grid-row: 1;
    }
    .call .c-end {
      grid-column: 3;
      grid-row: 1;
      display: grid;
      gap: 2px;
      justify-items: end;
      font-size: var(--cv-t-12);
      line-height: 16px;
    }
    .call .c-dur {
      inline-size: auto;
      line-height: 20px;
    }
    .call .c-time {
      inline-size: auto;
    }
    .call .c-tags {
      display: flex;
      grid-column: 2;
      grid-row: 2;
      gap: 4px;
      margin-block-start: 8px;
    }
    .call .c-tags .tag {
      block-size: 20px;
    }
    .call + .call::before {
      inset-inline: 44px 0;
    }
    .bulk {
      inset-block-end: 12px;
      inline-size: calc(100% - 24px);
      justify-content: space-between;
    }
    .bulk .btn {
      font-size: 0;
      padding: 0;
      inline-size: 40px;
      block-size: 40px;
      gap: 0;
    }
    .bulk .btn .i,
    .bulk .ib .i {
      margin: 0;
      inline-size: 18px;
      block-size: 18px;
      stroke-width: 1.4;
    }
    .bulk .ib {
      inline-size: 40px;
      block-size: 40px;
    }
    .bulk .sep {
      display: none;
    }
  }
  @container wid (max-width: 400px) {
    .day .cnt > :nth-child(n + 3) {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .call[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .bulk,
    .drop {
      outline: 1px solid CanvasText;
      outline-offset: -1px;
    }
    .bulk .btn,
    .bulk .ib {
      outline: 0;
    }
  }
`;
