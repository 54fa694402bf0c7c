/** Words of a request for a list of tasks as a file. To teach the bot another way, add a word, and a sentence beside. */

const anyOf = (...words: readonly string[]): string => words.join('|');
const all = (...words: readonly string[]): RegExp => new RegExp(anyOf(...words), 'gu');
const one = (...words: readonly string[]): RegExp => new RegExp(anyOf(...words), 'u');

const LISTS = [
  '(?:重点)?(?:工作|任务|目标|责任|分工)*(?:分解|分工)?',
  '(?:清单|台账|一览表|分工表|分解表|任务表|工作表|责任表|目标表|(?<=任务|工作)列表)',
].join('');
/** What a list of tasks is called. */
export const LIST = one(LISTS, '(?:work|task|to-?do) ?-?lists?');
const TASKS = one('任务|工作', String.raw`\btasks?\b`);
export const EXPORT = one('导出|汇出|下载|导成', String.raw`\bexport|\bdownload`);
/** 发我一份, 来一份; 印发 and 开发 are other words. */
const SEND = one(
  '(?<![印下颁签分批转核研开出])发(?:给|送|到|我|过来|来|一份|份|个|下|一下)',
  '(?:给我|给|来|要|拿|传|拉|打)(?:我)?一?份|传(?:我|给)',
  String.raw`\bsend\b`,
);
const MAKE = /生成|做成|整理成|整理出|转成|存成|保存成|另存|输出|打印|打包/u;

/** Formats of files by what people call them; `undefined` is one that is not made. */
export const FORMATS: readonly { readonly pattern: RegExp; readonly format: FileFormat | undefined }[] = [
  { pattern: /(?<![a-z])csv(?![a-z])|逗号分隔/u, format: 'csv' },
  { pattern: /(?<![a-z])json(?![a-z])/u, format: 'json' },
  { pattern: /(?<![a-z])(?:excel|xlsx?|wps表格?)(?![a-z])|电子表格?/u, format: 'xlsx' },
  { pattern: /(?<![a-z])(?:pdf|docx?|word|pptx?|txt|wps)(?![a-z])|图片|幻灯片/u, format: undefined },
];

/** The formats in which a list is made. */
export type FileFormat = 'xlsx' | 'csv' | 'json';

const FILE = one(...FORMATS.map(({ pattern }) => pattern.source));

/** A file is asked for where all patterns of a row occur. */
export const FILE_ASKED: readonly (readonly RegExp[])[] = [
  [EXPORT, LIST],
  [EXPORT, TASKS],
  [SEND, LIST],
  [MAKE, LIST],
  [FILE, LIST],
  [FILE, SEND, TASKS],
  [FILE, MAKE, TASKS],
];

/** The list of everything is meant, whatever was shown before. */
export const WHOLE = one('全部|所有|完整|整个|全套|整套|总的|各', String.raw`\b(?:all|whole|full|every)\b`);

/** Who asks, denies or speaks of one task does not want a list; 能导出吗 asks for it. */
export const NOT_ASKED: readonly RegExp[] = [
  one(
    '谁|哪|什么|啥|多少|几(?:[项个家条件年份]|种)|怎么|怎样|如何|为何|为什么|是不是|是否|有没有|对吗|对不对',
    String.raw`\b(?:who|which|what|how|why|whether)\b`,
  ),
  one(
    '(?:不要|不用|别|不必|无需|不需要|不想)(?:再)?(?:导|下载|发|生成|打印|export|download)',
    String.raw`\b(?:do not|don't)\b`,
  ),
  /第(?:\d+|[一二三四五六七八九十]+)(?:项|条)|指标|差异|不一致/u,
];
/** Asked so, a request is none the less one. */
export const POLITE = one('能不能|能否|可不可以|可否|可以|能|方便|帮(?:我|忙)', String.raw`\b(?:can|could|would)\b`);
export const ASKING_END = /[吗么嘛]/gu;

