import { describe, expect, test } from 'vitest';
import { meantBy } from '../../../../src/plan/named-units.ts';
import type { UnitName } from '../../../../src/types.ts';
import { worklistOf } from '../../../../src/worklists/worklist-of.ts';
import { ask } from '../../../helper.ts';
import { app, BASE, load, numbersIn, plan, tagged, unitPath, units } from './loaded.ts';
import { all, classed, type Element, textOf } from './read-html.ts';

describe('units', () => {
  const sectionsOf = async (name: UnitName) => {
    const page = await load(unitPath(name));
    const sections = tagged(page, 'section');
    const of = (id: string) =>
      numbersIn({
        tag: '',
        attributes: {},
        children: sections.filter((one) => tagged(one, 'h2')[0]?.attributes.id === id),
      });
    return { responsible: of('responsible'), supporting: of('supporting'), reached: of('reached'), page };
  };

  test('each page has the same tasks as the bot’s answer', async () => {
    let compared = 0;
    for (const name of units) {
      const answer = ask(`${name}有哪些任务`);
      const { responsible, supporting, reached } = await sectionsOf(name);
      const own = [...new Set([...responsible, ...supporting])].sort((a, b) => a - b);
      const shown = own.length > 0 ? own : reached;
      // A group that no task lists is answered with the tasks that mention it.
      if (answer.kind !== 'list' || answer.text.startsWith('写到')) {
        expect([name, shown]).toEqual([name, []]);
        continue;
      }
      compared += 1;
      expect([name, shown]).toEqual([name, answer.tasks]);
      const group = answer.notices.find(({ code }) => code === 'group_member');
      expect([name, reached.length]).toEqual([name, group?.clauses.length ?? 0]);
    }
    expect(compared).toBeGreaterThan(35);
  });

  test('each role has the tasks in which body or annex name the unit, and says which where only one does', async () => {
    for (const name of units) {
      const { responsible, supporting, page } = await sectionsOf(name);
      for (const [role, shown] of [
        ['responsible', responsible],
        ['supporting', supporting],
      ] as const) {
        const named = plan.tasks.filter(({ body, row }) =>
          [...meantBy(body[role]), ...meantBy(row[role])].includes(name),
        );
        expect([name, role, shown]).toEqual([name, role, named.map(({ number }) => number)]);
        const oneSided = named.filter(
          ({ body, row }) => meantBy(body[role]).includes(name) !== meantBy(row[role]).includes(name),
        );
        const [section] = tagged(page, 'section').filter((one) => tagged(one, 'h2')[0]?.attributes.id === role);
        expect((section ? classed(section, 'only') : []).length).toBe(oneSided.length);
      }
    }
  });

  test('the work lists have the same tasks', async () => {
    for (const name of units) {
      const worklist = worklistOf(plan, { unit: name }, 0);
      if (worklist.kind !== 'worklist') throw new Error(worklist.message);
      const listed = (relation: string) =>
        worklist.lists.filter((list) => list.relation === relation).flatMap(({ rows }) => rows.map(({ task }) => task));
      const { responsible, supporting, reached } = await sectionsOf(name);
      expect([name, responsible, supporting, reached]).toEqual([
        name,
        ...['responsible', 'supporting', 'through'].map(listed),
      ]);
    }
  });

  test('every link to a work list is taken by its route', async () => {
    const paths = [...units.map(unitPath), ...plan.actions.map(({ number }) => `${BASE}/actions/${number}`)];
    const links = new Set<string>();
    for (const path of paths)
      for (const { attributes } of tagged(await load(path), 'a'))
        if (attributes.href?.startsWith('/api/worklists')) links.add(attributes.href);
    expect(links.size).toBeGreaterThan(500);
    const light = [...links].filter((href, at) => !href.includes('xlsx') || at === 0);
    for (const href of light) expect([href, (await app.inject(href)).statusCode]).toEqual([href, 200]);
  });

  test('each entry has the targets of each year as the annex prints them', async () => {
    const { page } = await sectionsOf('市金融工作局');
    for (const entry of classed(page, 'entry')) {
      const task = plan.tasks.find(({ number }) => `${number}` === entry.attributes['data-task']);
      expect(tagged(entry, 'dt').map(textOf)).toEqual(task?.row.targets.map(({ year }) => `${year}年`));
      expect(tagged(entry, 'dd').map(textOf)).toEqual(task?.row.targets.map(({ text }) => text));
    }
  });

  test('the list counts what the pages show', async () => {
    const page = await load(`${BASE}/units`);
    for (const row of tagged(page, 'tr').filter((one) => tagged(one, 'td').length > 0)) {
      const name = tagged(row, 'th').map(textOf).join('');
      const { responsible, supporting, reached } = await sectionsOf(name);
      expect([name, ...tagged(row, 'td').map(textOf)]).toEqual(
        [name, responsible.length, supporting.length, reached.length].map(String),
      );
    }
  });
});

