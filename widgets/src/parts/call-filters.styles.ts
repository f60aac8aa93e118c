import { css } from 'lit';

export const callFilters = css`
  :host {
    display: flex;
    align-items: center;
    gap: 8px;
    min-inline-size: 0;
  }
  .f-open {
    block-size: 100%;
    padding-inline: 8px;
    border-start-start-radius: var(--cv-r-sm);
    border-end-start-radius: var(--cv-r-sm);
  }
  .f-open:hover {
    background: var(--cv-hover);
  }
  @container (max-width: 719px) {
    .chip:not(.add) {
      display: none;
    }
  }
`;
