import { define } from '../core/define.ts';
import { Search } from './search.ts';

define(Search);

export { Search } from './search.ts';
