/**
 * What may stand beside a number, as data: units, currencies, measure words, in folded form (Simplified, lower case).
 * Sources: CLDR unit and currency names; GB 3100; the measure words of 现代汉语八百词, those that count things in reports.
 */
import type { Unit } from '../model/figure.ts'

/** Units of time, Chinese and English, to the English singular. Longest first within a language. */
// biome-ignore format: a table reads by rows
export const TIME_UNITS: [string, string][] = [
  ['个半小时', 'hour'], ['个半钟头', 'hour'], ['个半月', 'month'], ['个工作日', 'day'],
  ['个总工时', 'hour'],
  ['个工时', 'hour'],
  ['个小时', 'hour'],
  ['个钟头', 'hour'],
  ['个钟', 'hour'],
  ['个星期', 'week'],
  ['个礼拜', 'week'],
  ['个季度', 'quarter'],
  ['个世纪', 'century'],
  ['个年头', 'year'],
  ['个月', 'month'],
  ['个多月', 'month'],
  ['个多小时', 'hour'],
  ['个多星期', 'week'],
  ['个多钟头', 'hour'],
  ['个多世纪', 'century'],
  ['多个小时', 'hour'],
  ['多个月', 'month'],
  ['分钟', 'minute'],
  ['秒钟', 'second'],
  ['毫秒', 'millisecond'],
  ['小时', 'hour'],
  ['工时', 'hour'],
  ['星期', 'week'],
  ['礼拜', 'week'],
  ['季度', 'quarter'],
  ['世纪', 'century'],
  ['昼夜', 'day'],
  ['天', 'day'],
  ['周', 'week'],
  ['年', 'year'],
  ['载', 'year'],
  ['秒', 'second'],
  ['岁', 'year'],
]
// biome-ignore format: a table reads by rows
export const TIME_WORDS = new Map(
  Object.entries({
    millisecond: 'millisecond',
    ms: 'millisecond',
    second: 'second',
    sec: 'second',
    minute: 'minute',
    min: 'minute',
    mins: 'minute',
    hour: 'hour',
    hr: 'hour',
    hrs: 'hour',
    h: 'hour',
    day: 'day',
    week: 'week',
    month: 'month',
    quarter: 'quarter',
    year: 'year',
    yr: 'year',
    yrs: 'year',
    decade: 'decade',
    century: 'century',
    centuries: 'century',
    'work-year': 'year',
  }),
)

/** Hundredths of a main unit, by word. */
// biome-ignore format: a table reads by rows
export const COINS: [string, string][] = [
  ['cents', 'USD'], ['cent', 'USD'], ['美分', 'USD'], ['pence', 'GBP'], ['penny', 'GBP'], ['便士', 'GBP'],
]

/**
 * Names of currencies in English, by ISO 4217 code, in the singular; the plural in -s is understood. XXX is ISO's code for
 * a currency that is not known: a franc or peso that no country stands beside.
 */
