import { describe, expect, it } from 'vitest';
import { createCiter } from '../../src/answer/citation.ts';
import { squeeze } from '../../src/text.ts';
import { bot, SOURCE } from '../helper.ts';

const cite = createCiter(bot.plan);

describe('a citation', () => {
  it('quotes a piece across a broken line, on its lines', () => {
    const { quote, lines } = cite('2.2', '市场交易机制进一步完善，交易活跃度');
    expect(quote).toBe('市场交易机制进一步完善，交易活跃度');
    expect(lines).toEqual([32, 34]);
  });

  it('runs unbroken from the first piece to the last and is shown with an omission', () => {
    const source = cite('annex.21', '推动设立天然气交易中心', '省地方金融监管局、陕西证监局');
    expect(source.quote.startsWith('推动设立天然气交易中心 在省地方金融局')).toBe(true);
    expect(source.quote.endsWith('市金融工作局、高新区、市委 省地方金融监管局、陕西证监局')).toBe(true);
    expect(source.shown).toBe('推动设立天然气交易中心……省地方金融监管局、陕西证监局');
  });

  it('never quotes a piece that the clause does not hold', () => {
    expect(cite('annex.21', '并予以补贴').quote).not.toContain('补贴');
  });

  it('of a clause whose lines lie apart quotes each run of lines by itself', () => {
    const { dated, printed } = bot.plan.document;
    const sources = cite.runs('0', dated, `${printed}印发`);
    expect(sources.map(({ quote }) => quote)).toEqual([dated, `${printed}印发`]);
    expect(cite('0', dated, `${printed}印发`).quote).toBe(dated);
    expect(cite('0', `${printed}印发`, dated).quote).toBe(`${printed}印发`);
  });

  it('is one unbroken piece of the source, for every clause and each of its runs', () => {
    const source = squeeze(SOURCE);
    for (const { id } of bot.plan.clauses)
      for (const { quote } of [cite(id), ...cite.runs(id)]) expect(source.includes(squeeze(quote)), id).toBe(true);
  });

  it('of a clause that is not in the plan is a bug', () => {
    expect(() => cite('annex.58')).toThrow('no clause annex.58');
  });
});
