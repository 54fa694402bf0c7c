import type { Assignment, ClauseId, NamedUnit } from '../types.ts';
import type { ResolveUnit } from './units.ts';

/** The words that open a list of units, by the role that they give. */
const ROLE_CUES = [
  { role: 'responsible', cue: /^(?:责任单位|牵头单位|牵头部门|负责单位|责任部门)$/ },
  { role: 'supporting', cue: /^(?:支持单位|配合单位|配合部门|参与单位|支持部门)$/ },
] as const;

const BRACKET = /[（(]\s*((?:责任|牵头|负责|支持|配合|参与)(?:单位|部门)\s*[:：][^（）()]*)[）)]\s*$/;
const ROLE = /([\u4e00-\u9fff]{2}(?:单位|部门))\s*[:：]/g;
const BETWEEN_NAMES = /[、，,；;。]/;

/** 各区县、开发区，市金融工作局 → three names. `，` and `、` both divide. */
export const readNames = (list: string, clause: ClauseId, resolve: ResolveUnit): readonly NamedUnit[] =>
  list
    .split(BETWEEN_NAMES)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => resolve(name, clause));

/** A paragraph and its closing bracket, apart. */
export const splitBracket = (text: string): { readonly body: string; readonly bracket: string | undefined } => {
  const found = BRACKET.exec(text);
  return found
    ? { body: text.slice(0, found.index).trim(), bracket: found[1] ?? '' }
    : { body: text, bracket: undefined };
};

/** `责任单位：市金融工作局，各区县、开发区；支持单位：陕西证监局` → who is responsible, who supports. */
export const readAssignment = (bracket: string, clause: ClauseId, resolve: ResolveUnit): Assignment => {
  const marks = [...bracket.matchAll(ROLE)];
  const lists = marks.map((mark, at) => ({
    role: ROLE_CUES.find(({ cue }) => cue.test(mark[1] ?? ''))?.role,
    names: readNames(bracket.slice(mark.index + mark[0].length, marks[at + 1]?.index), clause, resolve),
  }));
  const of = (role: 'responsible' | 'supporting') =>
    lists.filter((list) => list.role === role).flatMap((list) => list.names);
  return { responsible: of('responsible'), supporting: of('supporting') };
};
