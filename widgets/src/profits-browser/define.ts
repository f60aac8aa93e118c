import { define } from '../core/define.ts';
import { ProfitsBrowser } from './profits-browser.ts';

define(ProfitsBrowser);

export { ProfitsBrowser };
