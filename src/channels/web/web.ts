import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';

/** What the page says about the plan; plain text, escaped here. */
export interface WebPageOptions {
  readonly planTitle: string;
  /** 文号 */
  readonly planNumber: string;
  /** Questions offered before the first one is asked; each is sent as it stands. */
  readonly examples: readonly string[];
}

/** Everything the page loads beside itself. */
const ASSETS = [
  { file: 'page.css', type: 'text/css; charset=utf-8' },
  { file: 'page.js', type: 'text/javascript; charset=utf-8' },
  { file: 'card.js', type: 'text/javascript; charset=utf-8' },
  { file: 'client.js', type: 'text/javascript; charset=utf-8' },
  { file: 'words.js', type: 'text/javascript; charset=utf-8' },
  { file: 'icon.svg', type: 'image/svg+xml' },
] as const;

/** No inline script or style, nothing from another host, no frame around the page. */
const HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  // Kept by the browser, asked about each time: a new version shows at once, an old one costs 304.
  'cache-control': 'no-cache',
} as const;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in HTML, in an attribute too. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);

/** The page with the plan's name, its number and the examples filled in. */
export const fillPage = (template: string, { planTitle, planNumber, examples }: WebPageOptions): string => {
  const values: Readonly<Record<string, string>> = {
    planTitle: escapeHtml(planTitle),
    planNumber: escapeHtml(planNumber),
    examples: examples.map((text) => `<li><button type="button">${escapeHtml(text)}</button></li>`).join('\n'),
  };
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
};

const read = (file: string): Promise<string> => readFile(new URL(file, import.meta.url), 'utf8');

const serve = (body: string, type: string) => {
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  return (request: FastifyRequest, reply: FastifyReply) => {
    reply.headers({ ...HEADERS, etag });
    // A proxy that compresses may mark the tag as weak.
    const known = request.headers['if-none-match']?.split(/\s*,\s*/).some((tag) => tag.replace(/^W\//, '') === etag);
    return known ? reply.code(304).send() : reply.type(type).send(body);
  };
};

/** The chat page at `/` and its assets, read once when the app starts. It talks to POST /api/ask and to nothing else. */
export const webPage: FastifyPluginAsync<WebPageOptions> = async (app, options) => {
  app.get('/', serve(fillPage(await read('page.html'), options), 'text/html; charset=utf-8'));
  for (const { file, type } of ASSETS) app.get(`/assets/${file}`, serve(await read(file), type));
};
