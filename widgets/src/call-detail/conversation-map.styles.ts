import { css } from 'lit';

export const conversationMap = css`
  .player {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 10px 20px;
    background: var(--cv-sunken);
    border-block: 1px solid var(--cv-line);
    direction: ltr;
  }
  .p-time {
    display: grid;
    font-size: var(--cv-t-12);
    line-height: 16px;
    color: var(--cv-text-3);
    flex: none;
    text-align: end;
  }
  .p-time b {
    font-size: var(--cv-t-14);
    line-height: 18px;
    font-weight: 600;
    color: var(--cv-text);
    letter-spacing: -0.01em;
  }
  .p-lanes {
    display: grid;
    gap: 8px;
    padding-block-start: 22px;
    font-size: var(--cv-t-11);
    line-height: 18px;
    flex: none;
    padding-inline-start: 8px;
  }
  .p-lanes span {
    display: flex;
    gap: 6px;
    justify-content: space-between;
    color: var(--cv-text-3);
  }
  .p-lanes b {
    font-weight: 500;
    color: var(--cv-text-2);
    max-inline-size: 88px;
  }
  .p-lanes span:first-child b {
    color: var(--cv-accent-text);
  }
  .p-wave {
    flex: 1;
    min-inline-size: 0;
    block-size: 76px;
    cursor: pointer;
    touch-action: pan-y;
    border-radius: var(--cv-r-xs);
  }
  .peaks {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    overflow: visible;
    fill: none;
    stroke-width: 2;
    stroke-linecap: round;
  }
  .peaks .u {
    stroke: var(--cv-lane-us);
  }
  .peaks .t {
    stroke: var(--cv-lane-them);
  }
  .peaks .r {
    opacity: 0.42;
  }
  .ph {
    stroke: var(--cv-text);
    stroke-width: 1;
  }
  .phd {
    fill: var(--cv-text);
  }
  .pm rect {
    fill: var(--cv-mark);
  }
  .pm text {
    font-size: 9px;
    font-weight: 600;
    fill: var(--cv-text);
    letter-spacing: 0;
  }
  .pm .sh {
    stroke: var(--cv-text);
    stroke-width: 1.25;
  }
  .pm line {
    stroke: var(--cv-mark-line);
    stroke-width: 1.5;
  }
  .pm.on rect {
    fill: var(--cv-mark-strong);
  }
  @container (max-width: 719px) {
    .player {
      padding: 8px 16px;
      gap: 12px;
    }
    .p-lanes {
      display: none;
    }
    .p-time {
      order: 3;
    }
    .p-wave {
      block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .pm text {
      fill: MarkText;
    }
    .pm .sh {
      stroke: MarkText;
    }
  }
`;
