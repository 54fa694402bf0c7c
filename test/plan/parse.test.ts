import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareTask, titlesDiffer } from '../../src/answer/differences.ts';
import { planFolders, readCorpus } from '../../src/corpus.ts';
import { printedBy } from '../../src/plan/named-units.ts';
import { parsePlan } from '../../src/plan/parse.ts';
import { squeeze } from '../../src/text.ts';
import { bot, PLAN_FOLDER, SOURCE, task } from '../helper.ts';

const { plan } = bot;
const clause = (id: string) => plan.clauses.find((one) => one.id === id);
const shared = join(PLAN_FOLDER, '../../../shared/plan/xian-silk-road-finance-2020-2022.txt');

describe('every line of the source has its place', () => {
  const lines = SOURCE.split('\n').flatMap((text, at) => (text.trim() === '' ? [] : [{ line: at + 1, text }]));

  it('every non-empty line belongs to exactly one clause, as it stands', () => {
    const owned = plan.clauses.flatMap(({ source }) => source).toSorted((a, b) => a.line - b.line);
    expect(owned).toEqual(lines);
  });

  it('no line is left unplaced and every clause id is unique', () => {
    expect(plan.unplaced).toEqual([]);
    expect(new Set(plan.clauses.map(({ id }) => id)).size).toBe(plan.clauses.length);
  });

  it('the text of each clause is its lines, white space aside', () => {
    for (const { text, source } of plan.clauses)
      expect(squeeze(text)).toBe(squeeze(source.map((line) => line.text).join('')));
  });

  it('the clause tree is the reviewed one', async () => {
    const tree = plan.clauses.map(
      ({ id, kind, label, source, text }) =>
        `${id}\t${kind}\t${label}\t${source.map(({ line }) => line).join(',')}\t${text.replace(/\s+/g, ' ').slice(0, 40)}`,
    );
    await expect(`${tree.join('\n')}\n`).toMatchFileSnapshot('../fixtures/clause-tree.tsv');
  });
});

describe('the plan has the shape that it is said to have', () => {
  it('15 actions with a goal each, 57 measures, 57 rows, 5 goals, 5 safeguards, 7 indicators over 5 years', () => {
    expect(plan.actions.length).toBe(15);
    expect(plan.actions.every(({ goal }) => clause(goal)?.text.includes('具体目标'))).toBe(true);
    expect(plan.tasks.length).toBe(57);
    expect(plan.tasks.every(({ row }) => row.targets.map(({ year }) => year).join() === '2020,2021,2022')).toBe(true);
    expect(plan.goals).toEqual(['2.1', '2.2', '2.3', '2.4', '2.5']);
    expect(plan.safeguards).toEqual(['4.1', '4.2', '4.3', '4.4', '4.5']);
    expect(plan.indicators.map(({ values }) => values.map(({ role }) => role).join())).toEqual(
      Array(7).fill('past,past,target,target,target'),
    );
  });

  it('the document says of itself: title, number, dates, issuer, copies', () => {
    expect(plan.document).toEqual({
      title: '西安丝绸之路金融中心发展行动计划（2020—2022年）',
      number: '市政办发〔2020〕9号',
      issuer: '西安市人民政府办公厅',
      dated: '2020年3月25日',
      printed: '2020年3月26日',
      addressees: '各区、县人民政府，市人民政府各工作部门、各直属机构',
      copies: ['市委各部门，市人大常委会办公厅，市政协办公厅，西安警备区。', '市法院，市检察院，各人民团体。'],
      period: [2020, 2022],
    });
  });

  it('every task has a responsible unit in both sources and every printed name is registered', () => {
    for (const { body, row } of plan.tasks) {
      expect(body.responsible.length, body.clause).toBeGreaterThan(0);
      expect(row.responsible.length, row.clause).toBeGreaterThan(0);
      for (const name of [...body.responsible, ...body.supporting, ...row.responsible, ...row.supporting])
        expect(name.means, name.printed).not.toEqual([]);
    }
  });

  it('the measure and the row of one task speak of the same thing', () => {
    for (const { body, row } of plan.tasks) {
      const common = [...new Set(body.title)].filter((char) => row.title.includes(char));
      expect(common.length / new Set(body.title).size, `${body.title} / ${row.title}`).toBeGreaterThan(0.5);
    }
  });
});

