import type { Element } from './profits.model.ts';

/** What to ask next time about an element nobody spoke of: one open question a coach would ask. */
export const nextQuestions: Record<Element, string> = {
  pain: 'What is the part of this that costs you the most time or money today?',
  results: 'If this went well, which number would be different a year from now?',
  obstacles: 'What has stopped this from being solved before?',
  fears: 'What would worry you most about changing it, or about leaving it as it is?',
  identity: 'How do you want to be seen by your team when this is over?',
  triggers: 'What has to be true, and by when, for this to be worth it?',
  success: 'How would you know, without asking us, that it worked?',
};
