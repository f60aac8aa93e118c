import { css } from 'lit';

/** The speech strip: us above the line, them below. Keeps its direction in right-to-left text. */
export const strip = css`
  .strip {
    display: block;
    direction: ltr;
    fill: none;
    stroke-width: 2;
    stroke-linecap: round;
  }
  .strip .u {
    stroke: var(--cv-text-2);
  }
  .strip .t {
    stroke: var(--cv-lane-them);
    opacity: 0.8;
  }
  .strip .r {
    opacity: 0.38;
  }
  .strip .tick {
    stroke: var(--cv-accent-text);
    stroke-width: 1.5;
  }
`;
