import type { Span } from '../text/sentences.ts'

/**
 * Clauses and their leading noun phrases by closed word classes, without a parser: what stands before the first word that
 * surely begins a predicate. All on folded text (half-width, lower case, Simplified).
 */

const OPENERS = '([{（【'
const CLOSERS = ')]}）】'

/** Longest half of a clause, in UTF-16 units; text without punctuation ends there. */
const LONGEST_CLAUSE = 240

/** Bounds of the clause around an offset: between commas, semicolons, colons and brackets; a comma inside a number is none. */
export function clauseAt(folded: string, sentence: Span, offset: number): Span {
  let start = offset
  const first = Math.max(sentence.start, offset - LONGEST_CLAUSE)
  while (start > first && !isBreak(folded, start - 1)) start--
  let end = offset
  const last = Math.min(sentence.end, offset + LONGEST_CLAUSE)
  while (end < last && !isBreak(folded, end)) end++
  while (start < offset && /\s/.test(folded[start]!)) start++
  return { start: behindReport(folded, start, offset), end }
}

/** Verbs whose complement is a clause of its own: `Chan said that eight cards were …` is about the cards. */
const REPORTS =
  /(?:(?<![a-z])(?:said|says|told [a-z]+|found|finds|showed|shows|show|revealed|reveals|reported|estimated|estimates|noted|added|claimed|claims|warned|discover(?:ed)?|believes?)(?: that)? |表示|爆料说?是?|指出|发现|显示|透露|认为|声称|称(?![号呼为赞])|披露|估计|预测|预计|证实|坦言|强调)/g

function behindReport(folded: string, start: number, offset: number): number {
  let from = start
  for (const match of folded.slice(start, offset).matchAll(REPORTS)) {
    const end = start + match.index + match[0].length
    const least = /found|finds|discover|发现|披露|预计|估计|预测|estimate/.test(match[0]) ? 5 : 0
    if (match.index > 0 && offset - end >= least) from = end
  }
  return from
}

