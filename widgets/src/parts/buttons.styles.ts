import { css } from 'lit';

/** Buttons `.btn` (`pri`, `gho`, `dan`, `dsol`, `on`, `sm`, `lg`), icon buttons `.ib` (`sm`, `xs`, `out`, `on`) and keys. */
export const buttons = css`
  .btn {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    block-size: var(--cv-h-md);
    padding-inline: 12px;
    border-radius: var(--cv-r-sm);
    font-size: var(--cv-t-13);
    font-weight: 500;
    line-height: 16px;
    white-space: nowrap;
    color: var(--cv-text);
    background: var(--cv-surface);
    box-shadow:
      inset 0 0 0 1px var(--cv-line-2),
      var(--cv-e1);
    transition:
      background-color var(--cv-d1),
      box-shadow var(--cv-d1);
  }
  .btn:hover {
    background: linear-gradient(var(--cv-hover), var(--cv-hover)) var(--cv-surface);
  }
  .btn .i {
    color: var(--cv-text-2);
    margin-inline-start: -2px;
  }
  .btn .i.aft {
    margin-inline: 0 -4px;
    color: var(--cv-text-3);
    inline-size: 14px;
    block-size: 14px;
  }
  .btn.pri {
    background: var(--cv-accent);
    color: var(--cv-on-accent);
    box-shadow:
      inset 0 0 0 1px color-mix(in oklab, var(--cv-on-accent) 10%, transparent),
      var(--cv-e1);
  }
  .btn.pri .i {
    color: inherit;
  }
  .btn.pri:hover {
    background: color-mix(in oklab, var(--cv-accent) 90%, var(--cv-text));
  }
  .btn.gho {
    background: none;
    box-shadow: none;
    color: var(--cv-text-2);
  }
  .btn.gho:hover {
    background: var(--cv-hover);
    color: var(--cv-text);
  }
  .btn.dan {
    color: var(--cv-bad);
  }
  .btn.dan .i {
    color: inherit;
  }
  .btn.sm {
    block-size: var(--cv-h-sm);
    padding-inline: 10px;
    font-size: var(--cv-t-12);
  }
  .btn.lg {
    block-size: var(--cv-h-lg);
    padding-inline: 16px;
    font-size: var(--cv-t-14);
  }
  .btn.on {
    background: var(--cv-accent-soft);
    color: var(--cv-accent-text);
    box-shadow: inset 0 0 0 1px var(--cv-accent-line);
  }
  .btn.on .i {
    color: inherit;
  }
  .btn[disabled] {
    color: var(--cv-text-3);
    background: var(--cv-sunken);
    box-shadow: inset 0 0 0 1px var(--cv-line);
    cursor: default;
  }
  .btn kbd {
    margin-inline: 2px -4px;
  }
  .ib {
    display: inline-grid;
    place-items: center;
    inline-size: var(--cv-h-md);
    block-size: var(--cv-h-md);
    border-radius: var(--cv-r-sm);
    color: var(--cv-text-2);
    flex: none;
    transition: background-color var(--cv-d1);
  }
  .ib:hover {
    background: var(--cv-hover);
    color: var(--cv-text);
  }
  .ib.sm {
    inline-size: 28px;
    block-size: 28px;
  }
  .ib.xs {
    inline-size: 24px;
    block-size: 24px;
  }
  .ib.on {
    color: var(--cv-accent-text);
    background: var(--cv-accent-soft);
  }
  .ib.out {
    box-shadow:
      inset 0 0 0 1px var(--cv-line-2),
      var(--cv-e1);
    background: var(--cv-surface);
  }
  kbd {
    display: inline-grid;
    place-items: center;
    min-inline-size: 18px;
    block-size: 18px;
    padding-inline: 4px;
    border-radius: var(--cv-r-xs);
    font-family: inherit;
    font-size: 11px;
    line-height: 1;
    font-weight: 500;
    color: var(--cv-text-3);
    background: var(--cv-surface);
    box-shadow: inset 0 0 0 1px var(--cv-line);
  }
  kbd + kbd {
    margin-inline-start: 2px;
  }
  .btn.dsol {
    background: var(--cv-bad-solid);
    color: var(--cv-on-bad);
    box-shadow: var(--cv-e1);
  }
  .btn.dsol:hover {
    background: color-mix(in oklab, var(--cv-bad-solid) 88%, black);
  }
  .btn .spin {
    inline-size: 14px;
    block-size: 14px;
    border-radius: 50%;
    border: 1.5px solid currentColor;
    border-inline-end-color: transparent;
    animation: cv-turn 0.8s linear infinite;
  }
  @keyframes cv-turn {
    to {
      rotate: 1turn;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .btn .spin {
      animation-duration: 4s;
    }
  }
  @media (forced-colors: active) {
    .btn:not(.gho),
    .ib.out,
    kbd {
      outline: 1px solid CanvasText;
      outline-offset: -1px;
    }
    .btn.pri {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .btn.pri .i {
      color: HighlightText;
    }
    .btn:focus-visible,
    .ib:focus-visible {
      outline: 3px solid Highlight;
      outline-offset: 2px;
    }
  }
`;
