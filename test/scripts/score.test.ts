import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultsOf, readTrials } from '../../scripts/score.ts';
import { ask, PLAN_FOLDER } from '../helper.ts';

const trials = readTrials(join(PLAN_FOLDER, 'trial.jsonl'));

describe('the score', () => {
  it('of the trial questions stays where it is', () => {
    const wrong = trials.filter((trial) => faultsOf(trial, ask(trial.q, ...trial.history)).length > 0);
    expect(wrong.length, wrong.map(({ id, q }) => `${id} ${q}`).join('\n')).toBeLessThanOrEqual(trials.length * 0.05);
    expect(trials.length).toBeGreaterThan(70);
  });

  it('counts an answer wrong for its status, a missing word, a wrong task or a wrong clause', () => {
    const [trial] = trials.filter(({ status, tasks }) => status === 'answered' && tasks.length === 1);
    if (!trial) throw new Error('no trial of one task');
    const right = {
      ...trial,
      q: '天然气交易中心由谁负责',
      tasks: [21],
      cite: ['annex.21'],
      must: ['高新区'],
      mustNot: [],
    };
    const answer = ask(right.q);
    expect(faultsOf(right, answer)).toEqual([]);
    expect(faultsOf({ ...right, status: 'not_found' }, answer)).toHaveLength(1);
    expect(faultsOf({ ...right, must: ['市统计局'] }, answer)).toHaveLength(1);
    expect(faultsOf({ ...right, mustNot: ['高新区'] }, answer)).toHaveLength(1);
    expect(faultsOf({ ...right, tasks: [22] }, answer)).toHaveLength(1);
    expect(faultsOf({ ...right, cite: ['annex.22'] }, answer)).toHaveLength(1);
  });
});