describe('actions, matrix, indicators', () => {
  test('an action has its goal, its tasks and their targets', async () => {
    for (const action of plan.actions) {
      const page = await load(`${BASE}/actions/${action.number}`);
      const goal = plan.clauses.find(({ id }) => id === action.goal)?.text ?? '';
      expect(textOf(page)).toContain(goal);
      const rows = tagged(page, 'tr').filter(({ attributes }) => attributes.id !== undefined);
      expect(rows.map(({ attributes }) => attributes.id)).toEqual(action.tasks.map((number) => `task-${number}`));
      rows.forEach((row, at) => {
        const task = plan.tasks.find(({ number }) => number === action.tasks[at]);
        const cells = tagged(row, 'td').map(textOf);
        expect(cells.slice(0, 3)).toEqual(task?.row.targets.map(({ text }) => text));
        expect(cells.slice(3, 5)).toEqual(
          [task?.body.responsible ?? [], task?.body.supporting ?? []].map((list) => meantBy(list).join('、')),
        );
      });
    }
  });

  test('each count of the matrix leads to the tasks that it counts', async () => {
    const page = await load(`${BASE}/matrix`);
    const links = tagged(page, 'a').filter(({ attributes }) =>
      /^(?:responsible|supporting)$/.test(attributes.class ?? ''),
    );
    const heads = new Map<string, string>();
    const idsOf = async (path: string) => {
      if ([...heads.keys()].some((key) => key.startsWith(`${path}#`))) return;
      for (const node of all(await load(path)))
        if (node.attributes.id !== undefined) heads.set(`${path}#${node.attributes.id}`, textOf(node));
    };
    expect(links.length).toBeGreaterThan(300);
    for (const link of links) {
      const { pathname, hash } = new URL(link.attributes.href ?? '', 'http://x');
      if (!pathname.startsWith(`${BASE}/units/`)) continue;
      await idsOf(pathname);
      const count = textOf(link).replace(/\D/g, '');
      expect([pathname, hash, heads.get(`${pathname}${hash}`)]).toEqual([
        ...[pathname, hash],
        expect.stringMatching(new RegExp(`(?<!\\d)${count} 项$`)),
      ]);
    }
  });

  test('the matrix adds up, by rows, by columns and with the plan', async () => {
    const page = await load(`${BASE}/matrix`);
    const count = (cell: Element, role: string) =>
      Number(
        classed(cell, role)
          .map((node) => textOf(node).replace(/\D/g, ''))
          .join('') || 0,
      );
    const rows = tagged(page, 'tr').filter((row) => tagged(row, 'td').length > 0);
    const foot = rows.at(-1);
    const body = rows.slice(0, -1);
    expect(body.length).toBe(38);
    for (const role of ['responsible', 'supporting'] as const) {
      const grid = body.map((row) => tagged(row, 'td').map((cell) => count(cell, role)));
      const sums = foot ? tagged(foot, 'td').map((cell) => count(cell, role)) : [];
      for (const cells of grid) expect(cells.at(-1)).toBe(cells.slice(0, -1).reduce((sum, value) => sum + value, 0));
      expect(sums).toEqual(sums.map((_, at) => grid.reduce((sum, cells) => sum + (cells[at] ?? 0), 0)));
      const pairs = plan.tasks.map(
        ({ body: text, row }) => new Set([...meantBy(text[role]), ...meantBy(row[role])]).size,
      );
      expect(sums.at(-1)).toBe(pairs.reduce((sum, value) => sum + value, 0));
      plan.actions.forEach(({ tasks }, at) => {
        expect(sums[at]).toBe(tasks.reduce((sum, number) => sum + (pairs[number - 1] ?? 0), 0));
      });
    }
  });

  test('an indicator is drawn and printed: figures as the plan has them, past and target told apart', async () => {
    const page = await load(`${BASE}/indicators`);
    const figures = classed(page, 'indicator-figure');
    expect(figures.length).toBe(plan.indicators.length);
    figures.forEach((figure, at) => {
      const { name, values } = plan.indicators[at] ?? { name: '', values: [] };
      const rows = tagged(figure, 'tr').map((row) => tagged(row, 'td').map(textOf));
      expect(tagged(figure, 'h2').map(textOf).join()).toContain(name);
      expect(rows[1]).toEqual(values.map(({ printed }) => printed));
      expect(rows[2]).toEqual(values.map(({ role }) => (role === 'past' ? '历史数' : '目标')));
      const [svg] = tagged(figure, 'svg');
      const drawn = svg ? tagged(svg, 'text').map(textOf) : [];
      for (const { year, printed } of values) expect(drawn).toEqual(expect.arrayContaining([`${year}`, printed]));
      const bars = svg ? tagged(svg, 'path').filter(({ attributes }) => attributes.stroke === 'var(--accent)') : [];
      expect(bars.map(({ attributes }) => 'stroke-dasharray' in attributes)).toEqual(
        values.map(({ role }) => role === 'target'),
      );
      expect(bars.map(({ attributes }) => attributes.fill === 'none')).toEqual(
        values.map(({ role }) => role === 'target'),
      );
    });
  });
});
