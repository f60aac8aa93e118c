import { css } from 'lit';

export const callHeader = css`
  .dh {
    padding-block: 10px 14px;
    padding-inline: 20px 16px;
  }
  .dh-top {
    display: flex;
    align-items: center;
    gap: 4px;
    block-size: 32px;
  }
  /* A closed menu takes no gap in its row. */
  cv-menu {
    display: contents;
  }
  .dh-pos {
    margin-inline-end: 4px;
  }
  .dh .ib:disabled {
    color: var(--cv-text-3);
    opacity: 0.5;
    background: none;
  }
  .back {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 28px;
    font-size: var(--cv-t-13);
    color: var(--cv-text-2);
    font-weight: 500;
    border-radius: var(--cv-r-sm);
  }
  .back:hover {
    color: var(--cv-text);
  }
  .back .i {
    color: var(--cv-text-3);
  }
  h1 {
    font-family: var(--cv-family-heading);
    font-size: var(--cv-t-20);
    line-height: 28px;
    font-weight: 600;
    letter-spacing: -0.019em;
    margin-block: 6px 8px;
    overflow-wrap: anywhere;
  }
  .title-field {
    display: flex;
    gap: 6px;
    align-items: center;
    margin-block: 4px 6px;
  }
  .title-field .field {
    flex: 1;
    max-inline-size: 560px;
    font-size: var(--cv-t-15);
  }
  .dh-meta {
    display: flex;
    align-items: center;
    gap: 6px;
    font-size: var(--cv-t-13);
    color: var(--cv-text-2);
  }
  .dm {
    margin-inline-start: 8px;
  }
  .proposed {
    color: var(--cv-accent-text);
    font-weight: 500;
  }
  .proposed:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .gi {
    display: grid;
    margin-inline-start: -2px;
  }
  .btn .gi .i {
    margin: 0;
    color: inherit;
    inline-size: 14px;
    block-size: 14px;
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
  @container (max-width: 719px) {
    .dh {
      padding-inline: 16px 8px;
    }
    h1 {
      font-size: var(--cv-t-17);
      line-height: 24px;
    }
    .dh-pos,
    .dm-x {
      display: none;
    }
    .dh-meta {
      flex-wrap: wrap;
    }
    .dh-meta .grow {
      display: none;
    }
    .dm {
      margin-inline-start: 4px;
      font-size: var(--cv-t-12);
    }
  }
`;
