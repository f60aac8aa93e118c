import { pino } from 'pino';
import type { Logger } from '../../ports/logger.ts';

/** JSON lines on standard output. Credentials are cut even where a bug would log them. */
export const jsonLogger = (level: string): Logger =>
  pino({
    level,
    base: undefined,
    redact: {
      paths: [
        'authorization',
        '*.authorization',
        'token',
        '*.token',
        'secret',
        '*.secret',
        'apiKey',
        '*.apiKey',
        '*.headers.authorization',
      ],
      censor: '[cut]',
    },
  });
