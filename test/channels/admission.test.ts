import { describe, expect, test } from 'vitest';
import { type Admit, createAdmission } from '../../src/channels/admission.ts';
import type { Asker } from '../../src/channels/work.ts';
import type { AccessConfig } from '../../src/config.ts';
import { processorTime } from '../cpu.ts';
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
  const isExternal = async (chat: string): Promise<boolean> => external.includes(chat);
  const admit: Admit = createAdmission({ ...OPEN_ACCESS, ...access }, isExternal, () => time);
  return {
    may: async (asker: Partial<Asker> = {}) => {
      const { status, ...more } = await admit({ ...MEMBER, ...asker });
      return { status, ...('hint' in more && { hint: more.hint }) };
    },
    /** Admitted, but the platform is told to deliver it again. */
    mayAgain: async () => {
      const admitted = await admit(MEMBER);
      admitted.back();
    },
    pass: (ms: number): void => {
      time += ms;
    },
  };
};

describe('the lists', () => {
  test('that are empty let everybody in', async () => {
    expect(await open().may()).toEqual(YES);
    expect(await open().may({ tenant: 'theirs', chat: 'oc_9', person: 'ou_9' })).toEqual(YES);
  });

  test('of organisations keep others out', async () => {
    const { may } = open({ tenants: ['ours', 'sister'] });
    expect(await may()).toEqual(YES);
    expect(await may({ tenant: 'sister' })).toEqual(YES);
    expect(await may({ tenant: 'theirs' })).toEqual(no('not_allowed'));
    expect(await may({ tenant: 'our' })).toEqual(no('not_allowed'));
  });

  test('of organisations say nothing where the platform does not tell the organisation', async () => {
    expect(await open({ tenants: ['ours'] }).may({ tenant: '' })).toEqual(YES);
  });

  test('of chats keep other chats out, private ones too', async () => {
    const { may } = open({ chats: ['oc_1'] });
    expect(await may()).toEqual(YES);
    expect(await may({ chat: 'oc_2' })).toEqual(no('not_allowed'));
    expect(await may({ chat: 'oc_private', private: true })).toEqual(no('not_allowed'));
  });

  test('of people keep other people out, wherever they ask', async () => {
    const { may } = open({ people: ['ou_1'] });
    expect(await may({ chat: 'oc_9' })).toEqual(YES);
    expect(await may({ person: 'ou_2' })).toEqual(no('not_allowed'));
  });

  test('of chats and of people widen each other', async () => {
    const { may } = open({ chats: ['oc_1'], people: ['ou_boss'] });
    expect(await may({ person: 'ou_9' })).toEqual(YES);
    expect(await may({ chat: 'oc_9', person: 'ou_boss' })).toEqual(YES);
    expect(await may({ chat: 'oc_9', person: 'ou_9' })).toEqual(no('not_allowed'));
  });

  test('do not let in from another organisation who stands on the list of people', async () => {
    expect(await open({ tenants: ['ours'], people: ['ou_1'] }).may({ tenant: 'theirs' })).toEqual(no('not_allowed'));
  });
});

describe('outside people', () => {
  test('are refused, in whatever chat', async () => {
    const { may } = open();
    expect(await may({ outside: true })).toEqual(no('external_chat'));
    expect(await may({ outside: true, private: true })).toEqual(no('outsider'));
  });

  test('in a group refuse the group to everybody', async () => {
    const { may } = open({}, ['oc_1']);
    expect(await may()).toEqual(no('external_chat'));
    expect(await may({ chat: 'oc_2' })).toEqual(YES);
  });

  test('are let in where the administrator allows it', async () => {
    const { may } = open({ external: true }, ['oc_1']);
    expect(await may({ outside: true })).toEqual(YES);
    expect(await may()).toEqual(YES);
  });

  test('that are allowed are still held against the lists', async () => {
    const { may } = open({ external: true, tenants: ['ours'], people: ['ou_1'] });
    expect(await may({ outside: true, tenant: 'theirs' })).toEqual(no('not_allowed'));
    expect(await may({ outside: true, person: 'ou_9' })).toEqual(no('not_allowed'));
  });
});