// biome-ignore format: a table reads by rows
const ENGLISH_CURRENCIES: Record<string, string> = {
  AED: 'uae dirham', ARS: 'argentine peso', AUD: 'australian dollar|aud', BDT: 'taka|bangladeshi taka', BGN: 'lev|leva',
  BRL: 'brazilian real|reais|brl', CAD: 'canadian dollar|cad', CHF: 'swiss franc|chf', CLP: 'chilean peso',
  CNY: 'yuan|chinese yuan|renminbi|rmb|cny', COP: 'colombian peso', CZK: 'koruna|czech koruna|czech crown|czk',
  DEM: 'deutsche mark|german mark|deutschmark', DKK: 'danish krone|danish kroner|dkk', EGP: 'egyptian pound', EUR: 'euro|eur',
  FIM: 'finnish markka|markka', FRF: 'french franc', GBP: 'pounds sterling|pound sterling|british pound|gbp',
  HKD: 'hong kong dollar|hkd', HUF: 'forint', IDR: 'rupiah|indonesian rupiah', ILS: 'shekel|israeli shekel',
  INR: 'rupee|indian rupee|inr', IRR: 'iranian rial', ITL: 'italian lira|italian lire', JPY: 'yen|japanese yen|jpy', KES: 'kenyan shilling',
  KRW: 'won|korean won|south korean won|krw', KWD: 'kuwaiti dinar', KZT: 'tenge', MXN: 'mexican peso', MYR: 'ringgit|malaysian ringgit|myr',
  NGN: 'naira|nigerian naira', NLG: 'dutch guilder|guilder', NOK: 'norwegian krone|norwegian kroner|nok', NZD: 'new zealand dollar|nzd',
  PHP: 'philippine peso', PKR: 'pakistani rupee', PLN: 'zloty|zlotys', RUB: 'ruble|rouble|russian ruble', SAR: 'saudi riyal|saudi rial',
  SEK: 'swedish krona|swedish kronor|sek', SGD: 'singapore dollar|sgd', THB: 'baht|thai baht', TRY: 'turkish lira',
  TWD: 'new taiwan dollar|taiwan dollar|twd|ntd', UAH: 'hryvnia', USD: 'us dollar|u.s. dollar|american dollar|dollar|usd',
  VND: 'dong|vietnamese dong', XBT: 'bitcoin|btc', ZAR: 'rand|south african rand',
  XXX: 'franc|peso|peseta|krone|kroner|krona|kronor|lira|dinar|dirham|riyal|rial|satoshi',
}

/** Names of currencies in Chinese, folded. */
// biome-ignore format: a table reads by rows
const CHINESE_CURRENCIES: Record<string, string> = {
  AED: '迪拉姆', AUD: '澳元|澳币|澳大利亚元', BRL: '雷亚尔', CAD: '加元|加币|加拿大元', CHF: '瑞士法郎|瑞郎', CNY: '人民币',
  DKK: '丹麦克朗', EUR: '欧元', GBP: '英镑', HKD: '港元|港币|港圆', HUF: '福林', IDR: '印尼盾', ILS: '谢克尔', INR: '卢比|印度卢比',
  JPY: '日元|日圆|日币', KRW: '韩元|韩圜|韩币', KZT: '坚戈', MOP: '澳门元|澳门币', MXN: '墨西哥比索', MYR: '令吉|林吉特|马币', NGN: '奈拉',
  NOK: '挪威克朗', NZD: '新西兰元|纽币', PHP: '菲律宾比索', PLN: '兹罗提', RUB: '卢布', SEK: '瑞典克朗', SGD: '新元|新币|新加坡元|坡币',
  THB: '泰铢', TRY: '里拉|土耳其里拉', TWD: '新台币|台币', UAH: '格里夫纳', USD: '美元|美金|美圆|美刀', VND: '越南盾', XBT: '个比特币|比特币|枚比特币',
  ZAR: '兰特', XXX: '法郎|比索|克朗|第纳尔|里亚尔',
}

/** Signs that stand before an amount or behind it. */
// biome-ignore format: a table reads by rows
const SIGNS: [string, string][] = [
  ['€', 'EUR'], ['£', 'GBP'], ['₡', 'CRC'], ['₾', 'GEL'], ['₭', 'LAK'], ['₿', 'XBT'], ['₫', 'VND'], ['₦', 'NGN'], ['₱', 'PHP'],
  ['₪', 'ILS'], ['₺', 'TRY'], ['₴', 'UAH'], ['₽', 'RUB'], ['₸', 'KZT'], ['₩', 'KRW'], ['₹', 'INR'], ['฿', 'THB'], ['₮', 'MNT'], ['$', 'USD'],
]

const listNames = (names: Record<string, string>): [string, string][] =>
  Object.entries(names).flatMap(([code, list]) =>
    list.split('|').map((name): [string, string] => [name, code]),
  )
const withPlural = ([name, code]: [string, string]): [string, string][] =>
  name.length > 3 && !name.endsWith('s')
    ? [
        [`${name}s`, code],
        [name, code],
      ]
    : [[name, code]]

