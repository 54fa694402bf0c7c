import { describe, expect, test } from 'vitest';
import { compareTask, type Role, titlesDiffer } from '../../../../src/answer/differences.ts';
import { allUnits } from '../../../../src/channels/web/pages/facts.ts';
import { planPage } from '../../../../src/channels/web/pages/plan-page.ts';
import { createSite } from '../../../../src/channels/web/pages/site.ts';
import { readLines } from '../../../../src/plan/lines.ts';
import { squeeze } from '../../../../src/text.ts';
import type { Task } from '../../../../src/types.ts';
import { ask, bot, SOURCE } from '../../../helper.ts';
import { all, classed, type Element, readHtml, textOf } from './read-html.ts';
import { conflicts } from './served.ts';

const { plan } = bot;
const page = readHtml(planPage(createSite({ plan, conflicts })));
const elements = all(page);
const byId = new Map(elements.flatMap((node) => (node.attributes.id ? [[node.attributes.id, node] as const] : [])));

const at = (id: string): Element => {
  const found = byId.get(id);
  if (!found) throw new Error(`no element ${id}`);
  return found;
};

/** The plan's own words within a clause, without those of clauses inside it. */
const wordsAt = (id: string): readonly string[] => {
  const within = (node: Element): readonly Element[] =>
    node.children.flatMap((child) => {
      if (typeof child === 'string' || 'data-clause' in child.attributes) return [];
      return child.attributes.class?.split(' ').includes('words') ? [child] : within(child);
    });
  return within(at(id)).map(textOf);
};

describe('the plan on its page', () => {
  test('every clause is an anchor, exactly once, in the plan’s order', () => {
    const ids = elements.flatMap(({ attributes }) => ('data-clause' in attributes ? [attributes.id ?? ''] : []));
    expect([...ids].sort()).toEqual(plan.clauses.map(({ id }) => id).sort());
    const body = plan.clauses.filter(({ kind }) => kind !== 'row').map(({ id }) => id);
    expect(ids.filter((id) => body.includes(id))).toEqual(body);
    const rows = plan.clauses.filter(({ kind }) => kind === 'row').map(({ id }) => id);
    expect(ids.filter((id) => rows.includes(id))).toEqual(rows);
  });

  test('no two elements have the same id', () => {
    const ids = elements.flatMap(({ attributes }) => attributes.id ?? []);
    expect(ids.length).toBe(new Set(ids).size);
  });

  test('every line of the source stands in its clause, cell by cell, as printed', () => {
    const lacking = plan.clauses.flatMap(({ id, source }) => {
      const shown = squeeze(wordsAt(id).join('\n'));
      return source.flatMap(({ line, text }) =>
        text
          .split('\t')
          .filter((cell) => !shown.includes(squeeze(cell)))
          .map((cell) => `${line}: ${cell}`),
      );
    });
    expect(lacking).toEqual([]);
    const lines = plan.clauses.flatMap(({ source }) => source.map(({ line }) => line)).sort((a, b) => a - b);
    expect(lines).toEqual(readLines(SOURCE).map(({ line }) => line));
  });

  test('what stands as a clause’s words is nothing but the clause', () => {
    for (const { id, kind, text } of plan.clauses)
      if (kind !== 'heading') expect([id, squeeze(wordsAt(id).join(''))]).toEqual([id, squeeze(text)]);
  });

  test('every clause has its label, as the bot cites it', () => {
    for (const { id, label } of plan.clauses) {
      const [first] = classed(at(id), 'label');
      expect([id, first && textOf(first).trim()]).toEqual([id, label]);
    }
  });

  test('every clause that an answer cites is on the page', () => {
    const cited = [
      '天然气交易中心由哪个单位负责？',
      '金融业增加值各年是多少',
      '抄送给谁',
      '明确责任是怎么写的',
    ].flatMap((question) => ask(question).citations.map(({ clause }) => clause));
    expect(cited.length).toBeGreaterThan(5);
    expect(cited.filter((clause) => !byId.has(clause))).toEqual([]);
  });

  test('body and annex row of a task stand side by side', () => {
    for (const { number, body, row } of plan.tasks) {
      const pair = elements.find(({ attributes }) => attributes['data-task'] === `${number}`);
      const ids = pair ? all(pair).flatMap(({ attributes }) => attributes.id ?? []) : [];
      expect(ids).toEqual([body.clause, row.clause]);
    }
  });

  test('every printed unit is a link to the unit that is meant', () => {
    const unit = (href = '') => decodeURIComponent(href.split('/').at(-1) ?? '');
    for (const { body, row } of plan.tasks)
      for (const side of [body, row]) {
        const links = all(at(side.clause)).filter(({ attributes }) => attributes.href?.includes('/units/'));
        const named = [...side.responsible, ...side.supporting].filter(({ means }) => means.length === 1);
        expect(links.map((link) => [textOf(link), unit(link.attributes.href)])).toEqual(
          named.map(({ printed, means }) => [printed, means[0]]),
        );
      }
  });
});

