import { css } from 'lit';

/** Segmented control `.seg` of `button[aria-pressed]`, two to four views of the same thing. */
export const segmented = css`
  .seg {
    display: inline-flex;
    padding: 2px;
    border-radius: var(--cv-r-sm);
    background: var(--cv-press);
    gap: 2px;
  }
  .seg button {
    block-size: 28px;
    padding-inline: 10px;
    border-radius: calc(var(--cv-r-sm) - 1px);
    font-size: var(--cv-t-12);
    font-weight: 500;
    color: var(--cv-text-2);
    display: inline-flex;
    align-items: center;
    gap: 6px;
    white-space: nowrap;
  }
  .seg.sm button {
    block-size: 24px;
    padding-inline: 8px;
  }
  .seg button[aria-pressed='true'] {
    background: var(--cv-raised);
    color: var(--cv-text);
    box-shadow:
      0 0 0 1px var(--cv-line),
      var(--cv-e1);
  }
  .seg .i {
    inline-size: 14px;
    block-size: 14px;
  }
  .seg.media {
    direction: ltr;
  }
  @media (forced-colors: active) {
    .seg {
      outline: 1px solid CanvasText;
      outline-offset: -1px;
    }
    .seg button[aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
