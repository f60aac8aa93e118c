import { css } from 'lit';

/** Popovers `.pop[popover]` with items `.it`. Placed by `place()`, drawn in the top layer. */
export const popovers = css`
  .pop {
    border: 0;
    color: var(--cv-text);
    background: var(--cv-raised);
    border-radius: var(--cv-r-lg);
    box-shadow: var(--cv-e2);
    padding: 4px;
    font-size: var(--cv-t-13);
  }
  .pop[popover] {
    position: fixed;
    inset: auto;
    margin: 0;
    max-block-size: min(var(--cv-pop-room, 100vh), 100vh - 16px);
    max-inline-size: calc(100vw - 16px);
    overflow: auto;
    scrollbar-width: thin;
    scrollbar-color: var(--cv-line-2) transparent;
  }
  .pop[popover]:popover-open {
    animation: cv-pop-in var(--cv-d2, 140ms) var(--cv-ease, ease);
  }
  @keyframes cv-pop-in {
    from {
      opacity: 0;
      translate: 0 4px;
    }
  }
  .pop .it {
    display: flex;
    inline-size: 100%;
    align-items: center;
    gap: 8px;
    min-block-size: 32px;
    padding-inline: 8px;
    border-radius: var(--cv-r-sm);
    color: var(--cv-text);
    text-align: start;
    cursor: default;
  }
  .pop .it > .i {
    color: var(--cv-text-3);
  }
  .pop .it kbd {
    margin-inline-start: auto;
  }
  .pop .it:is(:hover, :focus, .on) {
    background: var(--cv-hover);
  }
  .pop .it:focus-visible {
    outline-offset: -2px;
  }
  .pop .it[aria-disabled='true'] {
    color: var(--cv-text-3);
  }
  .pop hr {
    border: 0;
    block-size: 1px;
    background: var(--cv-line);
    margin: 4px;
  }
  .pop .it em {
    margin-inline-start: auto;
    font-style: normal;
    font-size: var(--cv-t-12);
    color: var(--cv-text-3);
  }
  .pop .it .end {
    margin-inline-start: auto;
  }
  .pop .it em + .end {
    margin-inline-start: 0;
  }
  .pop .it .cb .i {
    color: inherit;
  }
  .pop .it.bad,
  .pop .it.bad > .i {
    color: var(--cv-bad);
  }
  .pop .it b {
    font-weight: 600;
  }
  .pop .fpi {
    block-size: 34px;
    box-shadow: none;
    background: none;
    border-block-end: 1px solid var(--cv-line);
    border-radius: 0;
    margin: 0 0 4px;
  }
  .pop .fpi:focus-within {
    outline: 0;
  }
  .pop-h {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 4px 4px 4px 8px;
    font-weight: 500;
  }
  .pop-f {
    display: flex;
    justify-content: space-between;
    align-items: center;
    padding: 6px 4px 2px 8px;
    margin-block-start: 4px;
    border-block-start: 1px solid var(--cv-line);
    font-size: var(--cv-t-12);
    color: var(--cv-text-3);
  }
  .pop-n {
    font-size: var(--cv-t-12);
    line-height: 16px;
    color: var(--cv-text-3);
    padding: 8px 8px 6px;
    border-block-start: 1px solid var(--cv-line);
    margin-block-start: 4px;
  }
  @media (forced-colors: active) {
    .pop {
      outline: 1px solid CanvasText;
      outline-offset: -1px;
    }
    .pop .it:is(:focus, .on) {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
