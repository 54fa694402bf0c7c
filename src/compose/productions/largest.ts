import { type Build, made, query } from '../assembled.ts';
import { figureNoun } from '../figure-noun.ts';
import { has, hasWords } from '../said.ts';
import { ALL_TASKS } from '../sets.ts';

/** 附件里金额最大的是哪项: the task with the largest figure of a class. */
export const largest: Build = (parts) => {
  const figure = parts.figures[0];
  const noun = figureNoun(parts);
  const asked = figure !== undefined || noun !== undefined || parts.properties.includes('amount');
  if (!has(parts, 'most', 'least') || !asked) return undefined;
  if (parts.refs.length > 0 || (hasWords(parts) && noun === undefined) || has(parts, 'growth')) return undefined;
  const measure = figure?.measure;
  const unit = figure && figure.figure !== 'figure' && figure.figure !== 'date' ? figure.figure : undefined;
  return made(
    'largest',
    query(parts, ALL_TASKS, {
      asks: [
        {
          ask: 'reckon',
          reckon: has(parts, 'least') ? 'smallest' : 'largest',
          ...(measure && { measure }),
          ...(unit && { unit }),
        },
      ],
    }),
    {
      uses: [
        'figures',
        'heads',
        'wanted',
        'properties',
        'years',
        'part',
        ...(noun === undefined ? [] : (['words'] as const)),
      ],
      operators: ['most', 'least'],
    },
  );
};
