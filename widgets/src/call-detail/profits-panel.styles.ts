import { css } from 'lit';

export const profitsPanel = css`
  .src .ib {
    margin-block: -4px;
    margin-inline: -4px;
  }
  .acts {
    display: flex;
    align-items: center;
    gap: 4px;
    margin-block-start: 6px;
  }
`;
