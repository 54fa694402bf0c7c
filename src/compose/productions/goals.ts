import { type Build, made, query } from '../assembled.ts';
import { hasWords, wants } from '../said.ts';

/** 计划的主要目标, 主要目标是什么: what the plan as a whole aims at. */
export const goals: Build = (parts) => {
  const { properties, heads, positions, before } = parts;
  const asked = properties.includes('target') || properties.includes('goal');
  const whole = parts.plan || (heads.length + positions.length + before.size === 0 && wants(parts, 'what', 'which'));
  if (!asked || !whole || parts.refs.length + parts.clauses.length + parts.years.length > 0 || hasWords(parts))
    return undefined;
  return made('goals', query(parts, { set: 'all', type: 'goal' }, { asks: [{ ask: 'members' }] }), {
    uses: ['properties', 'plan', 'wanted', 'heads'],
    operators: ['all', 'total'],
  });
};
