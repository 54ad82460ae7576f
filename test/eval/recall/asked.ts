import type { Lang } from '../../../src/core/model/lang.ts'
import type { Category, Query } from './queries.ts'
import type { Truth } from './truth.ts'

/**
 * Queries as people ask them, made up apart from the texts and from the engine's tables. Each line is one thing: the ways to
 * ask for it, and what a text that says it says (in lower case and Simplified characters, as {@link Truth} reads texts).
 */
export const ASKED: [Category, RegExp, ...string[]][] = [
  // Words that differ between Taiwan, Hong Kong and the mainland.
  ['region term', /程式|程序/, '程式', '程序'],
  ['region term', /信息安全|资讯安全|资安/, '資訊安全', '信息安全', '資安'],
  ['region term', /人工智能|人工智慧/, '人工智慧', '人工智能'],
  ['region term', /回圈|循环/, '迴圈', '循環', '循环'],
  ['region term', /软体|软件/, '軟體', '軟件', '软件'],
  ['region term', /硬体|硬件/, '硬體', '硬件'],
  ['region term', /网路|网络/, '網路', '網絡', '网络'],
  ['region term', /影片|视频|视讯/, '影片', '視訊', '视频', '視頻'],
  ['region term', /演算法|算法/, '演算法', '算法'],
  ['region term', /服务器|伺服器/, '伺服器', '服务器', '伺服器'],
  ['region term', /晶片|芯片/, '晶片', '芯片'],
  ['region term', /使用者|用户/, '使用者', '用戶', '用户'],
  ['region term', /程式码|代码/, '程式碼', '代碼', '代码'],
  ['region term', /骇客|黑客/, '駭客', '黑客'],
  ['region term', /网际网路|互联网/, '網際網路', '互聯網', '互联网'],
  ['region term', /神经网路|神经网络/, '神經網路', '神经网络'],
  ['region term', /大型语言模型|大语言模型/, '大型語言模型', '大语言模型', '大語言模型'],
  ['region term', /资料库|数据库/, '資料庫', '数据库'],
  ['region term', /资料集|数据集/, '資料集', '数据集'],
  ['region term', /机率|概率/, '機率', '概率'],
  ['region term', /帐号|账号/, '帳號', '账号'],
  ['region term', /监理|监管/, '監理', '監管', '监管'],
  ['region term', /智慧型手机|智能手机|智慧手机/, '智慧型手機', '智能手机'],
  ['region term', /执行长|首席执行官/, '執行長', '首席执行官'],
  ['region term', /最佳化|优化/, '最佳化', '优化'],
  ['region term', /预设|默认/, '預設', '默认'],
  ['region term', /连结|链接/, '連結', '链接'],
  ['region term', /硅谷|矽谷/, '矽谷', '硅谷'],
  ['region term', /作业系统|操作系统/, '作業系統', '操作系统'],
  ['region term', /聊天机器人/, '聊天機器人', '聊天机器人'],
  // One number in many forms.
  [
    'number',
    /(?<![\d.%])96 ?%(?![\da-z])|96 per ?cent|九成六|百分之(九十六|96)/,
    '九成六',
    '96％',
    '96 per cent',
    '0.96',
    '９６%',
    '百分之九十六',
  ],
  [
    'number',
    /(?<![\d.%])12 ?%(?![\da-z])|12 per ?cent|百分之(十二|12)|twelve per ?cent/,
    '12%',
    '百分之十二',
    '12 percent',
    'twelve per cent',
    '0.12',
  ],
  [
    'number',
    /(?<![\d.%])78 ?%(?![\da-z])|78 per ?cent|七成八|百分之(七十八|78)/,
    '78%',
    '七成八',
    '0.78',
    '78 pct',
  ],
  [
    'number',
    /(?<![\d.%])86 ?%(?![\da-z])|86 per ?cent|八成六|百分之(八十六|86)/,
    '八成六',
    '86 percent',
    '86％',
  ],
  [
    'number',
    /(?<![\d.])4\.4 ?%(?![\da-z])|4\.4 per ?cent|百分之(四点四|4\.4)/,
    '4.4%',
    '百分之四点四',
    '4.4 per cent',
  ],
  ['number', /(?<![\d.])3500 ?万|35 million|35,000,000/, '3500萬', '35 million', '3,500万', '三千五百万'],
  ['number', /(?<![\d.])2 ?亿|二亿|两亿|200 million/, '2億', '兩億', '200 million', '两亿'],
  ['number', /2[,.]?778/, '2,778', '2778', '２７７８'],
  [
    'number',
    /10,000|(?<!\d)10000(?!\d)|(?<![\d.])1万|(?<![一二三四五六七八九十百千几上数])一万/,
    '10,000',
    '一萬',
    '1万',
    '10000',
  ],
  // Names of models, however they are typed.
  ['model name', /gpt[- ]?4o(?![a-z0-9])/, 'GPT4o', 'GPT-4o', 'GPT 4o', 'gpt４o', 'ＧＰＴ-４ｏ'],
  ['model name', /claude[- ]?opus[- ]?4(?![a-z0-9]|\.\d)/, 'ClaudeOpus4', 'claude opus-4', 'Claude  Opus  4'],
  ['model name', /gpt[- ]?4\.1(?![a-z0-9]|\.\d)/, 'GPT4.1', 'gpt-4.1', 'GPT 4.1'],
  [
    'model name',
    /deep[- ]?seek[- ]?r1(?![a-z0-9])/,
    'DeepSeek-R1',
    'deepseek r1',
    'Deep Seek R1',
    'DeepSeekR1',
  ],
  ['model name', /llama[- ]?4[- ]?maverick/, 'Llama 4 Maverick', 'llama4 maverick', 'LLaMA-4-Maverick'],
  ['model name', /gemini[- ]?2\.5[- ]?flash/, 'Gemini 2.5 Flash', 'gemini2.5 flash', 'Gemini-2.5-Flash'],
  ['model name', /qwen[- ]?2\.5/, 'Qwen2.5', 'Qwen 2.5', 'qwen-2.5'],
  ['model name', /claude[- ]?3\.5[- ]?sonnet/, 'Claude 3.5 Sonnet', 'claude-3.5-sonnet', 'Claude3.5 Sonnet'],
  // English words in another form than the text's.
  ['inflection', /\bjailbreak(s|ing)?\b/, 'jailbreak', 'jailbreaks'],
  ['inflection', /\bdeceiv(e|es|ed|ing)\b/, 'deceive', 'deceived', 'deceiving', 'deceives'],
  ['inflection', /\bblackmail(s|ed|ing)?\b/, 'blackmailed', 'blackmailing'],
  ['inflection', /\bpolic(y|ies)\b/, 'policies', 'policy'],
  ['inflection', /\bbackdoor(s|ed)?\b/, 'backdoor', 'backdoors'],
  ['inflection', /\bbenchmark(s|ed|ing)?\b/, 'benchmark', 'benchmarks'],
  ['inflection', /\brefus(e|es|ed|ing)\b/, 'refuse', 'refused', 'refusing'],
  ['inflection', /\bclassif(y|ies|ied)\b/, 'classify', 'classified'],
  ['inflection', /\bpoison(s|ed|ing)?\b/, 'poison', 'poisoned'],
  ['inflection', /\bsurvey(s|ed|ing)?\b/, 'surveys', 'surveyed'],
  ['inflection', /\bsynthetic prompts?\b/, 'synthetic prompt'],
  ['inflection', /\bmalicious documents?\b/, 'malicious document'],
  ['inflection', /\blarge language models?\b/, 'large language model'],
  // Hyphens, or none.
  ['hyphen', /\bself[- ]?replication\b/, 'self-replication', 'self replication', 'selfreplication'],
  ['hyphen', /\bred[- ]?team(s|ing|ed|ers?)?\b/, 'red-teaming', 'red teaming'],
  ['hyphen', /\bfine[- ]?tun(e|ed|ing)\b/, 'fine-tuning', 'fine tuning', 'finetuning'],
  ['hyphen', /\bopen[- ]?source\b/, 'open-source', 'open source'],
  ['hyphen', /\bpre[- ]?training\b/, 'pre-training', 'pretraining'],
  ['hyphen', /\bchain[- ]of[- ]thought\b/, 'chain-of-thought', 'chain of thought'],
  ['hyphen', /\bdata[- ]?centers?\b/, 'data center', 'datacenter'],
  // Names in use side by side.
  ['alias', /川普|特朗普/, '川普', '特朗普'],
  ['alias', /欧巴马|奥巴马/, '歐巴馬', '奥巴马'],
  ['alias', /辉达|英伟达/, '輝達', '英伟达', '英偉達'],
  ['alias', /马斯克/, '馬斯克', '马斯克'],
  // Slips of the finger.
  ['typo', /\bblackmail\b/, 'blackmial', 'balckmail', 'blackmai1l'.replace('1', '')],
  ['typo', /\banthropic\b/, 'Antropic', 'anthorpic', 'Anthropci'],
  ['typo', /\bconstitutional\b/, 'constitutionl', 'consitutional', 'constittuional'],
  ['typo', /\balignment\b/, 'alignmnet', 'aligment', 'alingment'],
  ['typo', /\binterpretability\b/, 'interpretabilty', 'interpetability'],
  ['typo', /\bdeepmind\b/, 'depmind', 'deepmnid'],
  ['typo', /\bextinction\b/, 'extintion', 'exctinction'],
]

/** The language that a query is asked in: by its characters, Traditional only where they are not Simplified ones. */
function langOf(text: string): Lang {
  if (!/\p{Script=Han}/u.test(text)) return 'en'
  return /[體網資訊慧迴圈軟碼駭際經語庫機帳號監預連結業億萬兩達頻視務長馬歐偉戶晶演使伺矽]/.test(text)
    ? 'zh-Hant'
    : 'zh-Hans'
}

export function askQueries(truth: Truth): Query[] {
  return ASKED.flatMap(([category, pattern, ...texts]) => {
    const relevant = truth.matching(pattern)
    return relevant.length === 0
      ? []
      : texts.map((text) => ({ category, lang: langOf(text), text, relevant }))
  })
}
