import { css } from 'lit';

/** Sections of a side pane `.ps` with heads `.ps-h`, people `.who`, outcome glyphs `.o-won`, `.o-lost`, `.o-open`, `.o-none`. */
export const sections = css`
  .ps {
    padding: 16px 20px 18px;
  }
  .ps + .ps {
    border-block-start: 1px solid var(--cv-line);
  }
  .ps-h {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 24px;
    margin-block-end: 6px;
  }
  .ps-h h3 {
    font-size: var(--cv-t-13);
    font-weight: 600;
    letter-spacing: -0.01em;
  }
  .who {
    display: flex;
    align-items: baseline;
    gap: 8px;
    font-size: var(--cv-t-13);
    line-height: 20px;
    min-inline-size: 0;
  }
  .who b {
    font-weight: 600;
    letter-spacing: -0.01em;
    white-space: nowrap;
  }
  .who span {
    font-size: var(--cv-t-12);
    color: var(--cv-text-3);
  }
  .o-won {
    color: var(--cv-good-fill);
  }
  .o-lost {
    color: var(--cv-bad-fill);
  }
  .o-open {
    color: var(--cv-text-2);
  }
  .o-none {
    color: var(--cv-control);
  }
`;