/** Currency words after the amount, to ISO 4217. A bare `元` or `块钱` is the currency of the text. */
export const CURRENCY_AFTER: [string, string][] = [
  ...COINS,
  ...SIGNS,
  ...listNames(ENGLISH_CURRENCIES).flatMap(withPlural),
  ...listNames(CHINESE_CURRENCIES),
  ['pounds', 'GBP'],
  ['musd', 'USD'],
  ['meur', 'EUR'],
  ['mgbp', 'GBP'],
  ['块钱', ''],
  ['元', ''],
  ['圆', ''],
  ['块', ''],
]
/** Codes with a prefix that says millions: 30 MUSD. */
export const MILLIONS = new Set(['musd', 'meur', 'mgbp'])

/** Currency signs and codes before the amount. */
// biome-ignore format: a table reads by rows
export const CURRENCY_BEFORE: [string, string][] = [
  ...SIGNS,
  ['hong kong dollars', 'HKD'], ['us$', 'USD'], ['u.s.$', 'USD'], ['us $', 'USD'], ['hk$', 'HKD'], ['nt$', 'TWD'], ['nt', 'TWD'],
  ['a$', 'AUD'], ['au$', 'AUD'], ['c$', 'CAD'], ['ca$', 'CAD'], ['c $', 'CAD'], ['s$', 'SGD'], ['nz$', 'NZD'], ['r$', 'BRL'], ['cn¥', 'CNY'],
  ['rmb', 'CNY'], ['usd', 'USD'], ['eur', 'EUR'], ['gbp', 'GBP'], ['cny', 'CNY'], ['hkd', 'HKD'], ['twd', 'TWD'], ['jpy', 'JPY'],
  ['aud', 'AUD'], ['cad', 'CAD'], ['chf', 'CHF'], ['inr', 'INR'], ['krw', 'KRW'], ['sgd', 'SGD'],
  ['人民币', 'CNY'], ['新台币', 'TWD'], ['美元', 'USD'], ['美金', 'USD'], ['港币', 'HKD'], ['港元', 'HKD'], ['欧元', 'EUR'],
  ['¥', 'CNY'], ['￥', 'CNY'],
]

