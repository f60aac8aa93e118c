/** The local analyst: deterministic, extractive, without network. Pure functions over the turns of a call. */
export { actionItems, type ActionItem, type DueDate } from './action-items.ts';
export {
  answerQuestion,
  type Answer,
  type AnswerOptions,
  type Passage,
  type Support,
} from './answers/answer-question.ts';
export { classifyQuestion, type QuestionClass } from './answers/classify-question.ts';
export { periodOf, type Period } from './answers/period.ts';
export { chunk, type Chunk, type ChunkOptions } from './chunks.ts';
export { enrich, intentsOf, INTENTS, type Enrichment, type EnrichOptions, type Intent } from './enrichment.ts';
export { entitiesOf, type Entity, type EntityType } from './entities.ts';
export { findObjections, type Objection } from './objections.ts';
export { OBJECTION_KINDS, type ObjectionKind } from './objection-kinds.ts';
export { findProfits, PROFITS_ELEMENTS, type ProfitsElement, type ProfitsItem } from './profits.ts';
export type { Reaction, Reply, Verdict } from './replies.ts';
export {
  callSentiment,
  sentimentOf,
  speakerSentiments,
  type Sentiment,
  type SentimentLabel,
  type SpeakerSentiment,
} from './sentiment.ts';
export { sidesOf, type Side, type Sides } from './sides.ts';
export { speechStrip, talkShares, type SpeechBar, type TalkShare } from './speaking.ts';
export { statementOf } from './statement.ts';
export { summarise, type SummarySentence } from './summary.ts';
export { topicSections, type TopicSection } from './topic-sections.ts';
export { topicsOf, type Topic, type TopicOptions } from './topics.ts';
