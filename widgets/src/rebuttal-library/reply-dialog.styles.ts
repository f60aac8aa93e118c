import { css } from 'lit';

export const replyDialog = css`
  :host {
    display: contents;
  }
  cv-dialog {
    --cv-dialog-size: 456px;
  }
  form {
    display: grid;
    gap: 14px;
  }
  .fld {
    display: grid;
    gap: 6px;
    font-size: var(--cv-t-12);
  }
  .fld > span:first-child {
    font-weight: 500;
    color: var(--cv-text-2);
  }
  .field.area {
    block-size: auto;
    padding-block: 8px;
  }
  .field select {
    appearance: none;
    border: 0;
    background: none;
    color: var(--cv-text);
    flex: 1;
    min-inline-size: 0;
  }
  .field select option {
    background: var(--cv-raised);
  }
  .field :is(select, textarea):focus-visible {
    outline: none;
  }
  .bad:empty {
    display: none;
  }
  .acts {
    display: flex;
    justify-content: flex-end;
    gap: 8px;
    margin-block-start: 4px;
  }
`;
