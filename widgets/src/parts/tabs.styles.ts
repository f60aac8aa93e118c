import { css } from 'lit';

/** Tabs `.tabs` of `a` or `button` with `aria-selected`, for different things. */
export const tabs = css`
  .tabs {
    display: flex;
    gap: 20px;
    box-shadow: inset 0 -1px 0 var(--cv-line);
  }
  .tabs :is(a, button) {
    block-size: 40px;
    display: inline-flex;
    align-items: center;
    gap: 6px;
    font-size: var(--cv-t-13);
    font-weight: 500;
    color: var(--cv-text-2);
    white-space: nowrap;
    position: relative;
  }
  .tabs :is(a, button):hover {
    color: var(--cv-text);
  }
  .tabs :is(a, button)[aria-selected='true'] {
    color: var(--cv-text);
  }
  .tabs :is(a, button)[aria-selected='true']::after {
    content: '';
    position: absolute;
    inset-inline: 0;
    inset-block-end: 0;
    block-size: 2px;
    background: var(--cv-accent-text);
    border-radius: 2px 2px 0 0;
  }
  .tabs em {
    font-style: normal;
    font-size: var(--cv-t-12);
    font-weight: 400;
    color: var(--cv-text-3);
    font-variant-numeric: tabular-nums;
  }
  @media (forced-colors: active) {
    .tabs [aria-selected='true']::after {
      background: Highlight;
    }
  }
`;
