import { define } from '../core/define.ts';
import { App } from './app.ts';

define(App);

export { App } from './app.ts';
