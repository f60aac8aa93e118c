import { css } from 'lit';

export const skeleton = css`
  :host {
    animation: cv-appear 0s 200ms both;
  }
  @keyframes cv-appear {
    from {
      visibility: hidden;
    }
  }
  .skel {
    display: block;
    background: var(--cv-press);
    border-radius: var(--cv-r-xs);
    block-size: 10px;
    animation: cv-pulse 1.2s ease-in-out infinite alternate;
  }
  @keyframes cv-pulse {
    to {
      opacity: 0.5;
    }
  }
  .row {
    display: flex;
    gap: 12px;
    align-items: center;
    block-size: var(--cv-skeleton-row, var(--cv-row, 60px));
    padding-inline: var(--cv-skeleton-inset, 20px);
  }
  .grow {
    display: grid;
    gap: 7px;
  }
  .av {
    border-radius: 50%;
    block-size: 24px;
    inline-size: 24px;
    flex: none;
  }
  .w0 {
    inline-size: 36px;
  }
  .w1 {
    inline-size: 38%;
  }
  .w2 {
    inline-size: 62%;
  }
  .w3 {
    inline-size: 24%;
  }
  .w4 {
    inline-size: 80%;
  }
  .prose {
    display: grid;
    gap: 14px;
    padding: 16px var(--cv-skeleton-inset, 20px);
  }
  @media (prefers-reduced-motion: reduce) {
    .skel {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .skel {
      background: GrayText;
    }
  }
`;
