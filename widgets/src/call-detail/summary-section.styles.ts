import { css } from 'lit';

export const summarySection = css`
  .sum {
    font-size: var(--cv-t-14);
    line-height: 22px;
    color: var(--cv-text);
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  .sum .tc {
    padding-inline: 4px;
    margin-inline: 1px 2px;
    border-radius: var(--cv-r-xs);
    background: var(--cv-accent-soft);
    vertical-align: 0.5px;
  }
  .ta {
    block-size: auto;
    padding-block: 8px;
    font-size: var(--cv-t-14);
    line-height: 22px;
  }
  .acts {
    display: flex;
    justify-content: flex-end;
    gap: 6px;
    margin-block-start: 8px;
  }
`;
