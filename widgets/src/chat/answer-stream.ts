import type { CallVault, ChatEvent, ChatMessage } from '@callvault/sdk';
import { problemOf } from '../parts/problem-kind.ts';

/**
 * Follows an answer while it is made, from its first event on: an answer begun before a reload, or before the widget was
 * moved, comes whole. Calls back with the message after each event; ends when it is done or `signal` aborts.
 */
export async function followAnswer(
  vault: CallVault,
  begun: ChatMessage,
  { signal, onMessage }: { readonly signal: AbortSignal; readonly onMessage: (message: ChatMessage) => void },
): Promise<void> {
  let message: ChatMessage = { ...begun, text: '', steps: [], citations: [], status: 'answering' };
  try {
    for await (const event of vault.chat.stream(begun.id, { signal })) {
      if (signal.aborted) return;
      message = after(message, event);
      onMessage(message);
      if (event.type === 'done' || event.type === 'failed') return;
    }
  } catch (error) {
    if (signal.aborted) return;
    const { code, message: words } = problemOf(error);
    onMessage({ ...message, status: 'failed', error: { code: code || 'stream_broke', message: words ?? '' } });
  }
}

function after(message: ChatMessage, event: ChatEvent): ChatMessage {
  switch (event.type) {
    case 'step': {
      const known = message.steps.some(({ id }) => id === event.step.id);
      const steps = known
        ? message.steps.map((step) => (step.id === event.step.id ? event.step : step))
        : [...message.steps, event.step];
      return { ...message, steps };
    }
    case 'text':
      return { ...message, text: message.text + event.delta };
    case 'citation':
      return { ...message, citations: [...message.citations, event.citation] };
    default:
      return event.message;
  }
}
