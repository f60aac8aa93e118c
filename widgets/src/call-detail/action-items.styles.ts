import { css } from 'lit';

export const actionItems = css`
  .ais {
    display: grid;
    gap: 12px;
    margin-block-start: 10px;
  }
  .ai {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr);
    gap: 12px;
  }
  .ai .cb {
    margin-block-start: 2px;
    position: relative;
  }
  .ai .cb::before {
    content: '';
    position: absolute;
    inset: -4px;
  }
  .ai .src {
    margin-block-start: 4px;
    min-block-size: 20px;
  }
  .ai p:first-child {
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  .ai.done p:first-child {
    color: var(--cv-text-3);
    text-decoration: line-through;
    text-decoration-color: var(--cv-line-2);
  }
  form {
    display: grid;
    gap: 6px;
    margin-block: 4px 14px;
  }
  .more-fields {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 6px;
  }
  .acts {
    display: flex;
    justify-content: flex-end;
    gap: 6px;
    margin-block-start: 2px;
  }
`;
