import { css } from 'lit';

/** What the panels beside the transcript share: sections `.ps`, items `.pi`. */
export const panel = css`
  .ps {
    padding: 16px 20px 18px;
  }
  .ps + .ps {
    border-block-start: 1px solid var(--cv-line);
  }
  /* Between sections that stand in shadow roots of their own. */
  .mid {
    border-block: 1px solid var(--cv-line);
  }
  .ps-h {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 24px;
    margin-block-end: 6px;
  }
  .ps-h h2 {
    font-size: var(--cv-t-13);
    font-weight: 600;
    letter-spacing: -0.01em;
  }
  .ps-h .ib {
    margin-inline-end: -4px;
  }
  .none {
    font-size: var(--cv-t-13);
    color: var(--cv-text-3);
  }
  .pis {
    display: grid;
    margin-inline: -12px;
  }
  .pi {
    display: grid;
    grid-template-columns: 20px minmax(0, 1fr);
    gap: 10px;
    padding: 10px 12px;
    border-radius: var(--cv-r-md);
  }
  .pi h3 {
    font-size: var(--cv-t-14);
    line-height: 20px;
    font-weight: 500;
    letter-spacing: -0.009em;
  }
  .pi-t {
    font-weight: inherit;
    border-radius: var(--cv-r-xs);
    min-block-size: 24px;
    margin-block: -2px;
  }
  .pi-t:hover {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
  }
  .pi .quote {
    margin-block: 4px 6px;
    color: var(--cv-text-2);
    overflow-wrap: anywhere;
  }
  .pi.on {
    background: var(--cv-sunken);
    box-shadow: inset 0 0 0 1px var(--cv-line);
  }
  .pi .src {
    gap: 8px;
  }
  .pi .good {
    display: grid;
  }
  .src .tc {
    min-block-size: 24px;
    margin-block: -4px;
  }
  .more {
    block-size: 28px;
    font-size: var(--cv-t-12);
    font-weight: 500;
    color: var(--cv-text-2);
    padding-inline-start: 30px;
    margin-block-start: 2px;
  }
  .more:hover {
    color: var(--cv-text);
  }
  @container (max-width: 719px) {
    .ps {
      padding-inline: 16px;
    }
  }
  @media (forced-colors: active) {
    .pi.on {
      outline: 1px solid CanvasText;
      outline-offset: -1px;
    }
  }
`;
