export { CallVaultFile } from './callvault-json.ts';
export { defaultLimits, formatNames, parseTranscript } from './detect.ts';
export type { ParseLimits, TranscriptInput } from './detect.ts';
export { ParseProblem } from './parse-problem.ts';
export type { ParseProblemCode } from './parse-problem.ts';
export type { ParsedCall, ParsedParticipant, ParsedSegment } from './parsed-call.ts';
export { hasSpeech } from './speech.ts';
export { joinTurns } from './turns.ts';
export type { SpeakerTurn } from './turns.ts';
