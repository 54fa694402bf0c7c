import type { Intent } from '../types.ts';

/** Words that say what is asked. Rows: to teach the bot a way of asking, add to a pattern here, and a sentence to its test. */
export interface Cue {
  readonly intent: Intent;
  readonly pattern: RegExp;
  /** The words stay part of the subject too: 具体目标 is also what an action is searched by. */
  readonly keep?: true;
}

/** A unit is asked for: 哪个单位, 哪几家, 哪些部门, 由哪个. A bare 哪些 asks for anything. */
const WHICH =
  '(?:谁|哪(?:个|些|几个|几家|一个)?(?:单位|部门|局|委办局|委(?!托)|分行|银行)|哪(?:一|几)?家(?:单位|部门|银行|机构|局)?|(?:什么|啥|何)(?:单位|部门)|(?:几|多少)(?:家|个)(?:单位|部门|局)|(?:好)?几个部门|(?<=由|归|让|靠)哪(?:个|些|几个))';

const cue = (intent: Intent, pattern: string, keep?: true): Cue => ({
  intent,
  pattern: new RegExp(pattern, 'gu'),
  ...(keep && { keep }),
});

export const CUES: readonly Cue[] = [
  cue(
    'support',
    `(?:支持|配合|协助|协办|帮忙)的?(?:单位|部门|方)|(?:由|是|归)?${WHICH}(?:来|在|给)?(?:提供)?(?:支持|配合|协助|打下手|帮衬)|^(?:那|那么)?(?:作为|当)?支持(?:单位)?的(?=呢|有|是|任务|哪|几|$)|(?<=.)支持的(?=[?？。!！\\s]*$)|打下手的?|当配角|敲边鼓|^(?:还|都|又)?支持(?=哪|几|什么|啥|多少)|支持(?:了|着)?(?:些)?(?:什么|啥|哪(?:些|几))(?!单位|部门|局)|支持(?=(?:哪几?(?:些|项|条)|几项|几条|多少项)(?:任务|工作|$|[?？]))`,
  ),
  cue(
    'support',
    'support(?:ing|s|ed)? (?:unit|office|bod|agenc|department|regulator|institution|organi[sz]ation)\\w*|which \\w+ (?:is|are|gives?|provides?) (?:the )?support\\w*|which (?:units?|offices?|bureaus?|departments?|agenc(?:y|ies)|regulators?|bod(?:y|ies)|institutions?)(?: also)? supports?\\b|who supports?|(?<=\\b(?:do|does|did|tasks|measures) .{1,60})\\bsupports?\\b|supported by|supporting role|supports?(?=[?.]|$)',
  ),
  cue(
    'lead',
    '牵头(?:单位|部门|人)?|带头|挂帅|主办|排第一|领衔|lead(?:ing)? (?:unit|agenc|office|bod|department)\\w*|takes? the lead',
  ),
  cue(
    'who',
    `(?:主要|具体|分别|应该|主要是|到底)?(?:是|由|归|属于|让|靠|要|该|落到|落在|分给|交给|算|找){0,3}(?:咱们)?(?:市里)?(?:的)?(?:是)?${WHICH}(?:头上|名下|手里)?(?:来|去|在)?(?:具体)?(?:负责|管理|管|牵头|承担|主抓|抓|干|搞|弄|做|落实|推动|推进|推|办|建|设立|评|安排|组织|主办|经办|负|盯|拍板|操办|统筹|张罗|操心|主管|出面|出头|实施|执行)?(?:的)?(?:活儿?|事儿?|责任|头上)?`,
  ),
  cue(
    'who',
    '责任单位|责任部门|负责单位|负责部门|主管单位|主管部门|承办单位|主责单位|主责|负责的?|主管|归口|归管|分管|管事的|负的责',
  ),
  cue(
    'who',
    "\\bwho(?:'s| is| are| was| will)?\\b|\\bwhose\\b|which (?:unit|office|bod(?:y|ies)|agenc|department|bureau|authorit|institution|organi[sz]ation|district|zone)\\w*|responsib\\w+(?: for)?|in charge(?: of)?|accountable|which \\w+ (?:is|are) (?:responsible|in charge)",
  ),
  cue(
    'list',
    '(?:负责|承担|牵头|参与|支持|管|干|做|有|涉及|分到|摊上|领了|背了|接了|包括|包含|含|的|是){0,3}(?:了|着)?(?:的)?(?:是)?(?:哪些|哪几|什么|啥|多少|几)(?:个|项|件|条)?(?:任务|项目|工作|事情|事儿|事|活儿|活|差事|职责|分工|举措|措施)(?:的)?|哪几项|哪几条|哪几件|哪些项|哪一项|哪项|哪几个任务|摊上了?|任务清单|任务列表|工作清单|都列出来|全列出来|列一下|列出|全部任务|所有任务|的任务|的职责|都(?:要|得)?(?:管|干|做|负责|参与)(?:些)?(?:什么|啥|哪些)|要(?:干|做)(?:些)?(?:什么|啥|哪些)|管(?:些)?(?:什么|啥|哪些)|负责(?:些)?(?:什么|啥|哪些)|有(?:些)?(?:什么|啥|哪些)任务|有(?:什么|啥)事|分别是(?:啥|什么|哪些)|都有(?:啥|什么|哪些)|有哪些|有(?:没有?)?(?:任务|份|活儿?)(?=吗|么|没|[？?]|$)',
  ),
  cue(
    'list',
    '(?:which|what) (?:are (?:the )?)?(?:tasks?|measures?|items?|duties|projects?|jobs?|work)\\b|\\bwhat (?:is|are|does|do|must|should|will)(?= .{1,60}(?:\\bdo\\b|support|responsible for|handle))|list (?:of )?(?:all )?(?:the )?(?:tasks?|measures?)|list (?:all|the)|responsible for under',
  ),
  cue(
    'count',
    '(?:一共|总共|共有|共|合计)?(?:有)?(?:(?:几|多少)(?:项|件|条)(?:任务|工作|事)?|(?:几|多少)个(?:任务|工作|事|指标|行动|措施))|how many (?:tasks?|measures?|items?|actions?|indicators?)|几项|几件',
  ),
  cue(
    'growth',
    '增长(?:了)?(?:百分之几|百分之多少|多少个?百分点|率)|增长百分比|增幅|增速|年均增长?|复合增长|百分之几|百分之多少|涨幅|growth rate|percent(?:age)?(?: increase| growth)?|by what percent',
  ),
  cue(
    'change',
    '(?:多|少|高|低|增加|增长|提高|净增|减少|增|差)(?:了|出)?(?:多少|几)(?:家|个|元|亿元?|万亿元?)?|还要净?增|净增|比(?=.{1,16}(?:多|少|高|低|增))|相差|差多少|差额|变化|怎么变|有什么不同|哪个多|谁多|difference between|\\bgrow\\w*|\\bincrease\\w*|\\brise\\w*|compared? (?:with|to)|how much (?:more|less|higher)|change',
  ),
  cue(
    'sum',
    '三年(?:一共|总共|合计|加起来|累计|总计)|(?:一共|总共|合计|加起来|总计)|三年合计|altogether|in total|sum of|total over',
  ),
  cue('most', '最高|最多|最大(?!限度|程度)|最快|最慢|最低|最少|最小|highest|lowest|largest|fastest|the most'),
  cue(
    'when',
    '什么时候|啥时候|何时|哪一?年|哪年|几时|多会儿|几年|哪天|截止(?:时间|日期)?|期限|时限|时间节点|最晚|什么时间|啥时间|多久|几月|\\bwhen\\b|(?:in |by )?(?:what|which) year|deadline|by what date|how soon',
  ),
  cue(
    'amount',
    '多少(?:家次|家|个|项|元|亿元?|万亿元?|人|次|期|名|平方米|平米|钱|笔|户)?|几(?:家|个|次|期|名|亿|万|元|场|成|笔|处|所|支|只|条|种)|几类|多大(?:规模)?|规模多大|数额|金额|数量|家数|数值|几多(?:家|个)?|how (?:many|much|large|big)|what amount|number of',
  ),
  cue(
    'target',
    '(?:年度|分年度|各年)?(?:工作)?目标(?:任务|值|数)?(?:是)?|指标值|要达到|达到|应达|力争|计划完成|要完成|完成(?:什么|啥|哪些)|要求达到|\\btargets?\\b|\\bgoals?\\b',
  ),
  cue('goal', '具体目标|行动目标|总目标|specific (?:goal|target|objective)s?|objective', true),
  cue(
    'measures',
    '推进措施|措施|举措|(?:下面|底下|里面|里头|下|中|里)?(?:有|包括|包含|含|分)?(?:哪几|哪些|几)(?:项|条|个)(?:任务|措施|工作)?|measures?',
  ),
  cue(
    'original',
    '(?:原文|原话)(?:是)?(?:怎么写|怎么说|咋写|咋说)?(?:的)?|逐字|全文|original (?:text|wording)|verbatim|exact wording|quote the',
  ),
  cue(
    'content',
    '(?:讲|说|写|指|规定|要求|提|列|点)(?:的|了|到)?(?:是)?(?:些)?(?:什么|啥|哪些|哪几|怎么样)|是什么|是啥|什么意思|啥意思|怎么(?:说|写|做|办|搞|弄|规定|要求|推进|落实)|咋(?:说|写|办|搞|弄)|内容|介绍|要做(?:什么|啥)|做(?:什么|啥)|干(?:什么|啥|些啥)|要干|有啥要求|有什么要求|具体(?:内容|要求|做法)|怎样|如何|包括(?:什么|啥|哪些|哪几)|都管(?:哪些|什么|啥)|有(?:没有)?(?:什么|啥)|叫什么(?:名字?)?|叫啥|哪几类|哪几个|哪些|有哪几|哪个|哪家|分别在哪|在哪|是?哪(?:一)?(?:条|项|款|段|处)|what (?:is|are|does|do)\\b|tell me about|explain|describe|what about',
  ),
  cue(
    'confirm',
    '算不算|管不管|归不归|支不支持|参不参与|在不在|一样不|(?<=[\\u4e00-\\u9fff]{2})(?:不|没)(?=[?？!！。]*$)|对吗|对不对|吧(?=[?？!！。]*$)|是吗|是不是|对吧|是吧|没错吧|不对吧|吗|属实|正确吗|有没有|是否|not so|right\\?|correct\\?|is it true|^is\\b|^are\\b|^does\\b|^do\\b',
  ),
  cue(
    'negative',
    '(?:没有?|未|(?<!管|是|归|支)不)(?:当|做|是|被列为|列为|列|写|参与|担任|负责|支持|管|承担|出现)|没份|除了|以外|之外|without|not responsible|except|\\bnot\\b',
  ),
  cue(
    'differ',
    '不一致|不一样|有出入|矛盾|冲突|对不上|打架|差异(?!化)|两处|少了|少列|少写|没列|没写|漏列|漏了|漏掉|一样(?:吗|么|不)|多了一家|不符|完整的?|differ(?:ent|s|ence)?|inconsisten\\w+|conflict\\w*|discrepan\\w+',
  ),
  cue(
    'together',
    '共同|一起|一块儿?|同时|联合(?=负责|承担|牵头|支持|管)|都(?=是|有|要|管|负责|参与|承担|支持|得|挂|列|沾|上榜|在内|涉及|写)|\\bboth\\b|jointly|together',
  ),
  cue('body', '正文(?:里|中|写|说)?|\\bbody\\b|main text'),
  cue('annex', '附件(?:里|中|表)?|附表|任务分解表(?:里|中)?|分解表|annex|appendix|attached table'),
  cue('number', '文号|发文字号|发文号|文件编号|文件号|几号文|多少号文|document number|reference number|issue number'),
  cue(
    'dated',
    '(?:什么时候|哪天|何时|哪年|啥时候|几月几日|几月几号|哪一天)(?:正式)?(?:印发|发布|发文|出台|公布|成文|下发|通过|发的?)|印发(?:日期|时间)|成文日期|发文(?:日期|时间)|发布(?:日期|时间)|落款(?:日期|时间)?|(?:when was|what date was)(?= .{0,40}(?:issued|published|released|adopted))|date of issue|issue date',
  ),
  cue('copies', '抄送(?:给)?|抄给|copied to|cc(?:\\b|ed)|copy list'),
  cue(
    'issuer',
    '(?:谁|哪个单位|哪个部门|哪里|哪儿|什么单位)(?:正式)?(?:印发|发布|发文|下发|出台|发的|制定)|印发(?:单位|机关)|发文(?:单位|机关)|发布(?:单位|机关)|who issued|issued by|issuing (?:body|authority|office)',
  ),
  cue('title', '(?:文件|计划|方案)的?(?:全称|全名|标题|名称)|full (?:name|title) of the (?:plan|document)'),
  cue(
    'period',
    '(?:计划|方案|行动计划)(?:的)?(?:期限|年限|实施期|时间范围|管几年|有效期)|管到哪(?:一)?年|(?:计划|方案)(?:什么时候|哪年|哪一年|何时)(?:到期|结束|截止)|(?:什么时候|哪年|何时)到期|实施期限|period of the plan|plan period',
  ),
  cue(
    'overview',
    '(?:一共|总共|共|共有|有)?(?:多少|几)(?:个|项|大)?(?:重大)?(?:行动|任务)(?!.{0,4}(?:是|由))|整个(?:计划|方案)',
  ),
  cue(
    'overall',
    '整个(?:计划|方案|行动|工作)|总体上|全盘|一整套|总负责|总牵头|挂帅|(?:这)?(?:一)?整套(?:事|工作)?|统筹(?:协调|推动)|overall|the whole plan|as a whole',
  ),
  cue(
    'define',
    '(?:分别)?(?:包括|包含|指|含)(?:的)?(?:是)?(?:哪些|哪几|什么|啥)|是指|指的是|什么意思|啥意思|含义|定义|是(?:个)?(?:哪里|哪儿|什么地方)|(?:具体)?内容(?:分别)?是(?:什么|啥)|分别是(?:什么|啥|哪)|是哪(?:[几一二两三四五六七八九十]|\\d{1,2})?(?:些|几|个|条|项|家|类|种|块)|哪几(?:条|个|项)|what (?:does|do)(?= .{1,40} (?:mean|include|consist))|stand for|definition',
  ),
  cue(
    'indicators',
    '主要指标(?:规划)?(?:目标)?(?:表)?|指标表|(?:哪|几|[一二三四五六七八九十]|\\d{1,2})(?:些|几)?(?:个|项)?(?:主要)?指标|指标(?=清单|名单|都|有哪|分别)|规划目标表|(?:which|what|how many|main|key) indicators?',
  ),
];

