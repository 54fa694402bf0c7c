/** What the doctor found out: one line. */
export interface Finding {
  /** `good` ✓, `bad` ✗ until somebody acts, `warn` ！ worth a look, `note` － nothing to do, `ask` □ to be looked up by hand. */
  readonly level: 'good' | 'bad' | 'warn' | 'note' | 'ask';
  /** What is so and, where something is wrong, what to do about it and where. Never a secret. */
  readonly text: string;
}

const MARKS: Readonly<Record<Finding['level'], string>> = { good: '✓', bad: '✗', warn: '！', note: '－', ask: '□' };

export const good = (text: string): Finding => ({ level: 'good', text });
export const bad = (text: string): Finding => ({ level: 'bad', text });
export const warn = (text: string): Finding => ({ level: 'warn', text });
export const note = (text: string): Finding => ({ level: 'note', text });
export const ask = (text: string): Finding => ({ level: 'ask', text });

/** As it is printed. */
export const lineOf = ({ level, text }: Finding): string => `${MARKS[level]} ${text.replaceAll('\n', ' ')}`;
