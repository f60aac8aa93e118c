import { css } from 'lit';

/** Filter and scope chips `.chip` (`add`, `on`, `pick`). */
export const chips = css`
  .chip {
    display: inline-flex;
    align-items: center;
    block-size: var(--cv-h-sm);
    border-radius: var(--cv-r-sm);
    font-size: var(--cv-t-12);
    line-height: 16px;
    box-shadow: inset 0 0 0 1px var(--cv-line-2);
    background: var(--cv-surface);
    color: var(--cv-text-2);
    white-space: nowrap;
    flex: none;
  }
  .chip > span:not(.av) {
    padding-inline: 8px;
  }
  .chip b {
    font-weight: 500;
    color: var(--cv-text);
    margin-inline-start: 4px;
  }
  .chip i {
    font-style: normal;
    color: var(--cv-text-3);
    margin-inline-start: 4px;
  }
  .chip .rm {
    inline-size: 24px;
    block-size: 100%;
    display: grid;
    place-items: center;
    border-inline-start: 1px solid var(--cv-line);
    color: var(--cv-text-3);
    border-start-end-radius: var(--cv-r-sm);
    border-end-end-radius: var(--cv-r-sm);
  }
  .chip .rm .i {
    inline-size: 12px;
    block-size: 12px;
  }
  .chip .rm:hover {
    background: var(--cv-hover);
    color: var(--cv-text);
  }
  .chip.add {
    box-shadow: none;
    background: none;
    color: var(--cv-text-2);
    padding-inline: 8px;
    gap: 4px;
    font-weight: 500;
  }
  .chip.add:hover {
    background: var(--cv-hover);
  }
  .chip.add .i {
    inline-size: 14px;
    block-size: 14px;
  }
  .chip.on {
    background: var(--cv-accent-soft);
    box-shadow: inset 0 0 0 1px var(--cv-accent-line);
    color: var(--cv-accent-text);
    font-weight: 500;
  }
  .chip.pick {
    padding-inline: 10px;
    gap: 6px;
  }
  .chip.pick em {
    font-style: normal;
    color: var(--cv-text-3);
    font-variant-numeric: tabular-nums;
  }
  .chip.pick.on em {
    color: inherit;
  }
  .chip button {
    cursor: pointer;
  }
  @media (forced-colors: active) {
    .chip:not(.add) {
      outline: 1px solid CanvasText;
      outline-offset: -1px;
    }
    .chip[aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