/**
 * What documents of this kind do not say. The asked thing itself decides, not what stands near it: a target is not a
 * result, a responsible unit has no telephone. Rows name what is asked; none names a plan.
 */
export const ABSENT: readonly RegExp[] = [
  // Results
  /实际(?:上)?(?:到|有|做|干|收|放|引进|新增)(?:了|到)?(?:多少|几)|实际(?:值|数|结果|情况|金额|数字)?(?:是|有|为|到底)*(?:多少|几|怎么样|如何)|(?:没有?|未|尚未|还没)(?:能)?完成|(?:实际|最终|最后|真正|到底|真的)(?:上)?(?:一共|总共)?(?:新增|完成|达到|引进|实现|做到|落实|增加|发放)|完成(?:得|的)?(?:怎么样|情况|如何|了没|了吗|了多少)|完成(?:了)?(?:没|么|吗)|完成率|进展(?:情况|如何|怎么样|到哪)|(?:已经|已)(?:完成|实现|达到|引进)|实现了(?:吗|没|多少)|落实(?:情况|得怎么样)|达标了|兑现了/u,
  // Where and how to reach someone
  /电话|手机号|联系方式|联系人|邮箱|邮编|(?:办公)?地址(?:在哪|是)?|办公(?:地点|场所|楼|室)(?:在哪|是|号)|在哪(?:里|儿)?(?:办公|上班)|怎么走|营业时间|上班时间|几点(?:上|下)班|网址|官网|二维码|微信号|公众号|传真/u,
  // People
  /(?:局长|(?:副)?主任|处长|科长|书记|区长|(?:副)?市长|行长|院长|董事长|总经理|总裁|校长)(?=是谁|是哪|叫|姓|名字|的?(?:姓名|名字|电话|手机|微信)|[?？。!！\s]*$)|(?:谁|哪位)(?:是|当|任).{0,8}(?:局长|主任|处长|书记|区长|市长|行长|院长)|(?:分管)?领导(?:是谁|叫什么|姓)|姓什么|负责人(?:是谁|姓名|叫)|谁签(?:发|的)|签发人|起草|经办人|执笔/u,
  // Money that the plan does not allot
  /预算|拨款|花(?:了)?多少(?:财政|钱)(?![买在投])|财政(?:投入|资金)(?:是)?多少|经费|(?:总)?投资(?:额|总额)?(?:是)?多少(?:钱)?|造价|投资总额|(?:补贴|奖励|补助|奖补|奖金)(?:的)?(?:标准|金额)|(?:补贴|奖励|补助|奖补|奖金)[^,，。?？]{0,8}(?:多少|几)(?!家|个|次|项|年)|(?:贷款)?利率|年化|税率|税收优惠|费率|学费|工资|薪酬|月薪|年薪|待遇多少钱|收费标准/u,
  // Rules that the plan does not make
  /负责解释|解释权|由谁解释|施行日期|废止|罚则|罚款|处罚标准|怎么处罚|考核(?:办法|细则|标准|分数|结果)|(?:谁|怎么|如何|由谁)(?:来)?(?:考核|验收|督查|问责)|排名第几|问责|法律依据|上位法|(?:申请|申报|办理|上市|准入|认定)(?:条件|材料|流程|手续|表|门槛)|(?:怎么|如何|怎样|在哪(?:里|儿)?)(?:申请|申报|办理|报名|领取)|占地|编制人数|(?:有|共)(?:多少|几)(?:个)?(?:人|员工|干部|编制)/u,
  // Reasons
  /(?:(?<![成作称认列])为什么|为啥|凭什么|干嘛要|为何)(?!.{0,12}(?:由|是|归|让|牵头))|为(?:什么|何|啥)(?:偏偏|要)?(?:是|由|归|让)(?:它|他们?|这|那|人家)|原因是|什么原因|理由是|背景是什么/u,
  // Parts of a year
  /(?:第?[一二三四1-4]|每)(?:个)?季度|上半年|下半年|(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份/u,
  /(?:actual|real|final)(?:ly)? (?:result|figure|number|complet|achiev|reach)\w*|phone|telephone|e-?mail|address of|budget|salary|who signed|interest rate|\bwhy (?:is|are|was|were|did|does|do)\b|quarter\b|how much did .{1,40} cost/u,
];

/** Words that carry no subject: politeness, particles, the plan itself. */
export const FILLERS: readonly RegExp[] = [
  /@\S+|小助手|机器人|问计|^喂|您好|你好|大家好|^(?:(?:各位|领导|老师|同志|同事|亲)们?)+(?:好|早|辛苦了)?|打扰(?:一下|了)?|麻烦(?:一下|您|你|问)?(?:说一下|讲一下)?|请教(?:一下)?|请问(?:一下)?|请(?=问|教|帮|告诉|看|查|说|讲|列|把)|咨询(?:一下)?|想问(?:一下|问)?|想知道|想了解(?:一下)?|问一下|问问|问下|帮(?:我|忙)?(?:查|看|找|问)(?:一下|下|查|看)?|查(?:一下|下|询)|看(?:一下|下)|告诉(?:我|一下)|说一下|说说|讲一下|讲讲|谢谢(?:您|你|啦|了)?|多谢|辛苦(?:了|您|你)|在线等/gu,
  /那个我|我这边|我们|我想|我|咱们?(?:市里)?|就是|就想|那个|这个|这块(?:工作)?|这项(?:工作|任务)?|这一项|这条|那条|那一?条|那项|那一项|里头|里面|里边|当中|其中|关于|有关|对于|针对|目前|现在|到底|究竟|具体(?!目标)|分别|各自|各(?=是|有|要|为|多少|几)|都(?=有|是|要|得|包|在|写|归)|(?<=[哪谁])(?:都)|全部|所有|还有|以及|另外|这些|那些|这(?:俩|两个?)|那(?:俩|两个?)|那么|^那|呢|呀|啊|哦|嘛|吧|哈(?![尔萨])|哟|啦|喽|哎|嗯|的话|一下|一共|总共/gu,
  /(?:这个|这份|该|本|这)(?:行动)?(?:计划|方案|文件)(?:里|中|上|当中)?(?:的)?|(?:行动)?(?:计划|方案|文件)(?:里|中|上|当中)(?:的)?|行动计划|(?:工作|任务|事项|事情|事儿|活儿|这个活|事)(?=[，,。？?！!\s是归由谁哪怎分落]|$)|根据|按照|依据/gu,
  /\b(?:please|hello|hi|thanks?|thank you|could you|can you|tell me|i want to know|under the plan|in the plan|according to the plan|the plan|supposed to)\b/gu,
];
