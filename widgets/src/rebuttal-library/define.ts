import { define } from '../core/define.ts';
import { RebuttalLibrary } from './rebuttal-library.ts';

define(RebuttalLibrary);

export { RebuttalLibrary };
