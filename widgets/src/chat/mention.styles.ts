import { css } from 'lit';

/** A mentioned call `.men`. */
export const mention = css`
  .men {
    display: inline-flex;
    align-items: center;
    gap: 3px;
    padding-inline: 5px 6px;
    block-size: 20px;
    max-inline-size: 100%;
    border-radius: var(--cv-r-xs);
    background: var(--cv-accent-soft-2);
    color: var(--cv-accent-text);
    font-size: var(--cv-t-13);
    font-weight: 500;
    white-space: nowrap;
    line-height: 20px;
    vertical-align: bottom;
  }
  .men .i {
    inline-size: 12px;
    block-size: 12px;
  }
  @media (forced-colors: active) {
    .men {
      outline: 1px solid CanvasText;
      outline-offset: -1px;
    }
  }
`;