const GREETING = all(
  '小助手|机器人|问计|^喂|您好|你好|大家好|^(?:(?:各位|领导|老师|同志|同事|亲)们?)+(?:好|早|辛苦了)?',
  '打扰(?:一下|了)?|谢谢(?:您|你|啦|了)?|多谢|辛苦(?:了|您|你)|在线等',
);
const ASKING = all(
  '麻烦(?:一下|您|你|问)?(?:说一下|讲一下)?|请教(?:一下)?|请问(?:一下)?|请(?=问|教|帮|告诉|看|查|说|讲|列|把)',
  '咨询(?:一下)?|想问(?:一下|问)?|想知道|想了解(?:一下)?|问一下|问问|问下|帮(?:我|忙)?(?:查|看|找|问)(?:一下|下|查|看)?',
  '查(?:一下|下|询)|看(?:一下|下)|告诉(?:我|一下)|说一下|说说|讲一下|讲讲',
);
const POINTING = all(
  '那个我|我这边|我们|我想|我|咱们?(?:市里)?|就是|就想|那个|这个|这块(?:工作)?|这项(?:工作|任务)?|这一项|这条|那一?条|那项|那一项',
  '里头|里面|里边|当中|其中|关于|有关|对于|针对|目前|现在|到底|究竟|具体(?!目标)|分别|各自|各(?=是|有|要|为)',
  '都(?=有|是|要|得|包|在|写|归)|全部|所有|还有|以及|另外|这些|那些|这(?:俩|两个?)|那(?:俩|两个?)|那么|^那',
  '呢|呀|啊|哦|嘛|吧|哈(?![尔萨])|哟|啦|喽|哎|嗯|的话|一下|一共|总共',
);
const OF_PLAN = all(
  '(?:这个|这份|该|本|这)(?:行动)?(?:计划|方案|文件)(?:里|中|上|当中)?(?:的)?|(?:行动)?(?:计划|方案|文件)(?:里|中|上|当中)(?:的)?',
  '行动计划|(?:工作|任务|事项|事情|事儿|活儿|这个活|事)(?=[，,。？?！!\\s是归由落]|$)|根据|按照|依据',
);
const ENGLISH = [
  'please|hello|hi|thanks?|thank you|could you|can you|tell me|i want to know|under the plan|in the plan|the plan',
  'exports?|exporting|download|send|me|us|the|a|an|all|of|for|in|to|as|file|format|work|tasks?|lists?|and|with|full',
  'can|could|would|you|i|need|want|year|plan|by',
];

/** Words that name neither a unit nor an action; no single ones that may be part of a name. */
export const ASIDE: readonly RegExp[] = [
  all(SEND.source),
  all(MAKE.source),
  all(FILE.source),
  all(
    '能不能|能否|可不可以|可否|可以|方便|能(?=帮|把|给|导|下载|发)|麻烦|劳驾|帮忙|帮我|谢谢|辛苦|最好|尽快|赶紧|直接',
    '需要|想要',
  ),
  all('给?(?:我们|我|大家|领导|群里|这里|这边)|出来|过来|下来|出去|一下|一份|一个|格式|文件|版本|附件|形式|表格'),
  all(
    '各个?行动|\\d{1,3}项|全部|所有|完整|整个|全套|整套|各单位|各部门|全市|本市|总的|相关|有关|最新|对应|单独|年度|各年',
    '全年|三年|计划期|行动计划|计划|重点',
  ),
  GREETING,
  ASKING,
  POINTING,
  OF_PLAN,
  /(?<!\p{Script=Han})[把将请要想给帮和与及跟的](?=\p{Script=Han})/gu,
  /(?:任务|工作|目标|的)+(?![\p{Script=Han}])/gu,
  all(String.raw`\b(?:${anyOf(...ENGLISH)})\b`),
];

/** Whose list it is, only the asker knows. */
export const OWN = /(?:我们?|咱们?|本|俺们?)(?:局|委|办|部门?|厅|院|区|县|单位|公司|行|处|科室?|中心)/u;

/** How names of bodies end. */
export const BODY_END = /(?:局|委|办|办公室|部|厅|院|区|县|会|行|处|公司|中心)$/u;

/** Words of a request for the list that was just shown, and words that may stand beside them. */
export interface ListsShown {
  /** 导出, 发个表, excel. */
  readonly export: readonly string[];
  /** 给我, 上面的, 一下. */
  readonly beside: readonly string[];
}
