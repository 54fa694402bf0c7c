import { readFile } from 'node:fs/promises';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { HTML_TYPE, type Prepared, prepare, sendPrepared, serve } from '../serve.ts';
import { createFinder, findPage, LONGEST_QUERY } from './find-page.ts';
import { missingPage } from './missing-page.ts';
import { otherNames, pageSet } from './page-set.ts';
import { createSite, type SiteContent } from './site.ts';

/** What the pages load beside the base that the chat page serves. */
const ASSETS = [
  { file: 'reading.css', type: 'text/css; charset=utf-8' },
  { file: 'figures.css', type: 'text/css; charset=utf-8' },
  { file: 'print.css', type: 'text/css; charset=utf-8' },
  { file: 'reading.js', type: 'text/javascript; charset=utf-8' },
  { file: 'finding.js', type: 'text/javascript; charset=utf-8' },
  { file: 'find.js', type: 'text/javascript; charset=utf-8' },
] as const;

/** So many pages of results are a few megabytes. */
const MOST_RESULTS = 50;

const page = (text: string): Prepared => prepare(text, HTML_TYPE, "'self'");

/** The first `q` of the address that says something. */
const askedOf = ({ query }: FastifyRequest): string => {
  const value: unknown = typeof query === 'object' && query !== null ? Reflect.get(query, 'q') : undefined;
  const [first] = Array.isArray(value) ? value : [value];
  return typeof first === 'string' ? first.trim().slice(0, LONGEST_QUERY) : '';
};

/** Makes each page once, when it is first asked for. */
const keep = (makers: ReturnType<typeof pageSet>) => {
  const kept = new Map<string, Promise<Prepared>>();
  return (path: string): Promise<Prepared> | undefined => {
    const make = makers.get(path);
    if (!make) return undefined;
    const known = kept.get(path) ?? Promise.resolve().then(make).then(page);
    kept.set(path, known);
    known.catch(() => kept.delete(path)); // the next reader tries again
    return known;
  };
};

/** Pages of results that were asked for lately; the oldest makes room. */
const keepRecent = (make: (asked: string) => string) => {
  const kept = new Map<string, Prepared>();
  return (asked: string): Prepared => {
    const known = kept.get(asked);
    if (known) return known;
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size >= MOST_RESULTS) kept.delete(oldest);
    const made = page(make(asked));
    kept.set(asked, made);
    return made;
  };
};

/** What stands behind `/plans/`, decoded: the plan's id, and the path below it. */
const placeOf = ({ params }: FastifyRequest): { readonly id: string; readonly path: string } => {
  const [id = '', ...rest] = `${Reflect.get(Object(params), '*') ?? ''}`.replace(/(?<!\/)\/$/, '').split('/');
  return { id, path: rest.join('/') };
};

/** The reading pages under `/plans/:id`, and their assets. A path is looked up among the pages there are, nowhere else. */
export const planPages: FastifyPluginAsync<SiteContent> = async (app, content) => {
  const site = createSite(content);
  const find = createFinder(site);
  const results = keepRecent((asked) => findPage(site, find, asked));
  const pages = keep(pageSet(site));
  const others = otherNames(site);
  const missing = page(missingPage(site));
  const notThere = (reply: FastifyReply): FastifyReply =>
    reply.code(404).headers(missing.headers).type(missing.type).send(missing.body);
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { id, path } = placeOf(request);
    const known = id === site.plan.id ? await pages(path) : undefined;
    const asked = path === '' ? askedOf(request) : '';
    if (known) return sendPrepared(request, reply, asked === '' ? known : results(asked));
    const other = id === site.plan.id ? others.get(path) : undefined;
    return other ? reply.redirect(other) : notThere(reply);
  };
  app.get('/plans', (_request, reply) => reply.redirect(site.to.plan));
  app.get('/plans/*', answer);
  for (const { file, type } of ASSETS) {
    const text = await readFile(new URL(file, import.meta.url), 'utf8');
    const send = serve(() => text, type);
    app.get(`/assets/${file}`, send);
  }
};
