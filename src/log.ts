import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';

/** Fields that may carry a secret or a person's words, should one of them ever be logged by mistake. */
const SECRET = [
  ...['authorization', 'cookie', 'headers.authorization', 'headers.cookie'],
  ...['req.headers.authorization', 'req.headers.cookie', 'err.config', 'err.request', 'err.response'],
  ...['appSecret', 'encryptKey', 'verificationToken', 'token', 'secret', 'password'].flatMap((name) => [
    name,
    `*.${name}`,
  ]),
  ...['question', 'text', 'content'],
];

/** The process's log: JSON lines on standard error, so that standard output stays for people. */
export const createLogger = (level: Config['logLevel']): Logger =>
  pino(
    { level, base: null, redact: { paths: SECRET, censor: '[redacted]' } },
    pino.destination({ dest: 2, sync: true }),
  );
