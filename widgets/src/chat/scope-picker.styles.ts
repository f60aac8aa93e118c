import { css } from 'lit';

export const scopePicker = css`
  :host {
    display: contents;
  }
  .pop {
    inline-size: 280px;
  }
  h3 {
    font-size: var(--cv-t-12);
    line-height: 16px;
    font-weight: 500;
    color: var(--cv-text-3);
    padding: 8px 8px 4px;
  }
`;