/** Units of length, area, volume, weight, speed, temperature, information and energy, by symbol; English ones in the singular. */
// biome-ignore format: a table reads by rows
const UNIT_NAMES: Record<string, string> = {
  FLOP: 'floating-point operations|floating point operations|次浮点运算|浮点运算', 'FLOP/s': 'flop/s',
  TWh: '太瓦时|twh|terawatt-hour|terawatt hour', GWh: '吉瓦时|gwh|gigawatt-hour|gigawatt hour',
  kWh: '千瓦时|度电|kwh|kilowatt-hour|kilowatt hour', MW: '兆瓦|megawatt|mw', GW: '吉瓦|gigawatt|gw',
  kW: '千瓦|kw|kilowatt', W: '瓦特|瓦|watt', TW: 'terawatt|太瓦', MWh: 'mwh|megawatt-hour|megawatt hour|兆瓦时',
  km2: '平方公里|square kilometer|square kilometre|sq km|平方千米', m2: '平方米|square meter|square metre|平方公尺|平米|sqm',
  ft2: '平方英尺|square feet|square foot|sq ft', m3: '立方米|cubic meter|cubic metre|立方公尺',
  km: '公里|千米|km|kilometer|kilometre', kcal: '千卡|kcal|大卡', KB: '千字节|kb|kilobyte', MB: '兆字节|mb|megabyte',
  kbit: '千比特', jin: '斤', mi: '英里|mile', ft: '英尺|feet|foot|ft', in: '英寸|inches|inch|英吋|吋',
  cm: '厘米|公分|cm|centimeter|centimetre', mm: '毫米|mm|millimeter|millimetre|公厘', nm: '纳米|nm|nanometer|nanometre',
  m: '公尺|米|meter|metre', kg: '公斤|千克|kg|kilogram|kilogramme|kilo', mg: '毫克|mg|milligram', g: '克|gram|gramme',
  t: '公吨|吨|ton|tons|tonne|metric ton', lb: '磅|lb|pound', ml: '毫升|ml|milliliter|millilitre', gal: '加仑|gallon',
  l: '公升|升|liter|litre', mu: '亩', ha: '公顷|hectare',
  '°C': '摄氏度|°c|degrees celsius|degree celsius|degrees centigrade|celsius|℃', mi2: 'square mile|平方英里',
  ac: 'acre|英亩', TB: 'tb|terabyte|太字节', GB: 'gb|gigabyte|吉字节', GHz: 'ghz|gigahertz|吉赫|吉赫兹',
  MHz: 'mhz|megahertz|兆赫|兆赫兹', '°F': '°f|degrees fahrenheit|fahrenheit|华氏度|℉', degree: 'degrees|°',
  'µm': 'micron|micrometer|微米', dm: 'dm|分米', yd: 'yard', nmi: 'nautical mile|海里', ly: 'light-year|light year',
  cm2: 'square centimeter|平方厘米|平方公分', cm3: 'cubic centimeter|立方厘米', ft3: 'cubic foot|cubic feet', pt: 'pint|品脱',
  qt: 'quart|夸脱', tbsp: 'tablespoon|汤匙', tsp: 'teaspoon|茶匙', cup: 'cup', bbl: 'barrel', 'µg': 'microgram|微克',
  oz: 'ounce|oz|盎司', liang: '两',
  'km/h': 'km/h|kph|kilometers per hour|kilometres per hour|公里每小时|千米每小时|公里/小时|km/hr',
  mph: 'mph|miles per hour|英里每小时', 'm/s': 'm/s|meters per second|metres per second|米每秒|米/秒', kn: 'knot',
  K: 'kelvin', byte: 'byte', PB: 'petabyte|pb', Mbps: 'mbps|megabit per second|megabits per second', Gbps: 'gbps|gigabit per second|gigabits per second',
  Hz: 'hertz|hz|赫兹', kHz: 'kilohertz|khz|千赫|千赫兹', dB: 'decibel|db|分贝', J: 'joule|焦耳', kJ: 'kilojoule|千焦',
  cal: 'calorie|卡路里', V: 'volt|伏特', A: 'ampere|安培', Pa: '帕斯卡', kPa: '千帕', MPa: '兆帕',
}

/** Units with a fixed kind that are no measures of things. */
// biome-ignore format: a table reads by rows
const KINDS: [string, Unit, string][] = [
  ['flops', 'other', 'FLOPS'], ['flop', 'other', 'FLOP'], ['percentage points', 'percentage_point', ''],
  ['percentage point', 'percentage_point', ''], ['个百分点', 'percentage_point', ''],
  ['百分点', 'percentage_point', ''], ['ppts', 'percentage_point', ''], ['ppt', 'percentage_point', ''],
  ['pp', 'percentage_point', ''], ['pts', 'percentage_point', ''], ['per cent', 'percent', ''],
  ['\\%', 'percent', ''], ['percent', 'percent', ''], ['pct', 'percent', ''], ['%', 'percent', ''], ['﹪', 'percent', ''],
  ['‰', 'percent', ''], ['x', 'multiple', ''], ['×', 'multiple', ''], ['-fold', 'multiple', ''],
  ['fold', 'multiple', ''], [' times as', 'multiple', ''], [' times more', 'multiple', ''],
  [' times higher', 'multiple', ''], [' times greater', 'multiple', ''], [' times faster', 'multiple', ''],
  [' times larger', 'multiple', ''], [' times bigger', 'multiple', ''], [' times less', 'multiple', ''],
  [' times fewer', 'multiple', ''], [' times better', 'multiple', ''], [' times likelier', 'multiple', ''],
  [' times cheaper', 'multiple', ''], [' times the', 'multiple', ''], [' times that', 'multiple', ''],
  [' times longer', 'multiple', ''], [' orders of magnitude', 'multiple', 'magnitude'],
  [' order of magnitude', 'multiple', 'magnitude'], ['个数量级', 'multiple', 'magnitude'], ['倍', 'multiple', ''],
  ['points', 'score', ''], ['point', 'score', ''], ['分', 'score', ''], ['percents', 'percent', ''],
  ['percentage', 'percent', ''],
]