function isBreak(folded: string, at: number): boolean {
  const char = folded[at]!
  if (char === ',') return !(/\d/.test(folded[at - 1] ?? '') && /\d/.test(folded[at + 1] ?? ''))
  // p(doom), f(x): a bracket that closes up with a letter belongs to the word.
  if (char === '(' && /[a-z]/.test(folded[at - 1] ?? '')) return false
  if (char === ')' && /[a-z]\([a-z]{0,12}$/.test(folded.slice(Math.max(0, at - 16), at))) return false
  if (char === ':' || char === '.') return char === ':' && !/\d/.test(folded[at - 1] ?? '')
  if (char === '—' || char === '–')
    return /[\s—]/.test(folded[at - 1] ?? '') || /[\s—]/.test(folded[at + 1] ?? '')
  return (
    char === ';' ||
    char === '。' ||
    char === '|' ||
    char === '\n' ||
    OPENERS.includes(char) ||
    CLOSERS.includes(char)
  )
}

/** The bracket that opens around an offset within its sentence, or -1. */
export function openBracket(folded: string, sentence: Span, offset: number): number {
  let depth = 0
  for (let at = offset - 1; at >= Math.max(sentence.start, offset - LONGEST_CLAUSE); at--) {
    if (CLOSERS.includes(folded[at]!)) depth++
    else if (OPENERS.includes(folded[at]!)) {
      if (depth === 0) return at
      depth--
    }
  }
  return -1
}

/** Connectives and openings that stand before a clause's subject. */
const HAN_LEAD =
  /^(?:没有(?:任何|一[个份名家])|的(?=..)|\(?[0-9a-z]{1,2}[).、]\s?|[\s「『“"'*·•-]|而且|而是|而(?!言|后)|但是|但|然而|因此|因而|所以|此外|另外|除此之外|同时|其中|结果显示|结果表明|结果发现|研究显示|研究表明|研究发现|数据显示|调查显示|报告显示|实验显示|实验表明|实验结果表明|统计显示|结果|于是|不过|如今|目前|现在|当时|随后|最终|最后|首先|其次|接着|然后|尽管|虽然|即使|即便|甚至|例如|比如|譬如|尤其是|特别是|总的来说|相比之下|相较之下|相对地|与此同时|因为|由于|如果|只要|并且|并|且|也就是说|换句话说|具体来说|事实上|实际上|其实|当然|显然|据悉|据报道|据统计|据了解|可见|更夸张的是|值得注意的是|令人意外的是|有趣的是|即|就是|却|则|又|还|也|都|仍|至于|对于|关于|至今|(?:截至|到|在)?(?:今年|去年|明年|前年)?(?:[12]\d{3}年)?(?:\d{1,2}月份?)?(?:\d{1,2}[日号])?(?:年?底|年?初|末)?(?=[^\s\d]{2})(?<=[年月日号底初末])|今年|去年|前年|本周|上周|本月|上月|近日|日前|最近|这意味着|也|再|连)/

/** Words at which a Chinese predicate begins. Guards keep them from matching inside nouns (社会, 对照组, 性能). */
const HAN_PREDICATE = new RegExp(
  [
    '(?<![但于还只就不若都乃便总])是(?!非)',
    '(?<![行成作认因称视名以沦较更极化变])为(?!什么|了)',
    '(?<!现存正实潜所)在(?!线|地|职|校|内的)',
    '(?<![社机议工协教学开都聚国])会(?!议|员|计|谈|长|见)',
    '(?<![可智性功职效只技本才])能(?![力源量耗级效])',
    '可以',
    '可能',
    '可望',
    '(?<!认许宁大)可(?=[在以用能被])',
    '将(?!近|来)',
    '已经',
    '已',
    '(?<![^\\s])被',
    '被(?!告)',
    '把(?!手|握)',
    '(?<![绝相针面应反])对(?!照|抗|齐|话|手|比|象|方|立|冲|应)',
    '从(?!事|业)',
    '(?<![方倾转导意动走单双])向(?!量|导)',
    '(?<![自理])由(?!于)',
    '给(?!出的)',
    '让',
    '使(?!用者|命|馆)',
    '令(?!牌)',
    '(?<![首])都(?!市|会)',
    '均',
    '仍(?!然)?',
    '却',
    '只(?!读)',
    '仅',
    '分别',
    '各(?!种|国|类|个|界|地|大|项|方|级|行|家|自的)',
    '共(?!同|识|享|和|产|鸣|生)',
    '总计',
    '总共',
    '合计',
    '平均有',
    '平均每',
    '约(?!束|定|翰)',
    '大约',
    '至少',
    '最多',
    '超过',
    '超(?!级|算|人|越|智)',
    '逾',
    '近(?=[0-9一二三四五六七八九十百千半])',
    '不到',
    '不足',
    '低于',
    '高于',
    '少于',
    '多于',
    '大于',
    '小于',
    '优于',
    '高达',
    '达到',
    '达(?!成共识)',
    '多达',
    '占(?!比|有率)',
    '占到',
    '降至',
    '升至',
    '增至',
    '减至',
    '涨到',
    '涨至',
    '升到',
    '降到',
    '飙升',
    '跌至',
    '跌到',
    '增长(?!率|速)',
    '下降(?!率)',
    '上升',
    '上涨',
    '下跌',
    '减少',
    '增加(?!值)',
    '提高',
    '降低',
    '提升',
    '缩短',
    '延长',
    '扩大',
    '扩到',
    '扩散',
    '(?<![没拥所具享保持含只稀未仅固])有(?!害|效|关|限|机|意|用|时|望|色|毒|序)',
    '没有',
    '无(?!人|论|数|线|害|关|效|监督)',
    '拥有',
    '具有',
    '具备',
    '包括(?!在内)',
    '包含',
    '含有',
    '涉及',
    '来自',
    '属于',
    '成为',
    '作为',
    '认为',
    '表示',
    '表明',
    '显示',
    '发现',
    '指出',
    '称(?!号|呼|为)',
    '说(?!明|法|服)',
    '写道',
    '透露',
    '宣布',
    '承认',
    '坦言',
    '警告',
    '预测',
    '预计',
    '估计',
    '相信',
    '支持',
    '反对',
    '赞成',
    '同意',
    '担忧',
    '担心',
    '要求',
    '呼吁',
    '建议',
    '希望',
    '计划',
    '打算',
    '试图',
    '尝试',
    '选择',
    '决定',
    '开始',
    '完成',
    '实现',
    '达成',
    '获得',
    '取得',
    '拿下',
    '拿到',
    '得到',
    '收到',
    '赢得',
    '创建',
    '建立',
    '推出',
    '发布',
    '公布',
    '发表',
    '提出',
    '提供',
    '提交',
    '提到',
    '使用',
    '采用',
    '运用',
    '利用',
    '应用于',
    '通过(?!率)',
    '经过',
    '进行',
    '展开',
    '接受',
    '参与(?!者)',
    '参加',
    '邀请',
    '招募',
    '招聘',
    '雇用',
    '调查了',
    '评估了',
    '测试了',
    '研究了',
    '分析了',
    '审查了',
    '训练了',
    '部署了',
    '生成了',
    '产生了',
    '生产',
    '造成',
    '导致',
    '引发',
    '引起',
    '带来',
    '花费',
    '花了',
    '耗费',
    '投入',
    '支付',
    '付给',
    '募得',
    '筹集',
    '融资',
    '亏损',
    '赚',
    '售出',
    '卖出',
    '购买',
    '签署',
    '联署',
    '联名',
    '阻止',
    '拦截',
    '拒绝',
    '避免',
    '防止',
    '识别',
    '检测',
    '抓出',
    '抠出',
    '内化',
    '回答',
    '解决(?!方案)',
    '处理',
    '失败',
    '成功(?!率)',
    '表现(?!型)',
    '出现',
    '呈现',
    '展现',
    '展示',
    '输出(?!的|目标)',
    '报告(?=[^的书显称指,中,里])(?!发现|显示|称|指出)',
    '错误报告',
    '迁移到',
    '移除',
    '删除',
    '破解',
    '攻破',
    '突破',
    '入侵',
    '攻击了',
    '绕过',
    '逃避',
    '躲过',
    '遭遇',
    '遭到',
    '遭受',
    '面临',
    '经历',
    '死于',
    '丧生',
    '受伤',
    '需要',
    '必须',
    '应该',
    '应当',
    '愿意',
    '想要',
    '觉得',
    '知道',
    '了解',
    '学会',
    '变得',
    '变成',
    '留在',
    '进入',
    '退出',
    '离开',
    '加入',
    '组成',
    '构成',
    '相当于',
    '相比',
    '相较',
    '比(?!例|如|率|较|赛|特|重)',
    '跟',
    '随机',
    '额外移除',
    '优先',
    '主动',
    '自动(?!化|驾驶)',
    '几乎',
    '故意',
    '配上',
    '加起来',
    '加上',
    '排除',
    '终于',
    '评估(?!结果|方法|体系|框架|报告)',
    '正(?=[是在])',
    '声称',
    '不(?!同|良|安全|对齐|法|端|可靠|确定)',
    '先(?!进|生|例|锋)',
    '需(?!求)',
    '处以',
    '被问',
    '不到',
    '[抓抠搞造拿翻差](?=[了出到得着])',
    '干(?=了|\\d)',
    '[升降涨跌](?=[了到至])',
    '继承',
    '飙',
    '随手',
    '植入',
    '探讨',
    '揭示',
    '意识到',
    '撬开',
    '汇总',
    '抵御',
    '提取',
    '赢',
    '输给',
    '最具',
    '最(?!佳|强|新|大|小|高|低|先进|主流|后|终|近|难|容易|多|成功|优|常)',
    '更(?!多的|强|高的|大的|小规模)',
    '很(?!多)',
    '非常',
    '极其',
    '十分',
    '平均每',
    '每天',
    '每年',
    '每月',
  ].join('|'),
  'g',
)

/** Where a pattern first matches within a stretch, with two characters of context on either side; else the end. */
function firstMatch(pattern: RegExp, folded: string, start: number, end: number): number {
  const from = Math.max(0, start - 2)
  pattern.lastIndex = start - from
  const match = pattern.exec(folded.slice(from, end + 4))
  return match ? Math.min(from + match.index, end) : end
}

/** The noun phrase that a Chinese clause begins with, or undefined when it begins with its predicate. */
export function leadingHan(folded: string, start: number, end: number): Span | undefined {
  let at = start
  for (;;) {
    const lead = HAN_LEAD.exec(folded.slice(at, Math.min(end, at + 16)))
    if (!lead || lead[0] === '') break
    at += lead[0].length
  }
  let stop = firstMatch(HAN_PREDICATE, folded, at, end)
  while (stop > at && /[\s的了「“"*]/.test(folded[stop - 1]!)) stop--
  return stop > at ? { start: at + determiner(folded, at, stop), end: stop } : undefined
}

/** 这个新模型 is 新模型; 该研究 and 本文 stay, since without their determiner they would mean any. */
const determiner = (folded: string, start: number, end: number) =>
  /^(?:这|那)?(?:一|几|两)?(?:个|款|项|种|名|位|家|些|类|篇|套)(?=..)/.exec(folded.slice(start, end))?.[0]
    .length ?? 0

/** Words at which an English predicate or a prepositional phrase begins. */
const ENGLISH_STOP =
  /(?<![a-z'’-])(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|did|does|do|said|says|say|saying|told|found|finds|find|showed|shows|show|reported|reports|report(?=s? that)|believe[sd]?|think|thinks|thought|want|wants|support|supports|agree[sd]?|oppose[sd]?|expect(?:s|ed)?|predict(?:s|ed)?|scored|reached|hit|rose|fell|grew|dropped|increased|decreased|remained|made|makes|took|gave|used|uses|chose|posed|queried|tested|evaluated|asked|surveyed|rated|generated|produced|elicited|achieved|succeeded|failed|blackmailed|resisted|refused|complied|exhibited|displayed|claims?|claimed|estimates?|estimated|warned|warns|added|noted|wrote|argue[sd]?|raised|paid|pays|lost|spent|costs?|trusts?|saw|sees|ran|runs|with|in|on|at|for|of|from|to|by|as|than|that|which|who|when|where|while|because|if|and|or|but|now|only|just|also|about|over|nearly|almost|still|already|averages?|trick(?:s|ed)|duped?|agreed|remit|pays|won|got|get|gets|(?:appear|occur|gather|lower|need|seem|happen|perform|answer|attack|comply|accept|reject|detect|identif|produc|behav|act|attempt|tried|lie|cheat|exceed|includ|cover|contain|involve|represent|account|amount|rang|var|differ|improv|declin|rais|cut|climb|jump|surg|soar|doubl|tripl|halv|grow|fall|los|gain|reduc|lift|push|put|set|keep|kept|hold|held|leave|left|give|given|gives|call|ask|urg|sign|publish|releas|launch|announc|train|deploy|build|built|develop|run|work|stand|stood|range|prefer|worr|fear|hop|plan|vot|favor|favour|back|demand|let|lets|begin|began|start|continu|stop|shut|sabotag|ignor|follow|obey|evad|leak|steal|stole|mak|tak|see|seen|know|knew|need|tend|caus|lead|led|result|depend|compar)(?:s|es|ed|d|ing|ies|ied)|appears?|occurs?|performs?|gives?|lets?|exceeds?|includes?|rose|drops?|cuts?)(?![a-z'’-])/g
const ENGLISH_LEAD =
  /^(?:[\s"“'‘(*–—-]|(?:and|but|or|so|yet|however|meanwhile|overall|still|also|then|although|though|while|whereas|moreover|furthermore|in addition|for example|for instance|by contrast|in contrast|in fact|what's more|even so|according to [^,]{1,60},|as [^,]{1,60} reports?,|a majority of|majority of|most|a total of|some|only|just|about|nearly|almost|over|more than|on average|globally)(?![a-z]))/

/** The noun phrase that an English clause begins with. */
export function leadingEnglish(folded: string, start: number, end: number): Span | undefined {
  let at = start
  for (;;) {
    const lead = ENGLISH_LEAD.exec(folded.slice(at, Math.min(end, at + 80)))
    if (!lead || lead[0] === '') break
    at += lead[0].length
  }
  let to = firstMatch(ENGLISH_STOP, folded, at, end)
  while (to > at && /\s/.test(folded[to - 1]!)) to--
  return to > at && !/^\d/.test(folded.slice(at, to)) ? { start: at, end: to } : undefined
}
