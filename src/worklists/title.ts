import type { Worklist } from './worklist.ts';

/** 市财政局2021年任务清单 */
export const titleOf = ({ filter }: Pick<Worklist, 'filter'>): string => {
  const { unit, year, action, tasks, about } = filter;
  if (about !== undefined) {
    const within = year === undefined || about.includes(String(year)) ? '' : `${year}年`;
    return `${within}${about}清单`;
  }
  const named = [unit ?? '', year === undefined ? '' : `${year}年`, action?.title ?? ''].join('');
  return `${named || (tasks ? '所列' : '全部')}任务清单`;
};