describe('body against annex', () => {
  const rowsOf = (task: Task): readonly Element[] => {
    const article = elements.find(({ attributes }) => attributes['data-task'] === `${task.number}`);
    return article ? all(article).filter(({ attributes }) => 'data-differs' in attributes) : [];
  };
  const textFor = (task: Task, kind: string): string =>
    rowsOf(task)
      .filter(({ attributes }) => attributes['data-differs'] === kind)
      .map(textOf)
      .join('');

  test('the units that only one of them names are those of the bot’s comparison', () => {
    for (const task of plan.tasks)
      for (const role of ['responsible', 'supporting'] as const) {
        const found = compareTask(task).find((difference) => difference.role === role);
        const names = (list: readonly string[] = []) => list.join('、');
        const said = [
          names(found?.onlyBody) && `仅正文列出 ${names(found?.onlyBody)}`,
          names(found?.onlyAnnex) && `仅附件列出 ${names(found?.onlyAnnex)}`,
        ].filter((part) => part !== undefined && part !== '');
        const head = role === 'responsible' ? '责任单位' : '支持单位';
        expect(textFor(task, role)).toBe(said.length > 0 ? `${head}：${said.join('；')}` : '');
      }
  });

  test('the tasks are those that the bot lists', () => {
    const shown = (differs: (task: Task) => boolean) => plan.tasks.filter(differs).map(({ number }) => number);
    const compared = (...roles: readonly Role[]) =>
      shown((task) => compareTask(task).some(({ role }) => roles.includes(role)));
    // Misprints are differences too; the page marks them where they stand.
    expect(ask('哪些任务的责任单位和支持单位正文与附件不一致').tasks).toEqual(compared('responsible', 'supporting'));
    expect(ask('哪些任务的责任单位正文与附件不一致').tasks).toEqual(compared('responsible'));
    expect(compared('responsible')).toEqual(
      expect.arrayContaining(shown((task) => textFor(task, 'responsible') !== '')),
    );
    expect(shown((task) => textFor(task, 'title') !== '')).toEqual(ask('正文和附件任务名称不一样的有哪些').tasks);
    expect(shown((task) => textFor(task, 'title') !== '')).toEqual(shown(titlesDiffer));
  });

  test('units and figures that only one names are marked where they stand', () => {
    const marked = (id: string) => classed(at(id), 'only').map(textOf);
    for (const task of plan.tasks)
      for (const { onlyBody, onlyAnnex } of compareTask(task)) {
        const means = (names: readonly string[], side: Task['body'] | Task['row']) =>
          [...side.responsible, ...side.supporting]
            .filter((named) => named.means.some((name) => names.includes(name)))
            .map(({ printed }) => printed);
        expect(marked(task.body.clause)).toEqual(expect.arrayContaining(means(onlyBody, task.body)));
        expect(marked(task.row.clause)).toEqual(expect.arrayContaining(means(onlyAnnex, task.row)));
      }
    expect(marked('3.3.2.5')).toContain('35');
  });

  test('reviewed contradictions stand with both of their tasks, computed', () => {
    const of = (number: number) => {
      const task = plan.tasks.find((one) => one.number === number);
      return task ? textFor(task, 'reviewed') : '';
    };
    expect(of(6)).toContain('110-100=10');
    expect(of(9)).toContain('500家');
    expect(of(10)).toContain(of(9));
  });

  test('a misprint stays as printed, marked, with its reviewed note beside it', () => {
    for (const { where, printed, note } of plan.registry.misprints)
      for (const id of where ?? []) {
        expect([id, wordsAt(id).join('|').includes(printed)]).toEqual([id, true]);
        expect(classed(at(id), 'misprint').map(textOf)).toContain(printed);
        expect(classed(at(id), 'note').map(textOf)).toContain(`注 ${note}`);
      }
  });
});

test('the units of the pages are all that the plan names', () => {
  expect(new Set(allUnits(plan).map(({ name }) => name)).size).toBe(
    plan.registry.units.length + plan.registry.groups.length,
  );
});
