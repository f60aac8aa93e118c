import './app/define.ts';
import './call-library/define.ts';
import './chat/define.ts';
import './rebuttal-library/define.ts';
