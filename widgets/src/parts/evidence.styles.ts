import { css } from 'lit';

/** Evidence: `mark`, `.quote`, `.src`, time codes `.tc`, citations `.cite`, letters `.ltr`, strength `.bars`, the engine line. */
export const evidence = css`
  mark,
  .mark {
    background: var(--cv-mark);
    color: inherit;
    border-radius: 2px;
    padding: 1px 1px;
    margin: 0 -1px;
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
  }
  mark.on {
    background: var(--cv-mark-strong);
  }
  mark.hit {
    font-weight: 500;
  }
  .quote {
    position: relative;
    padding-inline-start: 14px;
    font-size: var(--cv-t-14);
    line-height: 22px;
    color: var(--cv-text);
  }
  .quote::before {
    content: '';
    position: absolute;
    inset-block: 3px;
    inset-inline-start: 0;
    inline-size: 3px;
    border-radius: 2px;
    background: var(--cv-mark-line);
  }
  .quote.sm {
    font-size: var(--cv-t-13);
    line-height: 20px;
    padding-inline-start: 12px;
  }
  .src {
    display: flex;
    align-items: center;
    gap: 6px;
    font-size: var(--cv-t-12);
    line-height: 16px;
    color: var(--cv-text-3);
    min-inline-size: 0;
  }
  .src b {
    font-weight: 500;
    color: var(--cv-text-2);
    white-space: nowrap;
  }
  .src .trunc {
    flex: 0 1 auto;
  }
  .tc {
    display: inline-flex;
    align-items: center;
    gap: 3px;
    font-size: var(--cv-t-12);
    line-height: 16px;
    font-weight: 500;
    color: var(--cv-accent-text);
    white-space: nowrap;
    flex: none;
  }
  .tc .i {
    inline-size: 10px;
    block-size: 10px;
  }
  .tc:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .cite {
    display: inline-grid;
    place-items: center;
    min-inline-size: 16px;
    block-size: 16px;
    padding-inline: 4px;
    margin-inline: 2px 1px;
    border-radius: var(--cv-r-xs);
    font-size: 10.5px;
    line-height: 1;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0;
    color: var(--cv-text-2);
    background: var(--cv-press);
    vertical-align: 1.5px;
  }
  .cite:hover,
  .cite.on {
    background: var(--cv-accent);
    color: var(--cv-on-accent);
  }
  .ltr {
    display: inline-grid;
    place-items: center;
    inline-size: 20px;
    block-size: 20px;
    border-radius: var(--cv-r-xs);
    font-size: 11px;
    line-height: 1;
    font-weight: 600;
    letter-spacing: 0;
    color: var(--cv-text-2);
    background: var(--cv-surface);
    box-shadow: inset 0 0 0 1px var(--cv-line-2);
    flex: none;
  }
  .ltr.on {
    background: var(--cv-text);
    color: var(--cv-surface);
    box-shadow: none;
  }
  .ltr.mk {
    background: var(--cv-mark);
    box-shadow: none;
    color: var(--cv-text);
  }
  .bars {
    display: inline-flex;
    align-items: flex-end;
    gap: 2px;
    block-size: 10px;
  }
  .bars i {
    inline-size: 3px;
    border-radius: 1px;
    background: var(--cv-line-2);
  }
  .bars i:nth-child(1) {
    block-size: 4px;
  }
  .bars i:nth-child(2) {
    block-size: 7px;
  }
  .bars i:nth-child(3) {
    block-size: 10px;
  }
  .bars.n1 i:nth-child(-n + 1),
  .bars.n2 i:nth-child(-n + 2),
  .bars.n3 i {
    background: var(--cv-text-2);
  }

  .engine {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    font-size: var(--cv-t-12);
    line-height: 16px;
    color: var(--cv-text-3);
  }
  .engine .i {
    inline-size: 12px;
    block-size: 12px;
  }
  .bars {
    direction: ltr;
  }
  @media (forced-colors: active) {
    mark,
    .mark,
    .ltr.mk {
      forced-color-adjust: none;
      background: Mark;
      color: MarkText;
    }
    mark.on {
      text-decoration: underline 2px;
      text-underline-offset: 3px;
    }
    .cite,
    .ltr {
      outline: 1px solid CanvasText;
      outline-offset: -1px;
    }
    .cite.on,
    .ltr.on {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .bars i {
      forced-color-adjust: none;
      background: GrayText;
    }
  }
`;
