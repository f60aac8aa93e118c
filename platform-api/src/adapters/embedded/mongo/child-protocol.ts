/** What the engine's process is started with, as JSON in its first argument. */
export interface ChildOptions {
  dataDir: string;
  port?: number;
  socketPath?: string;
}

/** What it tells its parent. */
export type ChildMessage =
  | { kind: 'ready'; url: string }
  | { kind: 'failed'; message: string }
  | { kind: 'log'; message: string; details?: Record<string, unknown> };
