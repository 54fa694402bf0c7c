import type { Token } from '../values.ts';
import type { ComposeContent } from './content.ts';
import type { State } from './state.ts';

/** 指数那个: the words before point at one of several. */
const THAT = 'glue:it';

const NAMING: readonly Token['kind'][] = ['unit', 'units', 'task', 'action', 'indicator', 'clause', 'position', 'term'];

/** 指数那个哪年发布, after a list: the one of those shown that prints the word, and no other of the plan. */
export const withShownThat = (
  tokens: readonly Token[],
  { shown }: State,
  { prints }: ComposeContent,
): readonly Token[] => {
  const at = tokens.findIndex(({ kind }, index) => kind === 'words' && tokens[index + 1]?.rule === THAT);
  const word = tokens[at];
  if (!word || shown.length < 2 || tokens.some(({ kind }) => NAMING.includes(kind))) return tokens;
  const [ref, ...others] = shown.filter((one) => one.type === 'task' && prints(word.text, one));
  if (!ref || others.length > 0) return tokens;
  const { from } = word;
  const task: Token = { from, to: from, text: '', rule: 'task:shown', kind: 'task', task: Number(ref.id) };
  return [...tokens.slice(0, at), task, ...tokens.slice(at)];
};
