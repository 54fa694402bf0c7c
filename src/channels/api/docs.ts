import { readFile } from 'node:fs/promises';
import type { FastifyPluginAsync } from 'fastify';
import { createRecent } from '../../recent.ts';
import { ownAddress } from '../own-origin.ts';
import { HTML_TYPE, madeFor, type Prepared, prepare, sendPrepared, serve, serveFor } from '../web/serve.ts';
import { docsPage } from './docs-page.ts';
import { type OpenApiOptions, openApiDocument } from './openapi.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
/** Addresses under which the service is read at a time. */
const MOST_ADDRESSES = 4;

/**
 * `GET /api/openapi.json`, and the same as a page at `GET /api/docs` with the address under which it was asked for; made
 * when first asked for, and again for other plans.
 */
export const apiDocs =
  (options: OpenApiOptions): FastifyPluginAsync =>
  async (scope) => {
    const { list } = options.plans;
    const document = madeFor(list, () => openApiDocument(options));
    const pages = madeFor(list, () => createRecent<Prepared>(MOST_ADDRESSES));
    const sheets = ['../web/ground.css', 'docs.css'].map((path) => readFile(new URL(path, import.meta.url), 'utf8'));
    const style = (await Promise.all(sheets)).join('\n');
    scope.get(
      '/api/openapi.json',
      serveFor(list, () => JSON.stringify(document()), JSON_TYPE),
    );
    scope.get('/api/docs', (request, reply) => {
      const address = ownAddress(request);
      const page = pages()(address, () => prepare(docsPage(document(), address), HTML_TYPE));
      return sendPrepared(request, reply, page);
    });
    scope.get(
      '/api/docs.css',
      serve(() => style, 'text/css; charset=utf-8'),
    );
  };
