import { css } from 'lit';

export const tagPicker = css`
  :host {
    display: contents;
  }
  .tp {
    inline-size: 320px;
  }
  .found {
    max-block-size: 240px;
    overflow: auto;
    scrollbar-width: thin;
  }
`;
