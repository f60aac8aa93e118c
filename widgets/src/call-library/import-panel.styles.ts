import { css } from 'lit';

export const importPanel = css`
  .job {
    margin: 12px 20px 0;
  }
  .job .rowx {
    min-block-size: 24px;
  }
  ul {
    display: grid;
    gap: 2px;
    max-block-size: 168px;
    overflow: auto;
    scrollbar-width: thin;
    border-block-start: 1px solid var(--cv-line);
    padding-block-start: 8px;
  }
  li {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr);
    gap: 2px 8px;
    padding-block: 4px;
    font-size: var(--cv-t-12);
  }
  li b {
    color: var(--cv-text);
    overflow-wrap: anywhere;
  }
  li p {
    grid-column: 2;
    color: var(--cv-text-2);
  }
`;
