import { css } from 'lit';

export const objectionsPanel = css`
  .beats {
    display: grid;
    gap: 10px;
    margin-block-start: 6px;
  }
  .beats dt {
    font-size: var(--cv-t-12);
    line-height: 16px;
    font-weight: 500;
    color: var(--cv-text-3);
  }
  .verdict {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    margin-block: 4px;
  }
  .else {
    font-size: var(--cv-t-13);
    color: var(--cv-text-2);
    margin-block-start: 4px;
  }
`;
