import type { EventEmitter } from 'node:events';

/** Collects what a client sends. */
export interface CommandRecorder {
  /** Command names seen so far, sorted. */
  names(): string[];
  stop(): void;
}

/**
 * Records the commands a driver's client sends, in the driver's spelling. The client must have been made with
 * `monitorCommands: true`; Mongoose hands its client out as `connection.getClient()`.
 */
export function recordCommands(client: EventEmitter): CommandRecorder {
  const seen = new Set<string>();
  const listener = ({ commandName }: { commandName: string }): void => {
    seen.add(commandName);
  };
  client.on('commandStarted', listener);
  return {
    names: () => [...seen].sort(),
    stop: () => {
      client.off('commandStarted', listener);
    },
  };
}
