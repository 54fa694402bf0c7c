import type { Relation, UnitClass } from './values.ts';

/** A measure word or unit of measure: what class it belongs to, and how much one of it is in the class' base unit. */
export interface MeasureRow {
  readonly say: string;
  readonly unit: UnitClass;
  readonly worth: number;
  readonly currency?: string;
  /** Characters that make another word of it: 期 in 期间, 家 in 家庭. */
  readonly unless?: string;
  /** 一期、二期 behind a noun are its phases, not a number of times. */
  readonly phase?: true;
  /** A Chinese numeral with it behind a noun is a name: 某某十条. */
  readonly name?: true;
  /** A Chinese numeral with it says which one, not how many: 十九届. */
  readonly ordinal?: true;
  /** A table of the plan may print it, the text of a question too; it is compared as this one. */
  readonly like?: string;
}

const rows = (unit: UnitClass, says: string, worth = 1): readonly MeasureRow[] =>
  says.split(' ').map((say) => {
    const [word = '', unless] = say.split('!');
    return unless === undefined ? { say: word, unit, worth } : { say: word, unit, worth, unless };
  });

const currency = (code: string, says: string): readonly MeasureRow[] =>
  says.split('|').map((say) => ({ say, unit: 'money', worth: 1, currency: code }));

/** Money of the plan's own currency, in words of any language. */
const OWN_MONEY = '元人民币|元!旦素宇|块钱|块|人民币|yuan|rmb|cny|renminbi';

/** Measure words; `word!abc`: not before a, b or c. */
const LISTED: readonly MeasureRow[] = [
  ...OWN_MONEY.split('|').flatMap((say) => rows('money', say)),
  ...rows('money', '兆元 兆人民币', 1e12),
  ...currency('USD', '美元|美金|us dollars|u.s. dollars|dollars|dollar|usd|us$'),
  ...currency('EUR', '欧元|euros|euro|eur'),
  ...currency('HKD', '港元|港币|hkd'),
  ...currency('JPY', '日元|jpy'),
  ...currency('GBP', '英镑|gbp'),
  ...rows('percent', '%'),
  ...['percent', 'per cent'].map((say): MeasureRow => ({ say, unit: 'percent', worth: 1, like: '%' })),
  ...rows('percent', '个百分点 百分点 个点'),
  ...rows('percent', '成!立为功效果本熟交就员长都份套品', 10),
  ...rows(
    'count',
    '家!庭属具电长 户!籍口外 个!人性体别 项!目 所!有以在列属需 支!行持撑付部队出 只!要有是能看列读管多少差涨写',
  ),
  ...rows(
    'count',
    '套!期利 处!理置长在于 种!植子 件!数 款!项 座!谈 栋 幢 台!账阶 辆 艘 篇 份!额 张 间!接隔 门!槛类 部!门分署委',
  ),
  ...rows('count', '批!准复发次 组!织建成 吨!位 万吨 公斤 千克 斤!斤计 千瓦 兆瓦 立方米 枚 例 宗 笔 岁 周岁 单!位'),
  ...rows('person', '人!民行均才员社力工口身寿生大事数间论 名!单称义录次字为 位!于置 人员'),
  ...rows('times', '家次 人次 户次 批次 次!数要新日序 场!所景外内地次 轮 回!购答复款 遍 趟'),
  { say: '条', unit: 'count', worth: 1, unless: '例文件', name: true },
  { say: '届', unit: 'times', worth: 1, unless: '时', ordinal: true },
  { say: '期', unit: 'times', worth: 1, unless: '间货限末初待望权内', phase: true },
  ...rows('area', '平方米 平米 ㎡'),
  ...rows('area', '平方公里 平方千米', 1e6),
  ...rows('area', '公顷', 1e4),
  ...rows('area', '亩', 666.667),
  ...rows('length', '米'),
  ...rows('length', '公里 千米', 1000),
  ...rows('time', '天'),
  ...rows('time', '个工作日'),
  ...rows('time', '周!年期边末岁', 7),
  ...rows('time', '个月', 30),
  ...rows('time', '个季度', 90),
  ...rows('time', '个小时 小时', 1 / 24),
];

/** Measure words and units of measure. */
const LIKE: Readonly<Record<string, string>> = { 人员: '人', 周岁: '岁' };

export const MEASURES: readonly MeasureRow[] = LISTED.map((row) => {
  const like = LIKE[row.say];
  return like === undefined ? row : { ...row, like };
});

/** Marks of money that stand before the number: $30 billion. */
export const MONEY_MARKS: readonly { readonly say: string; readonly currency?: string }[] = [
  { say: 'us$', currency: 'USD' },
  { say: '$', currency: 'USD' },
  { say: '€', currency: 'EUR' },
  { say: '£', currency: 'GBP' },
  { say: '¥' },
  { say: '￥' },
  { say: 'rmb' },
  { say: 'cny' },
  { say: '人民币' },
];

