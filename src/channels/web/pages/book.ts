import { HTML_TYPE, type Prepared, prepare } from '../serve.ts';
import { createFinder, findPage } from './find-page.ts';
import { missingPage } from './missing-page.ts';
import { otherNames, pageSet } from './page-set.ts';
import { createSite, type SiteContent } from './site.ts';

/** Everything that is served of one plan. */
export interface Book {
  /** A page by its path below `/plans/:id`, decoded; undefined where there is none. Made when it is first asked for. */
  readonly page: (path: string) => Promise<Prepared> | undefined;
  /** What is found of the words. */
  readonly results: (asked: string) => Prepared;
  /** The same for the script: ids of the clauses, what is marked in them, how the words were read. */
  readonly found: (asked: string) => Prepared;
  /** The address of a unit's page for another of its names. */
  readonly other: (path: string) => string | undefined;
  readonly missing: Prepared;
  /** The names of units that have a page. */
  readonly units: Prepared;
}

/** So many pages of results are a few megabytes. */
const MOST_RESULTS = 50;
const JSON_TYPE = 'application/json; charset=utf-8';

const page = (text: string): Prepared => prepare(text, HTML_TYPE);

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
const keepRecent = (make: (asked: string) => Prepared) => {
  const kept = new Map<string, Prepared>();
  return (asked: string): Prepared => {
    const known = kept.get(asked);
    if (known) return known;
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size >= MOST_RESULTS) kept.delete(oldest);
    const made = make(asked);
    kept.set(asked, made);
    return made;
  };
};

/** The pages of a plan. */
export const createBook = (content: SiteContent): Book => {
  const site = createSite(content);
  const find = createFinder(site, content);
  const foundIn = (asked: string): Prepared => {
    const { clauses, marks, read, besides, nearest } = find(asked);
    const all = [...clauses, ...(besides?.clauses ?? [])];
    const told = { marks: [...marks, ...(besides?.marks ?? [])], read: besides?.read ?? read, nearest };
    return prepare(JSON.stringify({ ids: all.map(({ id }) => id), ...told }), JSON_TYPE);
  };
  const others = otherNames(site);
  return {
    page: keep(pageSet(site)),
    results: keepRecent((asked) => page(findPage(site, find, asked))),
    found: keepRecent(foundIn),
    other: (path) => others.get(path),
    missing: page(missingPage(site)),
    units: prepare(JSON.stringify([...site.units.keys()]), JSON_TYPE),
  };
};
