import './app/define.ts';
