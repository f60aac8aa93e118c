import { css } from 'lit';

export const historyPanel = css`
  .steps {
    display: grid;
    gap: 12px;
    margin-block-start: 10px;
  }
  .steps li {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr) auto;
    gap: 10px;
    align-items: start;
  }
  .steps li > span {
    display: grid;
    padding-block-start: 3px;
  }
  .steps .run {
    color: var(--cv-accent-text);
  }
  .waiting p:first-child {
    color: var(--cv-text-3);
  }
  .why {
    font-size: var(--cv-t-13);
    overflow-wrap: anywhere;
  }
  .running .i {
    animation: cv-step 1.2s linear infinite;
  }
  @keyframes cv-step {
    to {
      rotate: 1turn;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .running .i {
      animation: none;
    }
  }
`;
