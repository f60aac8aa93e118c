import { define } from '../core/define.ts';
import { Chat } from './chat.ts';

define(Chat);

export { Chat };