/** English words that multiply the number before them. */
export const SCALE_WORDS: Readonly<Record<string, number>> = {
  thousand: 1e3,
  'hundred million': 1e8,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  bn: 1e9,
  tn: 1e12,
};

/** Relations said before the number. */
export const BEFORE: readonly { readonly relation: Relation; readonly says: string }[] = [
  { relation: '≥', says: '不低于|不少于|不小于|不下于|不得低于|不得少于|不能低于|不能少于|至少|起码|最少|最低' },
  { relation: '≥', says: '大于等于|大于或等于|≥|>=|at least|no less than|not less than|no fewer than|minimum of' },
  {
    relation: '>',
    says: '超过|超出|超|突破|大于|高于|多于|不止|逾|过|上|>|more than|over|above|exceeding|exceeds|exceed',
  },
  { relation: '>', says: 'greater than|higher than' },
  {
    relation: '≤',
    says: '不超过|不超出|不超|不得超过|不能超过|不高于|不多于|不大于|至多|最多|顶多|最高|小于等于|≤|<=',
  },
  { relation: '≤', says: '超不过|超不出|过不了|突破不了|没超过|未超过|没有超过|没突破|未突破|没有突破' },
  { relation: '≤', says: 'at most|no more than|not more than|up to|within' },
  {
    relation: '<',
    says: '不到|没到|未到|未达|不够|低于|少于|不足|不满|小于|<|less than|fewer than|under|below|lower than',
  },
  { relation: '<', says: '到不了|够不上|够不着|够不到|达不到|没达到|未达到|没有达到|没有到|没够|不及' },
  { relation: '≈', says: '约|近|大约|大概|约为|将近|接近|差不多|about|around|approximately|nearly|roughly|~|≈' },
  {
    relation: '=',
    says: '恰好等于|正好等于|刚好等于|恰好是|正好是|刚好是|等于|正好|刚好|恰好|整整|=|exactly|precisely|equal to|only|just',
  },
];

/** Words that may stand between the relation and its number: 超过了100家, 至少要有5家. */
export const FILLERS =
  '了|有|要有|要|在|达到|达|得|得有|只有|只能|为|到|组织|举办|举行|开展|召开|新增|引进|设立|成立|建成|建立|完成|实现|遴选|培训|新建|开|可补助|可奖励|可给予|可达';

/** Relations said after the number or its measure. */
export const AFTER: readonly { readonly relation: Relation; readonly says: string }[] = [
  { relation: '≥', says: '及以上|或以上|以上|之上|往上|或更多|or more|and above|and more|or above' },
  { relation: '≤', says: '及以下|以下|之下|以内|之内|or less|or fewer|and below' },
  { relation: '≈', says: '左右|上下|级|or so' },
  { relation: '>', says: '开外' },
];

/** Between the number and its measure, or behind it: a little more than so many. */
export const LITTLE_MORE = '多余来几';

/** A number behind these words names a thing, and is no quantity: task 21, No. 3. */
export const NAMED_BY = [
  ...['附件', '任务', '措施', '事项', '序号', '编号', '条款', '文号'],
  'no.',
  'no',
  'number',
  'task',
  'tasks',
  'item',
  'items',
  'row',
  'section',
  'action',
  'clause',
];

/** 一 before a measure is an article (一批机构), unless one of these stands before it: only one, one in all. */
export const COUNTED_ONE = ['只', '只有', '仅', '仅有', '共', '每', '满', '唯'];

/** Behind these, 一 and its measure are the whole of what is said, where nothing follows: 是不是一次, 一年一次吗. */
export const STATED_ONE = [
  '是',
  '为',
  '有',
  '没有',
  '就',
  '才',
  '达',
  '到',
  '正好',
  '刚好',
  '恰好',
  '年',
  '办',
  '搞',
  '开',
];
/** Of these, also before what is done: 就一件事, 才一项任务. */
export const STATED_JUST = ['就', '就有', '才', '才有', '正好', '刚好', '恰好', '统共'];
export const THINGS_DONE = ['事儿', '事情', '事', '任务', '活儿', '活', '工作', '差事'];
export const SENTENCE_END = '吗吧么呢嘛对是。？！，,.?!';

/** English number words; one is an article as often as a number, but where it is compared: `COUNTED_ENGLISH_ONE`. */
export const NUMBER_WORDS: Readonly<Record<string, number>> = {
  ...{ two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12 },
  ...{ one: 1, 'a single': 1 },
  ...{ fifteen: 15, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, eighty: 80, hundred: 100 },
};

/** 条 with a numeral behind one of these is counted; behind any other word it closes a name. */
export const COUNTED_AFTER = '的有共前后是这那最和与及哪全各每满够出了到写列定提约近超过就才仅只占带';

/** only one, at least one, more than one: words before which one is a number. */
export const COUNTED_ENGLISH_ONE = ['only', 'just', 'exactly', 'precisely', 'least', 'most', 'than'];
