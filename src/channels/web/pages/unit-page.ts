import type { Entry } from '../../../library/entries.ts';
import { yearsOf } from '../../../plan/years.ts';
import { WORKLIST_FORMATS, type WorklistFormat } from '../../../worklists/worklist.ts';
import { type Fill, type Html, html, joined } from '../html.ts';
import { entriesByAction } from './entries.ts';
import { kindOf, ROLE_NAMES, ROLES, type UnitFacts } from './facts.ts';
import { pageOf } from './layout.ts';
import type { WorklistLink } from './links.ts';
import type { Site } from './site.ts';

const FORMAT_NAMES: Readonly<Record<WorklistFormat, string>> = { xlsx: 'Excel', csv: 'CSV', json: 'JSON' };

/** Work lists of a unit or an action as files: all years together, and each year. */
export const worklists = ({ plan, to }: Site, filter: Omit<WorklistLink, 'format' | 'year'>): Html => html`
<section class="worklists" aria-labelledby="files">
<h2 id="files">工作清单</h2>
<ul>${[undefined, ...yearsOf(plan)].map((year) => {
  const name = year === undefined ? '全部年度' : `${year}年`;
  const links = WORKLIST_FORMATS.map((format) => {
    const href = to.worklist({ ...filter, ...(year !== undefined && { year }), format });
    return html`<a href="${href}" aria-label="${name}工作清单，${FORMAT_NAMES[format]}" download>${FORMAT_NAMES[format]}</a>`;
  });
  return html`<li><span>${name}</span> ${joined(links, ' ')}</li>`;
})}</ul>
</section>`;

interface Section {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly Entry[];
  readonly more?: Fill;
}

const sectionOf = (site: Site, name: string, { id, title, entries, more }: Section): Html =>
  html`<section><h2 id="${id}">${title}<span class="count">${entries.length} 项</span></h2>${more}${entriesByAction(site, { unit: name, sort: id }, entries)}</section>`;

/** A task reached through a group: neither source is said to be missing anything. */
const reachedEntries = ({ reached }: UnitFacts): readonly Entry[] =>
  (reached?.tasks ?? []).map((task) => ({ task, inBody: true, inAnnex: true }));

const names = ({ to }: Site, list: readonly string[]): Fill =>
  joined(
    list.map((name) => html`<a href="${to.unit(name)}">${name}</a>`),
    '、',
  );

const about = (site: Site, { unit, group }: UnitFacts): Html => {
  const others = site.plan.registry.groups.filter(({ members }) => unit && members.includes(unit.name));
  return html`
<dl class="about">
${unit && unit.full !== unit.name && html`<div><dt>全称</dt><dd>${unit.full}</dd></div>`}
${others.map((one) => html`<div><dt>属于</dt><dd>${names(site, [one.name])}（${one.basis}）</dd></div>`)}
${group && html`<div><dt>所指</dt><dd>${group.members.length > 0 && html`${names(site, group.members)}。`}${group.basis}</dd></div>`}
</dl>`;
};

const sectionsOf = (facts: UnitFacts): readonly Section[] => {
  const { name, reached } = facts;
  const all: readonly Section[] = [
    ...ROLES.map((role) => ({ id: role, title: ROLE_NAMES[role], entries: facts[role] })),
    {
      id: 'reached',
      title: `经由“${reached?.group ?? ''}”`,
      entries: reachedEntries(facts),
      more:
        reached &&
        html`<p class="lead">这些任务的责任单位写的是“${reached.group}”，没有单独列出${name}。${reached.basis}。</p>`,
    },
  ];
  return all.filter(({ entries }) => entries.length > 0);
};

const summary = (name: string, sections: readonly Section[]): Fill =>
  sections.length > 0
    ? [
        joined(
          sections.map(({ id, title, entries }) => html`<a href="#${id}">${title} ${entries.length} 项</a>`),
          '，',
        ),
        '。',
      ]
    : `计划的责任单位和支持单位两栏都没有写“${name}”。`;

const askLinks = ({ plan, to }: Site, name: string): Html => html`
<p class="aside">${[`${name}负责哪些任务？`, ...yearsOf(plan).map((year) => `${name}${year}年要做什么？`)].map(
  (question) => html`<a href="${to.ask(question)}">${question}</a> `,
)}</p>`;

/** What one unit is responsible for, supports, and reaches through a group, by action and year. */
export const unitPage = (site: Site, facts: UnitFacts): string => {
  const { name } = facts;
  const sections = sectionsOf(facts);
  return pageOf(site, {
    title: name,
    place: 'units',
    above: [{ title: '单位', href: site.to.units }],
    main: html`
<p class="kind">${kindOf(facts)}</p>
<h1>${name}</h1>
<p class="lead">${summary(name, sections)}</p>
${about(site, facts)}
${sections.length > 0 && html`${worklists(site, { unit: name })}${askLinks(site, name)}`}
${sections.map((section) => sectionOf(site, name, section))}`,
  });
};