describe('the hazards of this print', () => {
  it('a sentence broken across lines is one: 进一步完善，交易活跃度', () => {
    expect(clause('2.2')?.text).toContain('市场交易机制进一步完善，交易活跃度明显增强。');
  });

  it('a bracket broken across lines is read whole: 省地方金融监管局', () => {
    expect(printedBy(task(25).body.supporting)).toBe('省地方金融监管局');
    expect(printedBy(task(22).body.supporting)).toBe('陕西证监局');
    expect(printedBy(task(54).body.supporting)).toBe('人行西安分行、陕西银保监局、陕西证监局');
  });

  it('a bracket on a line of its own belongs to the measure above it', () => {
    expect(printedBy(task(11).body.responsible)).toBe('高新区、市财政局、市科技局、市金融工作局');
    expect(printedBy(task(23).body.supporting)).toBe('陕西银保监局、陕西证监局、人行西安分行营管部');
  });

  it('a measure goes on after a closed sentence at a page break', () => {
    expect(task(30).body.text).toContain('支持企业开展全口径宏观审慎跨境融资。');
  });

  it('a group in the middle of a list: 各区县、开发区，市金融工作局、市科技局', () => {
    expect(task(14).body.responsible.map(({ means }) => means.join('+'))).toEqual([
      '各区县',
      '各开发区',
      '市金融工作局',
      '市科技局',
    ]);
  });

  it('one printed name that runs two together: 市财政涉农区县', () => {
    const run = task(35).row.responsible.find(({ printed }) => printed === '市财政涉农区县');
    expect(run).toEqual({ printed: '市财政涉农区县', means: ['市财政局', '各涉农区县'], misprint: true });
  });

  it('a word of another language inside a Chinese sentence stays as printed', () => {
    expect(task(4).body.text).toContain('重要行业 and 关键领域');
  });

  it('an empty last cell is no supporting unit, not a lost row', () => {
    expect(task(19).row.supporting).toEqual([]);
    expect(printedBy(task(19).row.responsible)).toBe('西咸新区、市金融工作局');
  });

  it('人行西安分行 and its 营管部 are two units', () => {
    expect(task(29).body.supporting[0]?.means).toEqual(['人行西安分行']);
    expect(task(27).body.supporting.at(-1)?.means).toEqual(['人行西安分行营管部']);
  });

  it.each([
    [53, '产灞生态区', '浐灞生态区'],
    [53, '新城', '新城区'],
    [25, '灞桥生态区', '浐灞生态区'],
    [21, '市委', '市发改委'],
    [23, '陕西银监局', '陕西银保监局'],
    [27, '人行西安分行营业部', '人行西安分行营管部'],
    [2, '各县', '各区县'],
  ])('row %i prints %s and a reviewed note reads it as %s', (number, printed, meant) => {
    const { row } = task(number);
    expect([...row.responsible, ...row.supporting].find((name) => name.printed === printed)).toEqual({
      printed,
      means: [meant],
      misprint: true,
    });
  });

  it('23 of 57 titles differ between body and annex', () => {
    expect(plan.tasks.filter(titlesDiffer).map(({ number }) => number)).toEqual([
      2, 6, 10, 11, 12, 14, 15, 18, 20, 22, 25, 29, 33, 34, 39, 44, 47, 49, 52, 53, 54, 56, 57,
    ]);
  });

  it('body and annex name different units for these tasks', () => {
    const differing = plan.tasks.flatMap((one) =>
      compareTask(one)
        .filter(({ onlyBody, onlyAnnex }) => onlyBody.length + onlyAnnex.length > 0)
        .map(
          ({ role, onlyBody, onlyAnnex }) => `${one.number} ${role} +${onlyBody.join('、')} -${onlyAnnex.join('、')}`,
        ),
    );
    expect(differing).toEqual([
      '2 supporting +陕西证监局 -',
      '3 supporting +陕西证监局 -',
      '4 responsible +各区县 -',
      '23 responsible +浐灞生态区 -',
      '30 responsible +国际港务区 -',
      '31 responsible +国际港务区 -',
      '47 supporting +陕西证监局 -',
      '48 supporting +陕西证监局 -',
    ]);
  });
});

describe('the corpus folder', () => {
  it.skipIf(!existsSync(shared))('holds the text as it was received', () => {
    expect(SOURCE).toBe(readFileSync(shared, 'utf8'));
  });

  it('a text that is no plan is refused, naming what is missing', () => {
    const corpus = readCorpus(PLAN_FOLDER);
    expect(() => parsePlan({ ...corpus, source: '一、指导思想\n没有别的。\n' })).toThrow(
      /corpus_invalid|title|tasks|document/,
    );
  });

  it('every plan folder parses, and every registered member and meaning is a registered unit or group', () => {
    for (const folder of planFolders(join(PLAN_FOLDER, '..'))) {
      const { registry } = readCorpus(folder);
      const names = new Set([...registry.units, ...registry.groups].map(({ name }) => name));
      const used = [
        ...registry.groups.flatMap(({ members }) => members),
        ...registry.misprints.flatMap(({ means }) => means),
        ...registry.ambiguous.flatMap(({ units }) => units),
      ];
      expect(used.filter((name) => !names.has(name))).toEqual([]);
    }
  });

  it('no name belongs to two units', () => {
    const owners = new Map<string, Set<string>>();
    for (const entry of [...plan.registry.units, ...plan.registry.groups]) {
      const full = 'full' in entry ? [entry.full] : [];
      for (const name of [entry.name, ...full, ...entry.others, entry.english.name, ...entry.english.others]) {
        const key = name.toLowerCase();
        owners.set(key, (owners.get(key) ?? new Set()).add(entry.name));
      }
    }
    expect(
      [...owners].filter(([, units]) => units.size > 1).map(([name, units]) => `${name}: ${[...units].join('、')}`),
    ).toEqual([]);
  });
});
