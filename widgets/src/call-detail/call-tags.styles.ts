import { css } from 'lit';

export const callTags = css`
  :host {
    display: inline-flex;
  }
  .tags {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .pop {
    inline-size: 320px;
  }
  @container (max-width: 719px) {
    .tags {
      flex-wrap: wrap;
    }
  }
`;