/** Other units with a fixed kind, after the number. */
export const FIXED_UNITS: [string, Unit, string][] = [
  ...KINDS,
  ...listNames(UNIT_NAMES)
    .flatMap((row) => (/^[a-z]{3}/.test(row[0]) ? withPlural(row) : [row]))
    .map(([word, detail]): [string, Unit, string] => [word, 'other', detail]),
]

/**
 * Measure words that make a number a count. Not 号, 版, 代, 名次 and the like, which rank or name.
 * Two-character words first, so that 场次 is not read as 场.
 */
// biome-ignore format: a table reads by rows
export const MEASURE_WORDS: string[] = [
  '人次',
  '人份',
  '架次',
  '车次',
  '场次',
  '家次',
  '席位',
  '字节',
  '字元',
  '比特',
  '光年',
  '参数',
  '倍速',
  '卡时',
  '个',
  '名',
  '位',
  '款',
  '种',
  '类',
  '项',
  '条',
  '份',
  '家',
  '所',
  '间',
  '座',
  '台',
  '架',
  '辆',
  '艘',
  '只',
  '隻',
  '头',
  '匹',
  '株',
  '棵',
  '颗',
  '粒',
  '件',
  '宗',
  '起',
  '桩',
  '例',
  '笔',
  '批',
  '次',
  '遍',
  '趟',
  '轮',
  '场',
  '届',
  '回',
  '步',
  '道',
  '题',
  '关',
  '张',
  '篇',
  '部',
  '本',
  '册',
  '卷',
  '幅',
  '封',
  '则',
  '首',
  '段',
  '节',
  '章',
  '页',
  '行',
  '句',
  '字',
  '词',
  '人',
  '户',
  '口',
  '员',
  '组',
  '队',
  '支',
  '派',
  '群',
  '对',
  '双',
  '套',
  '副',
  '块',
  '片',
  '层',
  '级',
  '栋',
  '幢',
  '根',
  '把',
  '枚',
  '门',
  '顶',
  '面',
  '盏',
  '包',
  '箱',
  '瓶',
  '杯',
  '桶',
  '碗',
  '国',
  '省',
  '州',
  '市',
  '县',
  '区',
  '村',
  '城',
  '校',
  '院',
  '票',
  '席',
  '股',
  '处',
  '点',
  '维',
  '元',
  '日',
  '夜',
  '代',
  '声',
  '拳',
  '眼',
  '针',
  '倍',
  '万',
  '亿',
]
/** Of those, the ones that count only after digits or a scaled number: after 三 or 十 they are words or names (十分, 三国, 二元, 四级). */
// biome-ignore format: a table reads by rows
export const WEAK_MEASURES = new Set([
  '点',
  '国',
  '省',
  '市',
  '县',
  '区',
  '村',
  '城',
  '校',
  '院',
  '口',
  '元',
  '日',
  '夜',
  '代',
  '声',
  '拳',
  '眼',
  '针',
  '层',
  '级',
  '面',
  '回',
  '道',
  '对',
  '双',
  '派',
  '群',
  '把',
  '包',
  '处',
  '首',
  '卷',
  '根',
  '顶',
  '头',
  '块',
  '节',
  '章',
  '页',
  '字',
  '词',
  '维',
  '员',
  '倍',
  '万',
  '亿',
  '门',
  '股',
  '届',
  '步',
])

/** Nouns that may follow a number without a measure word: 16模型 is rare, but 1000万用户, 数百专家 are not. */
// biome-ignore format: a table reads by rows
export const BARE_NOUNS = [
  '用户',
  '参与者',
  '模型',
  '专家',
  '学者',
  '员工',
  '企业',
  '公司',
  '工程师',
  '研究者',
  '研究人员',
  '受访者',
  '科学家',
  '开发者',
  '参数',
  '美国人',
  '网友',
  '粉丝',
  '签名',
  '签署者',
  '下载',
  '浏览',
  '人口',
  '岗位',
  '国家',
  '城市',
  '学生',
  '工人',
  '玩家',
  '样本',
  '份',
  'token',
  'gpu',
  '平方',
]
