export { usageRecorder } from './usage.recorder.ts';
