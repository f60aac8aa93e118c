import { css } from 'lit';

export const sessionRail = css`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    background: var(--cv-sunken);
  }
  .ses-h {
    display: flex;
    align-items: center;
    gap: 4px;
    padding-inline: 20px 12px;
    min-block-size: 56px;
    flex: none;
  }
  .ses-h h2 {
    font-family: var(--cv-family-heading);
    font-size: var(--cv-t-15);
    font-weight: 600;
    letter-spacing: -0.012em;
  }
  .field {
    margin: 0 12px 12px;
    flex: none;
  }
  .tree2 {
    padding: 0 8px 12px;
    overflow: auto;
    scrollbar-width: thin;
    scrollbar-color: var(--cv-line-2) transparent;
  }
  .tree2 h3 {
    font-size: var(--cv-t-12);
    line-height: 16px;
    font-weight: 500;
    color: var(--cv-text-3);
    padding: 12px 12px 4px;
  }
  .tree2 h3:first-child {
    padding-block-start: 0;
  }
  .se {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    inline-size: 100%;
    padding: 7px 12px;
    border-radius: var(--cv-r-sm);
    font-size: var(--cv-t-13);
    line-height: 18px;
  }
  .se:hover {
    background: var(--cv-hover);
  }
  .se:focus-visible {
    outline-offset: -2px;
  }
  .se[aria-current] {
    background: var(--cv-press);
    font-weight: 500;
  }
  .se small {
    font-size: var(--cv-t-12);
    line-height: 16px;
    color: var(--cv-text-3);
    font-weight: 400;
  }
  .none {
    padding: 4px 12px;
    font-size: var(--cv-t-13);
    color: var(--cv-text-3);
  }
  .btn {
    margin: 8px 4px;
  }
  cv-skeleton {
    --cv-skeleton-inset: 12px;
    --cv-skeleton-row: 48px;
  }
  @media (forced-colors: active) {
    .se[aria-current] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
