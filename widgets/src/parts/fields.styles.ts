import { css } from 'lit';

/** Text fields `.field` (`req`, `lg`), checkbox `.cb`, switch `.sw`, select button `.sel`. */
export const fields = css`
  .field {
    display: flex;
    align-items: center;
    gap: 8px;
    block-size: var(--cv-h-md);
    padding-inline: 10px;
    border-radius: var(--cv-r-sm);
    background: var(--cv-surface);
    box-shadow: inset 0 0 0 1px var(--cv-line-2);
    font-size: var(--cv-t-13);
    color: var(--cv-text-3);
    min-inline-size: 0;
  }
  .field.req {
    box-shadow: inset 0 0 0 1px var(--cv-control);
  }
  .field input {
    all: unset;
    flex: 1;
    min-inline-size: 0;
    color: var(--cv-text);
    cursor: text;
  }
  .field input::placeholder {
    color: var(--cv-text-3);
    opacity: 1;
  }
  .field .i {
    color: var(--cv-text-3);
  }
  .field b {
    font-weight: 400;
    color: var(--cv-text);
  }
  .field.lg {
    block-size: 48px;
    padding-inline: 14px;
    font-size: var(--cv-t-15);
    border-radius: var(--cv-r-md);
    gap: 10px;
  }
  .cb {
    inline-size: 16px;
    block-size: 16px;
    border-radius: var(--cv-r-xs);
    box-shadow: inset 0 0 0 1.5px var(--cv-control);
    background: var(--cv-surface);
    display: grid;
    place-items: center;
    flex: none;
  }
  .cb .i {
    inline-size: 12px;
    block-size: 12px;
    stroke-width: 2.25;
    opacity: 0;
  }
  .cb.on {
    background: var(--cv-accent);
    box-shadow: inset 0 0 0 1px var(--cv-accent-text);
    color: var(--cv-on-accent);
  }
  .cb.on .i {
    opacity: 1;
  }
  .cb.mix {
    background: var(--cv-accent);
    box-shadow: inset 0 0 0 1px var(--cv-accent-text);
  }
  .cb.mix::after {
    content: '';
    inline-size: 8px;
    block-size: 2px;
    border-radius: 1px;
    background: var(--cv-on-accent);
    grid-area: 1/1;
  }
  .sw {
    inline-size: 28px;
    block-size: 16px;
    border-radius: 99px;
    background: var(--cv-control);
    position: relative;
    flex: none;
  }
  .sw::after {
    content: '';
    position: absolute;
    inset-block: 2px;
    inset-inline-start: 2px;
    inline-size: 12px;
    border-radius: 50%;
    background: #fff;
  }
  .sw.on {
    background: var(--cv-accent);
    box-shadow: inset 0 0 0 1px var(--cv-accent-text);
  }
  .sw.on::after {
    inset-inline-start: 14px;
    background: var(--cv-on-accent);
  }
  .field:focus-within {
    outline: 2px solid var(--cv-focus);
    outline-offset: 0;
  }
  .field input:focus-visible {
    outline: none;
  }
  .field textarea {
    all: unset;
    flex: 1;
    min-inline-size: 0;
    color: var(--cv-text);
    cursor: text;
    white-space: pre-wrap;
  }
  .sel {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    block-size: 32px;
    padding-inline: 10px 8px;
    border-radius: var(--cv-r-sm);
    font-size: var(--cv-t-13);
    background: var(--cv-surface);
    box-shadow: inset 0 0 0 1px var(--cv-line-2);
    white-space: nowrap;
    min-inline-size: 0;
  }
  .sel .i {
    color: var(--cv-text-3);
  }
  .sel span {
    flex: 1;
  }
  .sel.op {
    color: var(--cv-text-2);
  }
  .sel.wide {
    inline-size: 100%;
  }
  .cb[tabindex],
  .sw[tabindex] {
    cursor: pointer;
  }
  @media (forced-colors: active) {
    .field,
    .cb,
    .sw,
    .sel {
      outline: 1px solid CanvasText;
      outline-offset: -1px;
    }
    .cb.on,
    .cb.mix {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .cb:focus-visible,
    .sw:focus-visible {
      outline: 3px solid Highlight;
    }
  }
`;
