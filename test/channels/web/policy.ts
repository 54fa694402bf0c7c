import { expect } from 'vitest';

/** What every page of the web forbids: nobody else's script, style, frame or address. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  expect.stringMatching(/^style-src 'self'(?: 'sha256-[\w+/]{43}=')+$/),
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];
