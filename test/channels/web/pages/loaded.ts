import { expect } from 'vitest';
import type { UnitName } from '../../../../src/types.ts';
import { bot } from '../../../helper.ts';
import { all, type Element, readHtml } from './read-html.ts';
import { appWithPages } from './served.ts';

export const { plan } = bot;
export const BASE = `/plans/${plan.id}`;
/** Styles and all, as they are sent: a tenth of a second on a slow line. */
export const MOST_OF_HEAD = 5 * 1024;
export const app = await appWithPages();

export const units: readonly UnitName[] = [...plan.registry.units, ...plan.registry.groups].map(({ name }) => name);
export const unitPath = (name: UnitName) => `${BASE}/units/${encodeURIComponent(name)}`;
export const PAGES = [
  BASE,
  ...['units', 'actions', 'matrix', 'indicators'].map((name) => `${BASE}/${name}`),
  ...units.map(unitPath),
  ...plan.actions.map(({ number }) => `${BASE}/actions/${number}`),
];

export const load = async (url: string): Promise<Element> => {
  const { statusCode, body } = await app.inject(url);
  expect([url, statusCode]).toEqual([url, 200]);
  return readHtml(body);
};
export const tagged = (page: Element, tag: string) => all(page).filter((node) => node.tag === tag);
export const numbersIn = (page: Element) =>
  all(page).flatMap(({ attributes }) => ('data-task' in attributes ? [Number(attributes['data-task'])] : []));
