import { css } from 'lit';

export const findBar = css`
  .find {
    display: flex;
    align-items: center;
    gap: 4px;
  }
  .field {
    block-size: 28px;
    inline-size: 190px;
  }
  .count {
    margin-inline: 6px 2px;
  }
  .ib:disabled {
    color: var(--cv-text-3);
  }
  @container (max-width: 719px) {
    .find {
      flex: 1;
    }
    .field {
      flex: 1;
      inline-size: auto;
    }
  }
`;
