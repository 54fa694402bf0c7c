import { readFile } from 'node:fs/promises';
import type { FastifyPluginAsync } from 'fastify';
import { HTML_TYPE, madeFor, serve, serveFor } from '../web/serve.ts';
import { docsPage } from './docs-page.ts';
import { type OpenApiOptions, openApiDocument } from './openapi.ts';

const JSON_TYPE = 'application/json; charset=utf-8';

/** `GET /api/openapi.json`, and the same as a page at `GET /api/docs`; made when first asked for, and again for other plans. */
export const apiDocs =
  (options: OpenApiOptions): FastifyPluginAsync =>
  async (scope) => {
    const { list } = options.plans;
    const document = madeFor(list, () => openApiDocument(options));
    const style = await readFile(new URL('docs.css', import.meta.url), 'utf8');
    scope.get(
      '/api/openapi.json',
      serveFor(list, () => JSON.stringify(document()), JSON_TYPE),
    );
    scope.get(
      '/api/docs',
      serveFor(list, () => docsPage(document()), HTML_TYPE),
    );
    scope.get(
      '/api/docs.css',
      serve(() => style, 'text/css; charset=utf-8'),
    );
  };
