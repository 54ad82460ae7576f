import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const DICTIONARIES = join(import.meta.dirname, '../../../node_modules/opencc-js/dist/esm-lib/dict')

/**
 * Words of AI news that differ between Taiwan, Hong Kong and the mainland and that OpenCC's list lacks, because there it
 * could not tell them from other uses. Both forms are searched, so an ambiguous one costs nothing but a few more hits.
 */
const MORE_TERMS = [
  '演算法 算法',
  '資料 数据',
  '資料庫 数据库',
  '資料集 数据集',
  '資訊 信息',
  '資安 信息安全',
  '網路 网络',
  '軟體 软件',
  '硬體 硬件',
  '晶片 芯片',
  '迴圈 循环',
  '程式 程序',
  '程式碼 代码',
  '智慧 智能',
  '機器人 机器人',
  '影片 视频',
  '品質 质量',
  '透過 通过',
  '預設 默认',
  '支援 支持',
  '伺服器 服务器',
  '行動裝置 移动设备',
  '使用者 用户',
  '回饋 反馈',
  '強化學習 强化学习',
  '神經網路 神经网络',
  '最佳化 优化',
  '聊天機器人 聊天机器人',
  '深偽 深度伪造',
  '矽谷 硅谷',
  '駭客 黑客',
  '執行長 首席执行官',
  '智慧型手機 智能手机',
  '大型語言模型 大语言模型',
  '監理 监管',
  '帳號 账号',
  '帳戶 账户',
  '推論 推理',
  '提示注入 提示词注入',
  '提示語 提示词',
  '運算力 算力',
  '川普 特朗普',
  '捷運 地铁',
  '電腦 计算机',
  '計畫 计划',
  '企畫 企划',
  '規畫 规划',
  '策畫 策划',
  '籌畫 筹划',
  '反覆 反复',
  '回覆 回复',
  '答覆 答复',
  '批覆 批复',
  '想像 想象',
  '部份 部分',
  '身分 身份',
  '成份 成分',
  '甚麼 什么',
  '復甦 复苏',
  '甦醒 苏醒',
  '彷彿 仿佛',
  '帳單 账单',
  '座標 坐标',
]

/** OpenCC's dictionaries, as opencc-js packs them, are `key value other-values` joined by `|` in one string literal. */
function entries(name: string): [string, string[]][] {
  const source = readFileSync(join(DICTIONARIES, `${name}.js`), 'utf8')
  const dictionary = /"(.*)"/.exec(source)?.[1]
  if (!dictionary)
    throw new Error(`opencc-js's ${name}.js is not one string literal any more; adapt this reader`)
  return dictionary.split('|').map((line) => {
    const [key, ...values] = line.split(' ')
    return [key!, values]
  })
}

/** Characters that any of OpenCC's tables maps to each other form one group, whose first member stands for all. */
export function buildFoldGroups(): string[] {
  const parent = new Map<string, string>()
  const root = (char: string): string => {
    const above = parent.get(char) ?? char
    return above === char ? char : root(above)
  }
  const timesTarget = new Map<string, number>()
  /** The main block only: characters outside it are a tenth of the table and next to nothing of any text. */
  const isOneUnit = (text: string) => /^[\u4e00-\u9fff]$/.test(text)
  const tables = ['TSCharacters', 'STCharacters', 'TWVariants', 'HKVariants']
  for (const [index, table] of tables.entries()) {
    for (const [from, targets] of entries(table)) {
      for (const to of targets.filter(isOneUnit)) {
        if (!isOneUnit(from)) continue
        if (index === 0) timesTarget.set(to, (timesTarget.get(to) ?? 0) + 1)
        parent.set(to, root(to))
        parent.set(from, root(from))
        parent.set(root(from), root(to))
      }
    }
  }
  const groups = Map.groupBy([...parent.keys()].sort(), root)
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) =>
      group.sort((a, b) => (timesTarget.get(b) ?? 0) - (timesTarget.get(a) ?? 0) || (a < b ? -1 : 1)),
    )
    .map((group) => group.join(''))
    .sort()
}

/** Pairs `Taiwan term, mainland term`, both with folded characters; pairs that folding already equates are left out. */
export function buildRegionPairs(groups: string[]): string[] {
  const first = new Map(groups.flatMap((group) => [...group].map((char) => [char, group[0]!] as const)))
  const fold = (text: string) => [...text].map((char) => first.get(char) ?? char).join('')
  const pairs = [...entries('TWPhrasesRev').map(([from, to]) => `${from} ${to[0]}`), ...MORE_TERMS]
    .map((line) => line.split(' ').map(fold) as [string, string])
    .filter(([a, b]) => !OTHER_SENSE.has(`${a} ${b}`) && !OFF_TOPIC.has(a))
    .filter(([a, b]) => a !== b && a.length > 1 && b.length > 1 && a.length < 7 && !OUTSIDE.test(a + b))
  const known = new Map(pairs)
  const kept = pairs.filter(([a, b]) => !isComposed(a, b, known)).map(([a, b]) => `${a} ${b}`)
  return [...new Set(kept)].sort()
}

