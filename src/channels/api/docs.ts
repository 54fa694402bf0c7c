import { readFile } from 'node:fs/promises';
import type { FastifyPluginAsync } from 'fastify';
import { HTML_TYPE, serve } from '../web/serve.ts';
import { docsPage } from './docs-page.ts';
import { type OpenApiOptions, openApiDocument } from './openapi.ts';

const JSON_TYPE = 'application/json; charset=utf-8';

/** `GET /api/openapi.json`, and the same as a page at `GET /api/docs`; made once, when first asked for. */
export const apiDocs =
  (options: OpenApiOptions): FastifyPluginAsync =>
  async (scope) => {
    let made: ReturnType<typeof openApiDocument> | undefined;
    const document = () => {
      made ??= openApiDocument(options);
      return made;
    };
    const style = await readFile(new URL('docs.css', import.meta.url), 'utf8');
    scope.get(
      '/api/openapi.json',
      serve(() => JSON.stringify(document()), JSON_TYPE),
    );
    scope.get(
      '/api/docs',
      serve(() => docsPage(document()), HTML_TYPE),
    );
    scope.get(
      '/api/docs.css',
      serve(() => style, 'text/css; charset=utf-8'),
    );
  };
