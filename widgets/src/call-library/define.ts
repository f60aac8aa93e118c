import { define } from '../core/define.ts';
import { CallLibrary } from './call-library.ts';

define(CallLibrary);

export { CallLibrary } from './call-library.ts';
