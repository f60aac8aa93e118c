import './app/define.ts';
import './call-library/define.ts';
