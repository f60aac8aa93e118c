import { css } from 'lit';

export const app = css`
  :host {
    display: contents;
  }
  :host([hidden]) {
    display: none;
  }
  /* The brand is there before the first text is painted. */
  .waiting {
    visibility: hidden;
  }
`;
