import { css } from 'lit';

export const toast = css`
  :host {
    display: contents;
  }
  .toast {
    position: fixed;
    inset: auto;
    margin: 0;
    border: 0;
    color: var(--cv-text);
    align-items: center;
    gap: 10px;
    min-block-size: 44px;
    max-inline-size: min(480px, 100vw - 32px);
    padding: 8px 8px 8px 14px;
    border-radius: var(--cv-r-lg);
    background: var(--cv-raised);
    box-shadow: var(--cv-e3);
    font-size: var(--cv-t-13);
  }
  .toast:popover-open {
    display: flex;
    animation: cv-toast-in var(--cv-d3, 220ms) var(--cv-ease, ease);
  }
  @keyframes cv-toast-in {
    from {
      opacity: 0;
      translate: 0 8px;
    }
  }
  .toast > .i {
    color: var(--cv-good);
  }
  .toast > .i.bad {
    color: var(--cv-bad);
  }
  .toast .ib .i {
    color: var(--cv-text-3);
  }
  @media (forced-colors: active) {
    .toast {
      outline: 1px solid CanvasText;
      outline-offset: -1px;
    }
  }
`;
