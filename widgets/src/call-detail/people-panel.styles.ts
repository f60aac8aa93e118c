import { css } from 'lit';

export const peoplePanel = css`
  .people {
    display: grid;
    gap: 16px;
    margin-block-start: 10px;
  }
  .people li {
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr) auto;
    gap: 6px 12px;
    align-items: center;
  }
  .name {
    display: grid;
    font-size: var(--cv-t-13);
    line-height: 18px;
    overflow-wrap: anywhere;
  }
  .name small {
    font-size: var(--cv-t-12);
    line-height: 16px;
    color: var(--cv-text-3);
  }
  .people .num {
    font-size: var(--cv-t-13);
    color: var(--cv-text-2);
  }
  svg {
    grid-column: 2 / -1;
    inline-size: 100%;
    block-size: 4px;
    border-radius: 2px;
  }
  svg:dir(rtl) {
    scale: -1 1;
  }
  .bg {
    fill: var(--cv-press);
  }
  .u {
    fill: var(--cv-lane-us);
  }
  .t {
    fill: var(--cv-lane-them);
  }
`;
