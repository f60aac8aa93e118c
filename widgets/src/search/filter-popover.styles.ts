import { css } from 'lit';

export const filterPopover = css`
  :host {
    display: contents;
  }
  .pop {
    inline-size: 272px;
  }
`;
