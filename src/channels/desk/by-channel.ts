import type { ByChannel, Day } from '../../store/days.ts';
import { type Fill, html } from '../web/html.ts';
import { channelName } from './names.ts';

/** 12 %; nothing of nothing is left blank. */
export const share = (part: number, of: number): string => (of === 0 ? '' : `${Math.round((100 * part) / of)} %`);

/** Some days' channels added up, the most questions first. */
export const channelsOf = (days: readonly Day[]): readonly ByChannel[] => {
  const all = new Map<string, ByChannel>();
  for (const one of days.flatMap(({ channels }) => channels)) {
    const before = all.get(one.name);
    const sum = (key: Exclude<keyof ByChannel, 'name'>): number => (before?.[key] ?? 0) + one[key];
    all.set(one.name, {
      name: one.name,
      questions: sum('questions'),
      answered: sum('answered'),
      clarify: sum('clarify'),
      not_found: sum('not_found'),
      useful: sum('useful'),
      wrong: sum('wrong'),
    });
  }
  return [...all.values()].sort((a, b) => b.questions - a.questions || (a.name < b.name ? -1 : 1));
};

const HEADS = ['来自', '提问', '已回答', '反问', '答不了', '回答率', '有用', '有误'];

/** A table of what came from where; nothing where nothing came. */
export const channelTable = (days: readonly Day[], id: string): Fill => {
  const rows = channelsOf(days);
  return (
    rows.length > 0 &&
    html`<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0"><table>
<thead><tr>${HEADS.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map(
      ({ name, questions, answered, clarify, not_found, useful, wrong }) => html`
<tr><th scope="row">${channelName(name)}</th><td>${questions}</td><td>${answered}</td><td>${clarify}</td><td>${not_found}</td>
<td>${share(answered, questions)}</td><td>${useful}</td><td>${wrong}</td></tr>`,
    )}</tbody>
</table></div>`
  );
};
