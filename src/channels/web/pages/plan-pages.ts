import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Conflict } from '../../../types.ts';
import type { AskedPlan } from '../../asked-plans.ts';
import { HTML_TYPE, type Prepared, sendMissing, sendPrepared, serveFor } from '../serve.ts';
import { type Book, createBook } from './book.ts';
import { LONGEST_QUERY } from './find-page.ts';
import { linksOf } from './links.ts';
import { missingFor } from './missing-page.ts';
import { plansPage } from './plans-page.ts';
import type { SiteContent } from './site.ts';

/** A plan, and its places that do not agree, as reviewed. */
export interface ReadPlan extends AskedPlan {
  readonly bot: AskedPlan['bot'] & {
    readonly conflicts: readonly Conflict[];
    readonly read?: SiteContent['read'];
    readonly closest?: SiteContent['closest'];
  };
}

/** What the pages are made of. */
export interface PlanPagesParts {
  readonly plans: {
    readonly list: () => readonly ReadPlan[];
    readonly get: (id: string) => ReadPlan | undefined;
  };
}

/** Plans whose pages are kept. */
const MOST_BOOKS = 12;
const UNITS = 'units.json';
const FOUND = 'find.json';

/** The first `q` of the address that says something. */
const askedOf = ({ query }: FastifyRequest): string => {
  const value: unknown = typeof query === 'object' && query !== null ? Reflect.get(query, 'q') : undefined;
  const [first] = Array.isArray(value) ? value : [value];
  return typeof first === 'string' ? first.trim().slice(0, LONGEST_QUERY) : '';
};

/** What stands behind `/plans/`, decoded: the plan's id, and the path below it. */
const placeOf = ({ params }: FastifyRequest): { readonly id: string; readonly path: string } => {
  const [id = '', ...rest] = `${Reflect.get(Object(params), '*') ?? ''}`.replace(/(?<!\/)\/$/, '').split('/');
  return { id, path: rest.join('/') };
};

/** The books of the plans in force, made when they are first asked for; the one read longest ago makes room. */
const keepBooks = ({ plans }: PlanPagesParts) => {
  const books = new Map<string, Book>();
  let standing = plans.list();
  return (id: string): Book | undefined => {
    if (standing !== plans.list()) books.clear();
    standing = plans.list();
    const read = plans.get(id);
    if (!read) return undefined;
    const { plan, conflicts, read: reading, closest } = read.bot;
    const book = books.get(id) ?? createBook({ plan, conflicts, several: standing.length > 1, read: reading, closest });
    books.delete(id);
    const [oldest] = books.keys();
    if (oldest !== undefined && books.size >= MOST_BOOKS) books.delete(oldest);
    books.set(id, book);
    return book;
  };
};

/**
 * The list of plans at `/plans`, the reading pages of each under `/plans/:id`. A path is looked up among the pages there
 * are, nowhere else.
 */
export const planPages: FastifyPluginAsync<PlanPagesParts> = async (app, { plans }) => {
  const bookOf = keepBooks({ plans });
  const missing = missingFor(plans.list);
  /** Where there is one plan, what is not there is not there in it. */
  const missingIn = (book: Book | undefined): Prepared => {
    const [only, another] = plans.list();
    return (book ?? (only && !another ? bookOf(only.id) : undefined))?.missing ?? missing();
  };
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { id, path } = placeOf(request);
    const book = bookOf(id);
    if (!book) return sendMissing(reply, missingIn(book));
    if (path === UNITS) return sendPrepared(request, reply, book.units);
    if (path === FOUND) return sendPrepared(request, reply, book.found(askedOf(request)));
    const known = await book.page(path);
    const asked = path === '' ? askedOf(request) : '';
    if (known) return sendPrepared(request, reply, asked === '' ? known : book.results(asked));
    const other = book.other(path);
    return other ? reply.redirect(other) : sendMissing(reply, missingIn(book));
  };
  const list = serveFor(plans.list, () => plansPage(plans.list()), HTML_TYPE);
  app.get('/plans', (request, reply) => {
    const [only, another] = plans.list();
    return only && !another ? reply.redirect(linksOf(only.id).plan) : list(request, reply);
  });
  app.get('/plans/*', answer);
};
