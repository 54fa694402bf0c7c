import { describe, expect, test } from 'vitest';
import { type Admit, createAdmission } from '../../src/channels/admission.ts';
import type { Asker } from '../../src/channels/work.ts';
import type { AccessConfig } from '../../src/config.ts';
import { OPEN_ACCESS } from '../fakes/desk.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

const YES = { status: 'yes' };
const SILENCE = { status: 'no' };
const no = (hint: string) => ({ status: 'no', hint });

const MEMBER: Asker = { tenant: 'ours', chat: 'oc_1', person: 'ou_1', private: false, outside: false };

/** Admission with a clock that the test moves. */
const open = (access: Partial<AccessConfig> = {}, external: readonly string[] = []) => {
  let time = 1_700_000_000_000;
  const isExternal = (chat: string): boolean => external.includes(chat);
  const admit: Admit = createAdmission({ ...OPEN_ACCESS, ...access }, isExternal, () => time);
  return {
    may: (asker: Partial<Asker> = {}) => {
      const { status, ...more } = admit({ ...MEMBER, ...asker });
      return { status, ...('hint' in more && { hint: more.hint }) };
    },
    /** Admitted, but the platform is told to deliver it again. */
    mayAgain: () => {
      const admitted = admit(MEMBER);
      if (admitted.status === 'yes') admitted.back();
    },
    pass: (ms: number): void => {
      time += ms;
    },
  };
};

describe('the lists', () => {
  test('that are empty let everybody in', () => {
    expect(open().may()).toEqual(YES);
    expect(open().may({ tenant: 'theirs', chat: 'oc_9', person: 'ou_9' })).toEqual(YES);
  });

  test('of organisations keep others out', () => {
    const { may } = open({ tenants: ['ours', 'sister'] });
    expect(may()).toEqual(YES);
    expect(may({ tenant: 'sister' })).toEqual(YES);
    expect(may({ tenant: 'theirs' })).toEqual(no('not_allowed'));
    expect(may({ tenant: 'our' })).toEqual(no('not_allowed'));
  });

  test('of organisations say nothing where the platform does not tell the organisation', () => {
    expect(open({ tenants: ['ours'] }).may({ tenant: '' })).toEqual(YES);
  });

  test('of chats keep other chats out, private ones too', () => {
    const { may } = open({ chats: ['oc_1'] });
    expect(may()).toEqual(YES);
    expect(may({ chat: 'oc_2' })).toEqual(no('not_allowed'));
    expect(may({ chat: 'oc_private', private: true })).toEqual(no('not_allowed'));
  });

  test('of people keep other people out, wherever they ask', () => {
    const { may } = open({ people: ['ou_1'] });
    expect(may({ chat: 'oc_9' })).toEqual(YES);
    expect(may({ person: 'ou_2' })).toEqual(no('not_allowed'));
  });

  test('of chats and of people widen each other', () => {
    const { may } = open({ chats: ['oc_1'], people: ['ou_boss'] });
    expect(may({ person: 'ou_9' })).toEqual(YES);
    expect(may({ chat: 'oc_9', person: 'ou_boss' })).toEqual(YES);
    expect(may({ chat: 'oc_9', person: 'ou_9' })).toEqual(no('not_allowed'));
  });

  test('do not let in from another organisation who stands on the list of people', () => {
    expect(open({ tenants: ['ours'], people: ['ou_1'] }).may({ tenant: 'theirs' })).toEqual(no('not_allowed'));
  });
});

describe('outside people', () => {
  test('are refused, in whatever chat', () => {
    const { may } = open();
    expect(may({ outside: true })).toEqual(no('external_chat'));
    expect(may({ outside: true, private: true })).toEqual(no('outsider'));
  });

  test('in a group refuse the group to everybody', () => {
    const { may } = open({}, ['oc_1']);
    expect(may()).toEqual(no('external_chat'));
    expect(may({ chat: 'oc_2' })).toEqual(YES);
  });

  test('are let in where the administrator allows it', () => {
    const { may } = open({ external: true }, ['oc_1']);
    expect(may({ outside: true })).toEqual(YES);
    expect(may()).toEqual(YES);
  });

  test('that are allowed are still held against the lists', () => {
    const { may } = open({ external: true, tenants: ['ours'], people: ['ou_1'] });
    expect(may({ outside: true, tenant: 'theirs' })).toEqual(no('not_allowed'));
    expect(may({ outside: true, person: 'ou_9' })).toEqual(no('not_allowed'));
  });
});

describe('how often', () => {
  test('within the limit of a minute everything is admitted; beyond it one line, then silence', () => {
    const { may } = open({ perMinute: 3 });
    expect([may(), may(), may()]).toEqual([YES, YES, YES]);
    expect(may()).toEqual(no('too_many'));
    expect([may(), may()]).toEqual([SILENCE, SILENCE]);
  });

  test('the minute is counted back from each question', () => {
    const { may, pass } = open({ perMinute: 2 });
    expect(may()).toEqual(YES);
    pass(40 * SECOND);
    expect(may()).toEqual(YES);
    pass(MINUTE - 40 * SECOND - 1);
    expect(may()).toEqual(no('too_many'));
    pass(1);
    expect(may()).toEqual(no('too_many')); // the first is a minute old; the two after it are not
    pass(MINUTE);
    expect(may()).toEqual(YES);
  });

  test('who goes on asking in vain is told once, and those questions do not keep them out for longer', () => {
    const { may, pass } = open({ perMinute: 1 });
    expect(may()).toEqual(YES);
    expect(may()).toEqual(no('too_many'));
    for (let n = 0; n < 5; n++) {
      pass(10 * SECOND);
      expect(may()).toEqual(SILENCE);
    }
    pass(10 * SECOND);
    expect(may()).toEqual(YES);
  });

  test('each person has a limit of their own, whatever the chat; the same id elsewhere is another person', () => {
    const { may } = open({ perMinute: 1 });
    expect(may()).toEqual(YES);
    expect(may({ chat: 'oc_2' })).toEqual(no('too_many'));
    expect(may({ person: 'ou_2' })).toEqual(YES);
    expect(may({ tenant: 'sister' })).toEqual(YES);
  });

  test('what could not be taken, and comes again, does not count against whoever asked', () => {
    const { may, mayAgain } = open({ perMinute: 2 });
    for (let at = 0; at < 10; at += 1) mayAgain();
    expect([may(), may()]).toEqual([YES, YES]);
    expect(may()).toEqual(no('too_many'));
  });

  test('who is not allowed is told so no more often than anybody is answered', () => {
    const { may } = open({ perMinute: 2, people: ['ou_2'] });
    expect([may(), may()]).toEqual([no('not_allowed'), no('not_allowed')]);
    expect([may(), may()]).toEqual([no('too_many'), SILENCE]);
  });

  test('of 50,001 people the one who has been quiet for longest is forgotten, the others are not', () => {
    const { may } = open({ perMinute: 1 });
    may({ person: 'first' });
    may({ person: 'second' });
    for (let n = 0; n < 49_999; n++) may({ person: `other ${n}` });
    expect(may({ person: 'second' })).toEqual(no('too_many'));
    expect(may({ person: 'first' })).toEqual(YES);
  });

  test('a flood of 50,001 people takes seconds at most', () => {
    const { may } = open({ perMinute: 1 });
    const start = performance.now();
    for (let n = 0; n < 50_001; n++) may({ person: `person ${n}` });
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test('somebody who asks without end is remembered in bounds', () => {
    const { may } = open({ perMinute: 20 });
    const start = performance.now();
    for (let n = 0; n < 20_000; n++) may();
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
