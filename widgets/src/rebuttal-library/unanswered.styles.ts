import { css } from 'lit';

export const unanswered = css`
  section {
    border-block-start: 1px solid var(--cv-line);
    padding: 16px 20px 20px 48px;
    padding-inline: 48px 20px;
  }
  header {
    display: flex;
    align-items: baseline;
    gap: 8px;
    margin-block-end: 4px;
  }
  h3 {
    font-size: var(--cv-t-13);
    font-weight: 600;
    letter-spacing: -0.01em;
  }
  li {
    display: grid;
    gap: 6px;
    padding-block: 10px;
  }
  li + li {
    border-block-start: 1px solid var(--cv-line);
  }
  .best {
    display: flex;
    align-items: center;
    gap: 6px;
    min-block-size: 24px;
    font-size: var(--cv-t-12);
    line-height: 16px;
    color: var(--cv-text-2);
  }
  button.best {
    color: var(--cv-accent-text);
    font-weight: 500;
    justify-self: start;
  }
  button.best:hover span {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  @container (max-width: 719px) {
    section {
      padding-inline: 16px;
    }
  }
`;
