import { css } from 'lit';

export const callDetail = css`
  :host {
    block-size: 100%;
    min-block-size: 0;
    contain: content;
  }
  .wid > * {
    flex: none;
  }
  .cd {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: minmax(0, 1fr);
    flex: 1;
    min-block-size: 0;
  }
  .cd-tabs {
    display: none;
  }
  .pane {
    display: none;
    flex-direction: column;
    border-inline-start: 1px solid var(--cv-line);
    min-block-size: 0;
    min-inline-size: 0;
  }
  .pane .tabs {
    padding-inline: 20px;
    flex: none;
    gap: 16px;
    overflow-x: auto;
    scrollbar-width: none;
  }
  .pane .tabs button {
    block-size: 48px;
  }
  .pane .tabs button:focus-visible {
    outline-offset: -2px;
  }
  .main-col {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    min-inline-size: 0;
  }
  .main-col > cv-transcript {
    flex: 1;
  }
  .bar {
    margin: 12px 20px;
  }
  .bar .btn {
    margin-block: -4px;
    flex: none;
  }
  .bar ~ .cd {
    border-block-start: 1px solid var(--cv-line);
  }
  .bar p {
    flex: 1;
    min-inline-size: 0;
  }
  .sk-h {
    --cv-skeleton-inset: 0;
    display: grid;
    gap: 12px;
    padding: 18px 20px 14px;
    block-size: 134px;
    align-content: start;
  }
  .sk-p {
    block-size: 98px;
    background: var(--cv-sunken);
    border-block: 1px solid var(--cv-line);
  }
  .sk-t {
    --cv-skeleton-row: 84px;
  }
  .sk-b {
    block-size: 48px;
    border-block-end: 1px solid var(--cv-line);
    flex: none;
  }
  @container wid (min-width: 720px) {
    .cd {
      grid-template-columns: minmax(0, 1fr) 340px;
    }
    .pane {
      display: flex;
    }
  }
  @container wid (min-width: 720px) and (max-width: 1039px) {
    .pane .tabs {
      padding-inline: 16px;
      gap: 8px;
      justify-content: space-between;
    }
    .pane .tabs em {
      display: none;
    }
  }
  @container wid (min-width: 1040px) {
    .cd {
      grid-template-columns: minmax(0, 1fr) 408px;
    }
  }
  @container wid (max-width: 719px) {
    .cd-tabs {
      display: flex;
      margin: 12px 16px 4px;
    }
    .cd-tabs button {
      flex: 1;
      justify-content: center;
      padding-inline: 4px;
      block-size: 32px;
    }
    .bar {
      margin: 12px 16px 0;
    }
    .bar ~ .cd {
      border: 0;
    }
    .sk-b {
      border: 0;
    }
    .cd.aside .main-col {
      display: none;
    }
    .cd.aside .pane {
      display: flex;
      border: 0;
    }
    .cd.aside .tabs {
      display: none;
    }
    .sk-h {
      padding-inline: 16px;
    }
    .sk-p {
      block-size: 62px;
    }
  }
`;
