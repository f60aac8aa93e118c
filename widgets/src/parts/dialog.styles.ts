import { css } from 'lit';

export const dialog = css`
  :host {
    display: contents;
  }
  dialog {
    border: 0;
    padding: 0;
    margin: auto;
    color: var(--cv-text);
    background: var(--cv-raised);
    border-radius: calc(var(--cv-r-lg) + 2px);
    box-shadow: var(--cv-e3);
    inline-size: min(var(--cv-dialog-size, 400px), 100vw - 32px);
    max-inline-size: none;
    max-block-size: calc(100dvh - 32px);
    overflow: auto;
  }
  dialog::backdrop {
    background: var(--cv-scrim, oklch(0.2 0.01 260 / 0.32));
  }
  dialog[open] {
    animation: cv-dialog-in var(--cv-d2, 140ms) var(--cv-ease, ease);
  }
  @keyframes cv-dialog-in {
    from {
      opacity: 0;
      translate: 0 4px;
    }
  }
  .dg {
    padding: 20px;
    display: grid;
    gap: 8px;
  }
  h2 {
    font-size: var(--cv-t-15);
    line-height: 20px;
    font-weight: 600;
    letter-spacing: -0.014em;
  }
  .text {
    font-size: var(--cv-t-13);
    color: var(--cv-text-2);
  }
  .acts {
    display: flex;
    align-items: center;
    justify-content: flex-end;
    gap: 8px;
    margin-block-start: 8px;
  }
  @media (forced-colors: active) {
    dialog {
      outline: 1px solid CanvasText;
      outline-offset: -1px;
    }
  }
`;
