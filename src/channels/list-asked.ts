import { yearOf } from '../china-time.ts';
import type { Plan } from '../types.ts';
import { titleOf } from '../worklists/cover-sheet.ts';
import type { Worklist } from '../worklists/worklist.ts';
import { worklistAsked } from '../worklists/worklist-asked.ts';
import { worklistOf } from '../worklists/worklist-of.ts';
import type { ListOffer, ListRequest, Reply } from './work.ts';

/** Where the list can be downloaded from the service itself. */
const urlOf = (base: string, { filter, format }: ListRequest): string => {
  const query = new URLSearchParams({ format });
  for (const [name, value] of Object.entries(filter)) if (value !== undefined) query.set(name, String(value));
  return `${base}/api/worklists?${query}`;
};

const contentsOf = ({ cover }: Worklist): string =>
  cover.counts.map(({ sheet, rows }) => `${sheet}${rows}条`).join('，');

/**
 * Reads 导出市财政局2021年任务清单 and the like. Undefined for anything else, which is a question.
 *
 * @param at when it was asked, milliseconds since the epoch
 * @param base the address under which others reach the service, without a trailing slash
 */
export const listAsked = (text: string, plan: Plan, at: number, base?: string): Reply | undefined => {
  const asked = worklistAsked(text, plan, yearOf(at));
  if (!asked) return undefined;
  if (asked.kind !== 'asked') return { kind: 'line', text: asked.message };
  const worklist = worklistOf(plan, asked.filter, at);
  if (worklist.kind !== 'worklist') return { kind: 'line', text: worklist.message };
  const request = { filter: asked.filter, format: asked.format, at };
  const list: ListOffer = {
    title: titleOf(worklist),
    contents: contentsOf(worklist),
    request,
    ...(base !== undefined && { url: urlOf(base, request) }),
  };
  return { kind: 'list', list };
};

/** What is said with a list that goes out as a file. */
export const listText = ({ title, contents }: ListOffer): string => `${title}：${contents}。`;

/** What is said where no file can be sent: where to get it. */
export const listLines = (list: ListOffer): readonly string[] => [
  listText(list),
  list.url === undefined ? '请打开问计的网页，在单位页或行动页下载。' : '下载：',
  ...(list.url === undefined ? [] : [list.url]),
];
