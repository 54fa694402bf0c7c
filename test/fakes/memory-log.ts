import { type Logger, pino } from 'pino';

/** A logger that keeps its lines, so that a test can see what was written and what was not. */
export const memoryLog = (): { readonly logger: Logger; readonly lines: string[] } => {
  const lines: string[] = [];
  const logger = pino({ level: 'trace', base: null }, { write: (line: string) => lines.push(line) });
  return { logger, lines };
};
