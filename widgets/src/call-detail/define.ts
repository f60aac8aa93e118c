import { define } from '../core/define.ts';
import { CallDetail } from './call-detail.ts';

define(CallDetail);

export { CallDetail } from './call-detail.ts';