/** Right for programmers only: in news the first or the second word nearly always means something else. */
const OTHER_SENSE = new Set(['程序 进程', '行程 进程', '指标 指针', '类比 模拟', '核心 内核'])

/**
 * Composers, food, medicine, dialogs of old desktops (by their Taiwan side): not what this news is about, and each costs every
 * reader of the page a few bytes.
 */
const OFF_TOPIC = new Set(
  `佛瑞 兴德密特 克莱门第 凯吉 利盖悌 包罗定 史他汀类 史克里亚宾 史卡拉第 史托克豪森 史特劳斯 史特拉汶斯基 史麦塔纳 多尼采第 奥福 孟德尔颂 布列敦 布拉姆斯 布瑞顿 布莱兹 德布西
德弗札克 戴流士 拉摩 拉罗 拉赫曼尼诺夫 普罗高菲夫 普赛尔 杨纳杰克 柯恩兄弟 柯普兰 柯雷利 梅湘 波凯里尼 海飞兹 潘德列兹基 白辽士 盖希文 穆索斯基 华格纳 提佩特 叮叮当 叮当 伤心小栈
网路上的芳邻 汉他病毒 戴奥辛 摄护腺 胰脏 榴梿 泡面 冰棒 冷盘 咖哩 乳酪 红血球 白血球 心肌梗塞 脑梗塞 彩色超音波 正子 正子断层造影 电脑断层 安莫西林 爱滋病患 空气清净机 脚踏车
太空梭 桌布 相簿 马铃薯 子音 母音 签帐金融卡 影印 印表机 光碟机 光碟 碟片 磁轨 磁碟机代号 副档名 剪贴簿 剪下 全形 半形 字型档 登录档 工作列 工作管理员 状态列 下拉式清单
核取按钮 核取方块 对话方块 自动旋转萤幕 回拨 来电转接 结束通话 扩音 拨出 序号产生器 破图 烧录 缩图 缩排 丢掷 尚比亚 气泡排序 类别范本 组译 组合语言 外部索引键`.split(
    /\s+/,
  ),
)

/** Names of film directors and composers, compounds, diseases: not what AI news is about, and a third of the table. */
const OUTSIDE = /[·a-zA-Z]|胺|肝|症|酸|酰|醯|心房|心室|氨|芥|霉|狮/

/** Whether a pair follows from a shorter one: 巨集函式 from 巨集 and 函式. */
function isComposed(a: string, b: string, known: Map<string, string>): boolean {
  return [...known].some(([from, to]) => from !== a && a.includes(from) && a.replace(from, to) === b)
}

/**
 * The groups as text that compresses well: distances between the first members, distances between all other members, both in
 * ascending order, and for each of the latter the number of its group in two characters. Half the size of the characters.
 */
export function packGroups(groups: string[]): string {
  const heads = groups.map((group) => group.codePointAt(0)!).sort((a, b) => a - b)
  const members = groups
    .flatMap((group) => [...group].slice(1).map((char) => [char.charCodeAt(0), group.charCodeAt(0)] as const))
    .sort((a, b) => a[0] - b[0])
  const distances = (codes: number[]) =>
    codes.map((code, at) => digits(code - (codes[at - 1] ?? 0x4e00))).join('')
  const numbers = members.map(([, head]) => {
    const number = heads.indexOf(head)
    return ALPHABET[Math.floor(number / 64)]! + ALPHABET[number % 64]!
  })
  return [distances(heads), distances(members.map(([code]) => code)), numbers.join('')].join(' ')
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** A number in base 63, least first; `_` says that more follows. */
function digits(value: number): string {
  return value < 63 ? ALPHABET[value]! : `_${digits(value - 63)}`
}

const HEAD =
  '// Generated by src/search/tables/generate.ts from OpenCC (Apache-2.0) as packaged in opencc-js; do not edit.\n'

function write(name: string, comment: string, constant: string, value: string): void {
  writeFileSync(
    join(import.meta.dirname, name),
    `${HEAD}\n/** ${comment} */\nexport const ${constant} =\n  '${value}'\n`,
  )
}

if (import.meta.main) {
  const groups = buildFoldGroups()
  write(
    'fold-groups.ts',
    'Han characters that fold together, packed; src/search/fold-groups.ts unpacks them.',
    'PACKED_GROUPS',
    packGroups(groups),
  )
  write(
    'region-pairs.ts',
    'Words for one thing in Taiwan and on the mainland, characters folded: `a b|c d`.',
    'REGION_PAIRS',
    buildRegionPairs(groups).join('|'),
  )
}
