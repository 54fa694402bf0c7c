/** 谁, 几家, 是不是, 管不管, …没: what makes a run of characters a question of its own. */
const ASKS =
  /谁|哪|几|多少|多[大久长高远]|啥|什么|咋|怎|何时|为何|干嘛|[吗呢]|还是|(\p{Script=Han})[不没]\1|有没有|[没不]$/u;
/** 高新区管几项 经开区呢: asked of another thing. */
const OF_ANOTHER = /^[\p{Script=Han}\d、]{1,14}呢$/u;
const BLANK = /([ \t]+)/u;
const MARK = /[,，。;；?？!！]/u;
/** Shorter runs are pieces of one question: 第 21 项, 哪个 单位. */
const SHORTEST = 3;

/** The piece of a run that a blank borders on, without what lies beyond another mark. */
const nearest = (run: string, side: 'before' | 'behind'): string => {
  const pieces = run.split(MARK).filter((piece) => piece !== '');
  return (side === 'before' ? pieces.at(-1) : pieces[0]) ?? '';
};

const isQuestion = (run: string): boolean => run.length >= SHORTEST && ASKS.test(run);

/** 社区支行 特色支行 事业部分别要设几家: names in a row, of each of which the last run asks. */
const OF_EACH = /^\p{Script=Han}{2,8}?(?:分别|各[自是有要设]|都)/u;
const NAME = /^\p{Script=Han}{2,8}$/u;

/** How many runs at the head are names of such a row; 0 where there is none. */
const namesInRow = (runs: readonly string[]): number => {
  const said = runs.filter((_run, at) => at % 2 === 0);
  const last = said.findIndex((run) => OF_EACH.test(run));
  return last > 0 && said.slice(0, last).every((run) => NAME.test(run) && !ASKS.test(run)) ? last : 0;
};

/** 谁家负责 扶贫办在里头没: returns a text with a comma in the place of a blank between two questions, or names. */
export const withCommas = (text: string): string => {
  const runs = text.split(BLANK);
  const names = namesInRow(runs);
  return runs
    .map((run, at) => {
      if (at % 2 === 0) return run;
      if (at < 2 * names) return '、';
      const [before, behind] = [nearest(runs[at - 1] ?? '', 'before'), nearest(runs[at + 1] ?? '', 'behind')];
      const apart = before !== '' && (OF_ANOTHER.test(behind) || (isQuestion(before) && isQuestion(behind)));
      return apart ? ',' : run;
    })
    .join('');
};
