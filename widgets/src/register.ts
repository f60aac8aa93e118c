import './app/define.ts';
import './call-library/define.ts';
import './call-detail/define.ts';
import './search/define.ts';
import './chat/define.ts';
import './profits-browser/define.ts';
import './rebuttal-library/define.ts';