describe('how often', () => {
  test('within the limit of a minute everything is admitted; beyond it one line, then silence', async () => {
    const { may } = open({ perMinute: 3 });
    expect([await may(), await may(), await may()]).toEqual([YES, YES, YES]);
    expect(await may()).toEqual(no('too_many'));
    expect([await may(), await may()]).toEqual([SILENCE, SILENCE]);
  });

  test('the minute is counted back from each question', async () => {
    const { may, pass } = open({ perMinute: 2 });
    expect(await may()).toEqual(YES);
    pass(40 * SECOND);
    expect(await may()).toEqual(YES);
    pass(MINUTE - 40 * SECOND - 1);
    expect(await may()).toEqual(no('too_many'));
    pass(1);
    expect(await may()).toEqual(no('too_many')); // the first is a minute old; the two after it are not
    pass(MINUTE);
    expect(await may()).toEqual(YES);
  });

  test('who goes on asking in vain is told once, and those questions do not keep them out for longer', async () => {
    const { may, pass } = open({ perMinute: 1 });
    expect(await may()).toEqual(YES);
    expect(await may()).toEqual(no('too_many'));
    for (let n = 0; n < 5; n++) {
      pass(10 * SECOND);
      expect(await may()).toEqual(SILENCE);
    }
    pass(10 * SECOND);
    expect(await may()).toEqual(YES);
  });

  test('each person has a limit of their own, whatever the chat; the same id elsewhere is another person', async () => {
    const { may } = open({ perMinute: 1 });
    expect(await may()).toEqual(YES);
    expect(await may({ chat: 'oc_2' })).toEqual(no('too_many'));
    expect(await may({ person: 'ou_2' })).toEqual(YES);
    expect(await may({ tenant: 'sister' })).toEqual(YES);
  });

  test('what could not be taken, and comes again, does not count against whoever asked', async () => {
    const { may, mayAgain } = open({ perMinute: 2 });
    for (let at = 0; at < 10; at += 1) await mayAgain();
    expect([await may(), await may()]).toEqual([YES, YES]);
    expect(await may()).toEqual(no('too_many'));
  });

  test('what came a second time, beyond the limit, makes no room for another', async () => {
    const { may, mayAgain } = open({ perMinute: 2 });
    expect([await may(), await may(), await may()]).toEqual([YES, YES, no('too_many')]);
    for (let at = 0; at < 10; at += 1) await mayAgain();
    expect(await may()).toEqual(SILENCE);
  });

  test('who is not allowed is told so no more often than anybody is answered', async () => {
    const { may } = open({ perMinute: 2, people: ['ou_2'] });
    expect([await may(), await may()]).toEqual([no('not_allowed'), no('not_allowed')]);
    expect([await may(), await may()]).toEqual([no('too_many'), SILENCE]);
  });

  test('of 50,001 people the one who has been quiet for longest is forgotten, the others are not', async () => {
    const { may } = open({ perMinute: 1 });
    await may({ person: 'first' });
    await may({ person: 'second' });
    for (let n = 0; n < 49_999; n++) await may({ person: `other ${n}` });
    expect(await may({ person: 'second' })).toEqual(no('too_many'));
    expect(await may({ person: 'first' })).toEqual(YES);
  });

  test('a flood of 50,001 people takes seconds at most', async () => {
    const { may } = open({ perMinute: 1 });
    const flood = async (): Promise<void> => {
      for (let n = 0; n < 50_001; n++) await may({ person: `person ${n}` });
    };
    expect(await processorTime(flood)).toBeLessThan(5000);
  });

  test('somebody who asks without end is remembered in bounds', async () => {
    const { may } = open({ perMinute: 20 });
    const flood = async (): Promise<void> => {
      for (let n = 0; n < 20_000; n++) await may();
    };
    expect(await processorTime(flood)).toBeLessThan(5000);
  });
});
