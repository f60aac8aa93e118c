import { css } from 'lit';

export const profitsBrowser = css`
  :host {
    block-size: 100%;
    min-block-size: 320px;
  }
  .prof .head .sep {
    margin-inline: 6px;
  }
  .pcs {
    display: grid;
    grid-template-columns: repeat(7, minmax(0, 1fr));
    border-block: 1px solid var(--cv-line);
    background: var(--cv-sunken);
    flex: none;
  }
  .pc {
    display: grid;
    grid-template-columns: auto 1fr;
    padding: 14px 16px 12px;
    position: relative;
    row-gap: 2px;
    align-items: baseline;
    min-inline-size: 0;
  }
  .pc + .pc {
    border-inline-start: 1px solid var(--cv-line);
  }
  .pc:hover {
    background: var(--cv-hover);
  }
  .pc:focus-visible {
    outline-offset: -2px;
    z-index: 1;
  }
  .pc:first-child {
    padding-inline-start: 20px;
  }
  .pc-l {
    font-family: var(--cv-family-heading);
    font-size: var(--cv-t-26);
    line-height: 28px;
    font-weight: 600;
    letter-spacing: -0.02em;
    color: var(--cv-text-3);
  }
  .pc-c {
    justify-self: end;
    font-size: var(--cv-t-17);
    line-height: 24px;
    font-weight: 500;
    letter-spacing: -0.015em;
    color: var(--cv-text-2);
  }
  .pc-n {
    font-size: var(--cv-t-13);
    font-weight: 500;
    color: var(--cv-text-2);
    grid-column: 1;
  }
  .pc-r {
    grid-column: 2;
    grid-row: 2;
    justify-self: end;
    font-size: var(--cv-t-12);
    color: var(--cv-text-3);
    white-space: nowrap;
  }
  .pc-b {
    grid-column: 1 / -1;
    inline-size: 100%;
    block-size: 3px;
    margin-block-start: 8px;
    border-radius: 2px;
  }
  .pc-b:dir(rtl) {
    scale: -1 1;
  }
  .b0 {
    fill: var(--cv-press);
  }
  .b1 {
    fill: var(--cv-control);
  }
  .b2 {
    fill: var(--cv-mark-line);
  }
  .pc[aria-selected='true'] {
    background: var(--cv-surface);
  }
  .pc[aria-selected='true']::after {
    content: '';
    position: absolute;
    inset-inline: 0;
    inset-block-start: -1px;
    block-size: 2px;
    background: var(--cv-accent-text);
  }
  .pc[aria-selected='true']::before {
    content: '';
    position: absolute;
    inset-inline: 0;
    inset-block-end: -1px;
    block-size: 1px;
    background: var(--cv-surface);
  }
  .pc[aria-selected='true'] .pc-l {
    color: var(--cv-accent-text);
  }
  .pc[aria-selected='true'] :is(.pc-n, .pc-c) {
    color: var(--cv-text);
  }
  .pc[aria-selected='true'] .b1 {
    fill: var(--cv-accent-text);
  }
  .job {
    margin: 12px 20px 0;
    flex: none;
  }
  .pb {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: minmax(0, 1fr);
    flex: 1;
    min-block-size: 0;
  }
  .pm-s {
    display: none;
  }
  .pl {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    min-inline-size: 0;
  }
  .pl-h {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 52px;
    padding-inline: 20px 16px;
    font-size: var(--cv-t-13);
    color: var(--cv-text-2);
    flex: none;
  }
  .pl-h p {
    min-inline-size: 0;
  }
  .pl-h b {
    color: var(--cv-text);
    font-weight: 600;
    margin-inline-end: 6px;
  }
  .grp {
    display: flex;
    align-items: baseline;
    gap: 8px;
    padding: 10px 20px 8px;
    font-size: var(--cv-t-12);
    line-height: 16px;
    color: var(--cv-text-3);
    position: sticky;
    inset-block-start: 0;
    background: var(--cv-surface);
    z-index: 1;
  }
  .grp h3 {
    font-size: var(--cv-t-12);
    font-weight: 600;
    color: var(--cv-text-2);
    min-inline-size: 0;
  }
  .grp h3 button {
    display: block;
    max-inline-size: 100%;
  }
  .grp h3 button:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .grp .num {
    white-space: nowrap;
  }
  .pr {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr) auto;
    gap: 0 12px;
    padding: 12px 12px 12px 20px;
    padding-inline: 20px 12px;
    position: relative;
    scroll-margin-block: 40px 12px;
  }
  .pr:not(.on) + .pr:not(.on)::before {
    content: '';
    position: absolute;
    inset-block-start: 0;
    inset-inline: 48px 16px;
    block-size: 1px;
    background: var(--cv-line);
  }
  .pr:focus-visible {
    outline-offset: -2px;
  }
  .pr-s {
    display: grid;
    block-size: 20px;
    align-items: center;
    justify-items: center;
  }
  .st-new {
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: var(--cv-mark-line);
  }
  .pr-h {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .pr h4 {
    font-size: var(--cv-t-14);
    line-height: 20px;
    font-weight: 600;
    letter-spacing: -0.011em;
  }
  .pr .quote {
    margin-block: 6px 8px;
    font-size: var(--cv-t-15);
    line-height: 23px;
    letter-spacing: -0.008em;
    max-inline-size: 72ch;
    text-wrap: pretty;
  }
  .pr .role {
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .pr .src .tc {
    margin-inline-start: 4px;
  }
  .pr.on {
    background: var(--cv-sunken);
    box-shadow: inset 0 0 0 1px var(--cv-line-2);
    margin: 2px 12px 10px 8px;
    margin-inline: 8px 12px;
    border-radius: var(--cv-r-md);
    padding-block: 14px;
    padding-inline: 12px 16px;
  }
  .pr-a {
    display: flex;
    align-items: center;
    gap: 6px;
    margin-block-start: 12px;
  }
  .pr-q {
    display: flex;
    align-self: start;
    margin-block-start: -4px;
  }
  .lit {
    color: var(--cv-mark-line);
  }
  .ed {
    display: grid;
    gap: 8px;
    flex: 1 1 100%;
    min-inline-size: 0;
  }
  .more {
    margin: 8px 20px 16px;
  }
  .cov {
    border-collapse: separate;
    border-spacing: 3px;
    inline-size: calc(100% + 6px);
    margin-inline: -3px;
    font-size: var(--cv-t-12);
    line-height: 16px;
    table-layout: fixed;
  }
  .cov th[scope='row'] {
    font-weight: 400;
    text-align: start;
    color: var(--cv-text-2);
    padding: 0;
    padding-inline-end: 4px;
  }
  .cov th button {
    display: block;
    max-inline-size: 100%;
    min-block-size: 24px;
  }
  .cov th button:hover {
    color: var(--cv-text);
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .cov thead td {
    inline-size: 104px;
  }
  .cov thead th {
    font-weight: 600;
    color: var(--cv-text-3);
    font-size: var(--cv-t-11);
    padding: 1px 1px 2px;
  }
  .cov thead th.cur {
    color: var(--cv-accent-text);
  }
  .cov td {
    padding: 0;
  }
  .cov td > span {
    display: grid;
    place-items: center;
    block-size: 24px;
    border-radius: var(--cv-r-xs);
    font-size: var(--cv-t-11);
    font-variant-numeric: tabular-nums;
  }
  .cv0 {
    box-shadow: inset 0 0 0 1px var(--cv-line-2);
  }
  .cv1 {
    background: var(--cv-seq-1);
    color: var(--cv-text-2);
  }
  .cv2 {
    background: var(--cv-seq-2);
    color: var(--cv-text);
  }
  .cv3 {
    background: var(--cv-seq-3);
    color: var(--cv-text);
  }
  .cov td.cur > span {
    outline: 1px solid var(--cv-accent-line);
    outline-offset: 1px;
  }
  .lgn {
    display: flex;
    align-items: center;
    gap: 6px;
    margin-block-start: 10px;
  }
  .lgn span {
    inline-size: 12px;
    block-size: 12px;
    border-radius: 3px;
  }
  .lgn span:not(:first-child) {
    margin-inline-start: 8px;
  }
  .asks {
    display: grid;
    gap: 16px;
    margin-block-start: 6px;
  }
  .asks li {
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr);
    gap: 10px;
    font-size: var(--cv-t-13);
    line-height: 19px;
    color: var(--cv-text-2);
  }
  .asks b {
    font-weight: 500;
    color: var(--cv-text);
  }
  .askq {
    font-size: var(--cv-t-14);
    line-height: 20px;
    color: var(--cv-text);
    margin-block: 4px;
    text-wrap: pretty;
  }
  .ask-c {
    display: flex;
    min-inline-size: 0;
    min-block-size: 24px;
    align-items: center;
  }
  .ask-c:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  @container wid (min-width: 1040px) {
    .pb {
      grid-template-columns: minmax(0, 1fr) 356px;
    }
    .pm-s {
      display: flex;
      flex-direction: column;
      border-inline-start: 1px solid var(--cv-line);
      min-block-size: 0;
    }
  }
  @container wid (max-width: 1039px) {
    .pl-h p span {
      display: none;
    }
  }
  @container wid (max-width: 899px) {
    .pc-r {
      display: none;
    }
  }
  @container wid (max-width: 400px) {
    .prof .head .count {
      display: none;
    }
    .pr-a {
      flex-wrap: wrap;
    }
  }
  @container wid (max-width: 719px) {
    .prof .head .sep,
    .pl-h p {
      display: none;
    }
    .pc,
    .pc:first-child {
      padding: 10px 0 8px;
      grid-template-columns: 1fr;
      justify-items: center;
      row-gap: 0;
    }
    .pc-c {
      justify-self: center;
      grid-row: 2;
      font-size: var(--cv-t-12);
      line-height: 16px;
      color: var(--cv-text-3);
      font-weight: 400;
    }
    .pc-n {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .pc-b {
      inline-size: 24px;
      margin-block-start: 6px;
    }
    .pc-l {
      font-size: var(--cv-t-20);
    }
    .pl-h {
      padding-inline: 16px;
    }
    .pl-h .seg {
      flex: 1;
    }
    .pl-h .grow {
      display: none;
    }
    .pl-h .seg button {
      flex: 1;
      justify-content: center;
      block-size: 30px;
    }
    .job {
      margin-inline: 16px;
    }
    .pr {
      padding-inline: 16px 8px;
    }
    .grp {
      padding-inline: 16px;
    }
    .pr .role {
      display: none;
    }
    .pr .src .tc {
      margin-inline-start: auto;
    }
    .pr.on {
      margin-inline: 8px;
      padding-inline: 8px 12px;
    }
    .pr-q {
      display: none;
    }
    .pr-a .btn {
      flex: 1;
      block-size: 36px;
    }
  }
  @media (forced-colors: active) {
    .pr.on,
    .pc[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .cov td > span {
      outline: 1px solid CanvasText;
      outline-offset: -1px;
    }
    .pc-b,
    .st-new {
      forced-color-adjust: none;
    }
  }
`;
