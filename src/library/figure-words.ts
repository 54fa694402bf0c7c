/** Words of plans around a figure: what they say of it, and where the noun that it counts begins and ends. */

/** Verbs after which a figure is an addition, not a total: 新增10家. */
export const ADDING = '新增注册|新增|净增|增加(?![到至]|值)|新设|新建|新开|新引进|新认定|引进|引入|招引';

/** Signs that a figure is a state reached, which runs on from year to year: 累计引进3家, 总规模达到50亿元. */
export const RUNNING = '累计|达到|达|总数|总量|总规模|总资产|总额|余额|存量|保有量|突破|自[^，。；]{1,14}起';

/** Of these, those that make even an addition a running total: 累计引进, 自首届起新增. */
export const SINCE = '累计|自[^，。；]{1,14}起';

/** Verbs whose object is counted; the noun stands behind the last of them. */
export const COUNTED_BY = [
  ADDING,
  '设立|成立|建立|建成|打造|培育|推出|提供|实现|开展|举办|召开|举行|完成|发放|聚集|集聚|发行|走访对接|走访|遴选',
  '带动|撬动|推荐|组建|培训|认定|投放|安排|筹集|募集|落实|启动|改造|修建|开工|竣工|救助|帮扶|扶持|创建',
  '服务(?=企业|群众|居民|人员|用户|市民|学生)',
].join('|');

/** What may open a phrase before its noun. */
export const LEADING = [
  '争取|力争|确保|努力|推动|组织|协调|其中|以及|并|使|且|的|到|至|从|在(?![职校岗线建园册营读籍编])|为|将|对|了|有(?![限色机效轨线])',
  '自[^，。；]{1,14}起|全市(?!性)|我市|本市|全县|本县|全区|本区|全省|我省|全国',
  '每年度?|年度|各年|全年|年内|累计|共计|合计|总计|共|各类|发展',
  '(?:19|20)\\d{2}\\s*年(?:底|末|内)?(?:之?前)?|(?:19|20)\\d{2}(?=[^\\d])',
].join('|');

/** What may close it. */
export const TRAILING = [
  ADDING,
  '力争|争取|确保|达到|达|实现|突破|累计|增长到|同比增长|增长|提高到|提高|增至|增加到|扩大到|保持在|保持|分别|控制在|稳定在|为|在|共计|合计|共|约|的|到|至',
].join('|');

/** With these a noun behind the figure ends, and something else begins. */
export const NOUN_END = '的|赴|投入|用于|开展|进行|参与|落户|参加|支持|给予|投向|入驻|并|以|达到|上市|来|建设';

/** Behind a figure these begin no noun that it counts. */
export const NO_NOUN = '并|和|及|与|或|且|以|予|用|为|由|将|对|等|之|左右|以上|以下|以内|开|完';

/** Said of every year of the plan. */
export const EVERY_YEAR = '每年|逐年|各年|年均|年度';

/** How an amount for several years together begins: 3年不少于10期, 用5年时间打造50家; not 满3年, 5年的. */
export const OVER_YEARS =
  '(?:用|未来|今后|力争|力争用|争取)?(?:\\d{1,2}|[两二三四五六七八九十])年(?:左右)?(?:的?时间|期间|之内|以内|周期|一周期|内|间)?';

/** A year behind one of these is compared with, not aimed at: 较2022年增长. */
export const COMPARED_WITH = '较比与同';

/** Returns the pattern of a year that is compared with: 较2022年. */
export const comparedWith = (year: number): RegExp => new RegExp(`[${COMPARED_WITH}]\\s*${year}\\s*年`, 'u');

/** Said of money that is paid out: 给予10万元补助. */
export const PAID = '补助|补贴|奖励|奖补|奖金|资助|贴息|给予';

/** What a plan says of the most that is paid. */
export const AT_MOST = ['最高', '最多', '不超过', '封顶', '上限', '至多'];

/** How much is paid, where that is laid down elsewhere: 按照国家规定予以配套支持. */
export const PAID_BY_RULE =
  '按照?[^，。；]{0,12}(?:规定|政策)[^，。；]{0,12}(?:补助|补贴|奖励|奖补|支持|资助|配套|待遇)';

/** How a heading says how many it has: （共23项）. */
export const PRINTED_COUNT = '共\\s*\\d+\\s*[项条个]';

/** What stands right before it is not to be: 不再另行制定. */
export const DENIED = '不再|不得|不能|不可|不应|不准|无需|无须|不需|不必|严禁|禁止|不';

/** What is no more, or is not to be. */
export const ENDED = '停止|终止|废止|取消|撤销|不再|禁止|严禁|不得';

/** Said of something that is brought to its end. */
export const FINISHING = '完成|建成|竣工|完工|落成|交付|封顶';

/** A place's own part of what is counted, and not the whole: 本辖区农户数. */
export const OWN_PART = '本?辖区|本(?:区县|地区|区|县|单位)|各自';
