/**
 * What may stand beside a number, as data: units, currencies, measure words, in folded form (Simplified, lower case).
 * Sources: CLDR unit and currency names; GB 3100; the measure words of 现代汉语八百词, those that count things in reports.
 */
import type { Unit } from '../model/figure.ts'
import { CURRENCY_NAMES } from './currency-names.ts'

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
  ['微秒', 'microsecond'],
  ['纳秒', 'nanosecond'],
  ['奈秒', 'nanosecond'],
  ['小时', 'hour'],
  ['工时', 'hour'],
  ['星期', 'week'],
  ['礼拜', 'week'],
  ['季度', 'quarter'],
  ['世纪', 'century'],
  ['昼夜', 'day'],
  ['天', 'day'],
  ['日', 'day'],
  ['分', 'minute'],
  ['周', 'week'],
  ['年', 'year'],
  ['载', 'year'],
  ['秒', 'second'],
  ['周岁', 'year'],
  ['岁', 'year'],
]
// biome-ignore format: a table reads by rows
export const TIME_WORDS = new Map(
  Object.entries({
    millisecond: 'millisecond',
    ms: 'millisecond',
    microsecond: 'microsecond',
    nanosecond: 'nanosecond',
    μs: 'microsecond',
    ns: 'nanosecond',
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
    wk: 'week',
    wks: 'week',
    mth: 'month',
    mths: 'month',
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
  ['cents', 'USD'], ['cent', 'USD'], ['美分', 'USD'], ['pence', 'GBP'], ['p', 'GBP'], ['penny', 'GBP'], ['便士', 'GBP'], ['仙', 'HKD'],
  ['分钱', ''],
]

/**
 * Names of currencies in English that CLDR (`currency-names.ts`) has not, by ISO 4217 code, in the singular; the plural in -s
 * is understood. XXX is ISO's code for a currency that is not known: a franc or peso that no country stands beside.
 */
// biome-ignore format: a table reads by rows
const ENGLISH_CURRENCIES: Record<string, string> = {
  AUD: 'aud', BDT: 'taka', BGN: 'lev|leva',
  BRL: 'reais|brl', CAD: 'cad', CHF: 'chf',
  CNY: 'yuan|chinese yuan|renminbi|rmb|cny', CZK: 'koruna|czech crown|czk',
  DEM: 'deutsche mark|german mark|deutschmark', DKK: 'danish krone|danish kroner|dkk', EUR: 'euro|eur',
  FIM: 'finnish markka|markka', FRF: 'french franc', GBP: 'quid|pounds sterling|pound sterling|gbp',
  HKD: 'hkd', HUF: 'forint', IDR: 'rupiah', ILS: 'shekel|israeli shekel',
  INR: 'rupee|inr', ITL: 'italian lira|italian lire', JPY: 'yen|japanese yen|jpy',
  KRW: 'won|korean won|south korean won|krw', KZT: 'tenge', MYR: 'ringgit|myr',
  NGN: 'naira', NLG: 'dutch guilder|guilder', NOK: 'norwegian krone|norwegian kroner|nok', NZD: 'nzd',
  PLN: 'zloty|zlotys', RUB: 'ruble|rouble', SAR: 'saudi rial',
  SEK: 'swedish krona|swedish kronor|sek', SGD: 'sgd', THB: 'baht|thai baht', TRY: 'turkish lira',
  TWD: 'taiwan dollar|twd|ntd', UAH: 'hryvnia', USD: 'u.s. dollar|american dollar|dollar|bucks|buck|usd',
  VND: 'dong|vietnamese dong', XBT: 'bitcoin|btc', ZAR: 'rand|south african rand',
  XXX: 'franc|peso|peseta|krone|kroner|krona|kronor|lira|dinar|dirham|riyal|rial|satoshi|shilling|cedi|kwacha|birr|lei',
}

/** Names of currencies in Chinese that CLDR has not, folded. */
// biome-ignore format: a table reads by rows
const CHINESE_CURRENCIES: Record<string, string> = {
  AED: '迪拉姆|迪尔汗', BDT: '塔卡', EGP: '埃镑', MMK: '缅元|缅币|缅甸币', KHR: '瑞尔', LAK: '基普', MNT: '图格里克', AUD: '澳元|澳币', BRL: '雷亚尔', CAD: '加元|加币', CHF: '瑞郎',
  EUR: '欧元', GBP: '英镑|镑', HKD: '港元|港币|港圆|蚊', HUF: '福林', ILS: '谢克尔', INR: '卢比',
  JPY: '日元|日圆|日币', KRW: '韩元|韩圜|韩币', KZT: '坚戈', MOP: '澳门币', MYR: '令吉|林吉特|马币', NGN: '奈拉',
  NZD: '纽币|纽元|新西兰币', PLN: '兹罗提', RUB: '卢布', SGD: '新元|新币|坡币|星币',
  THB: '泰铢', TRY: '里拉', TWD: '台币', UAH: '格里夫纳', USD: '美元|美金|美圆|美刀', XBT: '个比特币|比特币|枚比特币',
  ZAR: '兰特', XXX: '法郎|比索|披索|克朗|第纳尔|里亚尔|先令|列弗|列伊',
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
/** Lines of a code and its names, `AFN|afghan afghani|阿富汗尼`. */
const readNames = (lines: string): [string, string][] =>
  lines.split('\n').flatMap((line) => {
    const [code, ...names] = line.split('|')
    return names.map((name): [string, string] => [name, code!])
  })
const withPlural = ([name, code]: [string, string]): [string, string][] =>
  name.length > 3 && !name.endsWith('s')
    ? [
        [`${name}s`, code],
        [name, code],
      ]
    : [[name, code]]

/** ISO 4217 codes that are no words, on either side of an amount. */
const FOREIGN_CODES =
  'SEK NOK DKK PLN BRL MXN IDR THB VND MYR ZAR ILS AED PKR NGN KES CZK HUF NZD EGP QAR KWD ARS CLP LKR BDT UAH KZT RUB'
    .split(' ')
    .map((code): [string, string] => [code.toLowerCase(), code])

/** Currency words after the amount, to ISO 4217. A bare `元` or `块钱` is the currency of the text. */
export const CURRENCY_AFTER: [string, string][] = [
  ...COINS,
  ...SIGNS,
  ...listNames(ENGLISH_CURRENCIES).flatMap(withPlural),
  ...listNames(CHINESE_CURRENCIES),
  ...readNames(CURRENCY_NAMES),
  ['pounds', 'GBP'],
  ...FOREIGN_CODES,
  ['ksh', 'KES'],
  ['musd', 'USD'],
  ['meur', 'EUR'],
  ['mgbp', 'GBP'],
  ['块新台币', 'TWD'],
  ['块台币', 'TWD'],
  ['块人民币', 'CNY'],
  ['块港币', 'HKD'],
  ['块美金', 'USD'],
  ['毛钱', ''],
  ['角钱', ''],
  ['块钱', ''],
  ['元', ''],
  ['圆', ''],
  ['块', ''],
  ['毛', ''],
  ['分', ''],
  ['厘', ''],
]
/** Codes with a prefix that says millions: 30 MUSD. */
export const MILLIONS = new Set(['musd', 'meur', 'mgbp'])

/** Currency signs and codes before the amount. */
// biome-ignore format: a table reads by rows
export const CURRENCY_BEFORE: [string, string][] = [
  ...SIGNS,
  ['hong kong dollars', 'HKD'], ['us$', 'USD'], ['u.s.$', 'USD'], ['us $', 'USD'], ['hk$', 'HKD'], ['nt$', 'TWD'], ['nt', 'TWD'],
  ['a$', 'AUD'], ['au$', 'AUD'], ['c$', 'CAD'], ['ca$', 'CAD'], ['c $', 'CAD'], ['s$', 'SGD'], ['nz$', 'NZD'], ['r$', 'BRL'], ['cn¥', 'CNY'],
  ['rs', 'INR'], ['rs.', 'INR'], ['rmb', 'CNY'], ['usd', 'USD'], ['eur', 'EUR'], ['gbp', 'GBP'], ['cny', 'CNY'], ['hkd', 'HKD'], ['twd', 'TWD'], ['jpy', 'JPY'],
  ...FOREIGN_CODES,
  ['rp', 'IDR'], ['ksh', 'KES'], ['aud', 'AUD'], ['cad', 'CAD'], ['chf', 'CHF'], ['inr', 'INR'], ['krw', 'KRW'], ['sgd', 'SGD'],
  ['人民币', 'CNY'], ['新台币', 'TWD'], ['美元', 'USD'], ['美金', 'USD'], ['港币', 'HKD'], ['港元', 'HKD'], ['欧元', 'EUR'],
  ['rm', 'MYR'], ['港币$', 'HKD'], ['港元$', 'HKD'], ['新台币$', 'TWD'], ['台币$', 'TWD'], ['人民币¥', 'CNY'], ['澳门元$', 'MOP'],
  ['¥', 'CNY'], ['￥', 'CNY'],
]

/** Units of length, area, volume, weight, speed, temperature, information and energy, by symbol; English ones in the singular. */
// biome-ignore format: a table reads by rows
const UNIT_NAMES: Record<string, string> = {
  FLOP: 'floating-point operations|floating point operations|次浮点运算|浮点运算', 'FLOP/s': 'flop/s',
  TWh: '太瓦时|twh|terawatt-hour|terawatt hour', GWh: '吉瓦时|gwh|gigawatt-hour|gigawatt hour',
  kWh: '千瓦时|度电|kwh|kilowatt-hour|kilowatt hour', MW: '兆瓦|megawatt|mw', GW: '吉瓦|gigawatt|gw',
  Wh: 'wh|watt-hour|watt hour|瓦时', kW: '千瓦|瓩|kw|kilowatt', W: '瓦特|瓦|watt|w', TW: 'terawatt|太瓦', MWh: 'mwh|megawatt-hour|megawatt hour|兆瓦时',
  km2: '平方公里|square-kilometer|square-kilometre|square kilometer|square kilometre|sq km|平方千米|km²|km2|km^2', ping: '坪', m2: '平方米|square-meter|square-metre|square meter|square metre|平方公尺|平米|sqm|sq m|sq meter|sq metre|m²',
  ft2: '平方英尺|square feet|square foot|square-foot|square-feet|sq ft', m3: '立方米|cubic meter|cubic metre|立方公尺|m³', gCO2e: 'gco2e|gco₂e|gco2|gco₂', kgCO2e: 'kgco2e|kgco₂e|kgco2|kgco₂', tCO2e: 'tco2e|tco₂e|tco2|tco₂', MtCO2e: 'mtco2e|mtco₂e|mtco2|mtco₂', kVA: 'kva', MVA: 'mva',
  km: '公里|千米|km|kilometer|kilometre', kcal: '千卡|kcal|大卡', AU: 'astronomical unit', KB: '千字节|kb|kilobyte', MB: '兆字节|mb|megabyte',
  kbit: '千比特|kilobit', Gbit: '吉比特|gigabit', Tbit: '太比特|terabit', Mbit: '兆比特|megabit', 'fl oz': 'fluid ounce|fl oz|液盎司', stone: '英石', jin: '斤', mi: '英里|mile', ft: '英尺|feet|foot|ft', in: '英寸|inches|inch|英吋|吋',
  cm: '厘米|公分|cm|centimeter|centimetre', mm: '毫米|mm|millimeter|millimetre|公厘', nm: '纳米|nm|nanometer|nanometre',
  m: '公尺|米|meter|metre', kg: '公斤|千克|kg|kilogram|kilogramme|kilo', mg: '毫克|mg|milligram', g: '克|gram|gramme',
  Mt: 'megaton|megatonne|百万吨级', kt: 'kiloton|kilotonne', calibre: 'calibre|caliber', GT: '总吨', DWT: '载重吨', t: '公吨|吨|ton|tons|tonne|metric ton', lb: '磅|lb|lbs|pound', ml: '毫升|ml|milliliter|millilitre', gal: '加仑|gallon',
  l: '公升|升|liter|litre', mu: '亩', ha: '公顷|hectare|ha',
  '°C': '摄氏度|c|°c|degrees celsius|degree celsius|degrees centigrade|celsius|℃', mi2: 'square mile|square-mile|sq mile|sq miles|平方英里',
  ac: 'acre|英亩', TB: 'tb|terabyte|太字节', GB: 'gb|gigabyte|吉字节', GHz: 'ghz|gigahertz|吉赫|吉赫兹',
  MHz: 'mhz|megahertz|兆赫|兆赫兹', '°F': '°f|degrees fahrenheit|fahrenheit|华氏度|℉', degree: 'degrees|°',
  'µm': 'micron|micrometer|微米', dm: 'dm|分米', yd: 'yard', nmi: 'nautical mile|海里', ly: 'light-year|light year',
  mm2: '平方毫米|平方公厘|square millimeter|square millimetre|mm²|mm2', cm2: 'square centimeter|square centimetre|平方厘米|平方公分|cm²|cm2', cm3: 'cubic centimeter|cubic centimetre|立方厘米|cm³|cm3', ft3: 'cubic foot|cubic feet', pt: 'pint|品脱',
  qt: 'quart|夸脱', tbsp: 'tablespoon|汤匙', tsp: 'teaspoon|茶匙', cup: 'cup', bbl: 'barrel', 'µg': 'microgram|微克',
  oz: 'ounce|oz|盎司', liang: '两',
  'km/h': 'km/h|kph|kilometers per hour|kilometres per hour|公里每小时|千米每小时|公里/小时|km/hr',
  mph: 'mph|miles per hour|英里每小时', 'm/s': 'm/s|meters per second|metres per second|米每秒|米/秒', kn: 'knot',
  K: 'kelvin', ppm: 'parts per million|part per million|ppm', ppb: 'parts per billion|part per billion|ppb', byte: 'byte', PB: 'petabyte|pb|拍字节', Tbps: 'tbps', Mbps: 'mbps|megabit per second|megabits per second', Gbps: 'gbps|gigabit per second|gigabits per second',
  Hz: 'hertz|hz|赫兹', kHz: 'kilohertz|khz|千赫|千赫兹', dB: 'decibel|db|分贝', J: 'joule|焦耳', kJ: 'kilojoule|千焦',
  cal: 'calorie|卡路里', V: 'volt|伏特|v', A: 'ampere|安培', Pa: '帕斯卡', kPa: '千帕', MPa: '兆帕',
}

/** Petaflop/s-days, exaFLOP/s, zettaFLOP, by prefix. */
const FLOPS = ['mega', 'giga', 'tera', 'peta', 'exa', 'zetta', 'yotta'].flatMap(
  (prefix): [string, Unit, string][] => [
    [`${prefix}flop/s-days`, 'other', `${prefix}FLOP/s-days`],
    [`${prefix}flop/s-day`, 'other', `${prefix}FLOP/s-days`],
    [`${prefix}flop-days`, 'other', `${prefix}FLOP/s-days`],
    [`${prefix}flop/s`, 'other', `${prefix}FLOP/s`],
    [`${prefix}flops/s`, 'other', `${prefix}FLOP/s`],
    [`${prefix}flop`, 'other', `${prefix}FLOP`],
    ...(prefix === 'peta' || prefix === 'exa'
      ? []
      : [[`${prefix}flops`, 'other', `${prefix}FLOPS`] as [string, Unit, string]]),
  ],
)

/** Units with a fixed kind that are no measures of things. */
// biome-ignore format: a table reads by rows
const KINDS: [string, Unit, string][] = [
  ['flops', 'other', 'FLOPS'], ['p算力', 'other', 'PFLOPS'], ['p智能算力', 'other', 'PFLOPS'], ['p的算力', 'other', 'PFLOPS'], ['级地震', 'other', 'Mw'], ['级强震', 'other', 'Mw'], ['级余震', 'other', 'Mw'], ['tflops', 'other', 'TFLOPS'], ['pflops', 'other', 'PFLOPS'], ['eflops', 'other', 'EFLOPS'], ['tops', 'other', 'TOPS'], ['petaflops', 'other', 'PFLOPS'], ['exaflops', 'other', 'EFLOPS'], ['flop', 'other', 'FLOP'], ...FLOPS, ['percentage points', 'percentage_point', ''],
  ['percentage point', 'percentage_point', ''], ['个百分点', 'percentage_point', ''],
  ['百分点', 'percentage_point', ''], ['个点', 'percentage_point', ''], ['g', 'other', 'GB'], ['ppts', 'percentage_point', ''], ['ppt', 'percentage_point', ''],
  ['pp', 'percentage_point', ''], ['pts', 'percentage_point', ''], ['per cent', 'percent', ''],
  ['\\%', 'percent', ''], ['percent', 'percent', ''], ['pct', 'percent', ''], ['pc', 'percent', ''], ['%', 'percent', ''], ['﹪', 'percent', ''], ['趴', 'percent', ''],
  ['‰', 'percent', ''], ['x', 'multiple', ''], ['×', 'multiple', ''], ['\\times', 'multiple', ''], ['-fold', 'multiple', ''],
  ['fold', 'multiple', ''], [' times as', 'multiple', ''], [' times more', 'multiple', ''],
  [' times higher', 'multiple', ''], [' times greater', 'multiple', ''], [' times faster', 'multiple', ''],
  [' times larger', 'multiple', ''], [' times bigger', 'multiple', ''], [' times less', 'multiple', ''],
  [' times fewer', 'multiple', ''], [' times better', 'multiple', ''], [' times likelier', 'multiple', ''],
  [' times cheaper', 'multiple', ''], [' times the', 'multiple', ''], [' times forward', 'multiple', ''], [' times earnings', 'multiple', ''], [' times sales', 'multiple', ''],
  [' times revenue', 'multiple', ''], [' times its', 'multiple', ''], [" times last year's", 'multiple', ''], [" times last month's", 'multiple', ''], [" times today's", 'multiple', ''], [" times this year's", 'multiple', ''], [' times their', 'multiple', ''], [' times annual', 'multiple', ''], [' times that', 'multiple', ''], [' times what', 'multiple', ''], [' times our', 'multiple', ''], [' times those', 'multiple', ''], [' times his', 'multiple', ''], [' times her', 'multiple', ''],
  [' times longer', 'multiple', ''], [' times lower', 'multiple', ''], [' times stronger', 'multiple', ''],
  [' times slower', 'multiple', ''], [' times smaller', 'multiple', ''], [' times weaker', 'multiple', ''],
  [' times worse', 'multiple', ''], [' times shorter', 'multiple', ''], [' times safer', 'multiple', ''],
  [' orders of magnitude', 'multiple', 'magnitude'],
  [' order of magnitude', 'multiple', 'magnitude'], ['个数量级', 'multiple', 'magnitude'], ['倍', 'multiple', ''],
  ['basis points', 'other', 'bp'], ['basis point', 'other', 'bp'], ['个基点', 'other', 'bp'], ['-point rise', 'score', ''], ['-point gain', 'score', ''], ['-point drop', 'score', ''], ['-point lead', 'score', ''], ['-point increase', 'score', ''], ['-point improvement', 'score', ''], ['-point advantage', 'score', ''], ['-point gap', 'score', ''], ['-point margin', 'score', ''], ['-point decline', 'score', ''], ['-point fall', 'score', ''], ['-point jump', 'score', ''], ['-point swing', 'score', ''], ['-point deficit', 'score', ''], ['-point cut', 'score', ''], ['-point difference', 'score', ''], ['-point boost', 'score', ''], ['of a percentage point', 'percentage_point', ''], ['elo points', 'score', ''], ['-magnitude', 'score', ''], ['elo', 'score', ''], ['bits', 'other', 'bit'], ['elo分', 'score', ''], ['elo 分', 'score', ''], ['points', 'score', ''], ['point', 'score', ''], ['分', 'score', ''], ['度', 'other', 'degree'], ['方', 'other', 'm3'], ['percents', 'percent', ''],
  ['percentage', 'percent', ''],
]

/** Work of a machine for an hour, counted in such hours: `30 GPU hours`, 280万H800 GPU小时; not so many machines. */
const MACHINE_HOURS = ['', 'h100 ', 'h200 ', 'h800 ', 'a100 '].flatMap((model) =>
  ['gpu', 'tpu', ...(model === '' ? ['h100', 'h200', 'h800', 'a100', 'v100'] : [])].flatMap((chip) =>
    ['', '个'].flatMap((measure) =>
      (measure === ''
        ? [' hours', ' hour', '-hours', '-hour', ' days', '-days', '小时', ' 小时']
        : ['小时', ' 小时']
      ).map((hours): [string, Unit, string] => [
        measure + model + chip + hours,
        'count',
        `${chip === 'tpu' ? 'TPU' : 'GPU'} ${hours.endsWith('days') ? 'days' : 'hours'}`,
      ]),
    ),
  ),
)

/** Other units with a fixed kind, after the number. */
export const FIXED_UNITS: [string, Unit, string][] = [
  ...KINDS,
  ...MACHINE_HOURS,
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
  '课时',
  '学时',
  '批次',
  '班次',
  '盘',
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
  '单',
  '死',
  '伤',
  '通',
  '男',
  '女',
  '座',
  '台',
  '架',
  '辆',
  '艘',
  '只',
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
  '局',
  '集',
  '堂',
  '帧',
  '核',
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
  '大',
  '片',
  '层',
  '级',
  '站',
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
  '枝', '剂', '盒', '袋', '罐', '捆', '店', '桌', '案', '发', '样', '期', '班', '档', '任', '顿', '束', '串', '叠', '堆', '排', '朵', '管', '味', '尾', '滴', '列', '路',
]
/** Of those, the ones that count only after digits or a scaled number: after 三 or 十 they are words or names (十分, 三国, 二元, 四级). */
// biome-ignore format: a table reads by rows
export const WEAK_MEASURES = new Set([
  '男',
  '女',
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
  '站',
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
  '局',
  '集',
  '堂',
  '帧',
  '核',
])

/** Weak ones that count behind a longer Chinese number too: 三十二门课程, 十几头牛. */
export const COUNTS_BEHIND_LONG = new Set(
  '男女国省市县区村城校院回道对双把包处首卷根顶头页字词门股步集堂帧针',
)

/** Measure words that count nothing but these: 5发子弹 where 发现 and 发布 follow other numbers; 三头牛 where 三头六臂 is a saying. */
export const WITH_NOUN: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    发: /^(?:[子炮导穿照信]弹|火箭弹|箭)/,
    样: /^(?:东西|产品|商品|菜|工具|设备|物品)/,
    期: /^(?:节目|课程|培训|刊物|杂志|专栏|播客|学员)/,
    班: /^(?:学生|列车|飞机|航班|地铁|高铁|公交|船)/,
    档: /^(?:节目|综艺|电影|栏目|新片)/,
    员: /^(?:[大猛虎干老名女]将)/,
    任: /^(?:总统|总理|首相|主席|市长|校长|院长|部长|局长|总裁|ceo|董事长|教练|主教练|行长)/,
    顿: /^(?:饭|早餐|午餐|晚餐|大餐|打)/,
    束: /^(?:花|鲜花|光|玫瑰|激光)/,
    串: /^(?:代码|数字|字符|钥匙|葡萄|项链|烤)/,
    叠: /^(?:纸|文件|钞票|资料|书)/,
    堆: /^(?:数据|文件|问题|代码|垃圾|资料)/,
    排: /^(?:座位|房屋|机柜|服务器|平房|货架|椅)/,
    朵: /^(?:花|玫瑰|云|鲜花)/,
    管: /^(?:血|牙膏|药|胶|口红)/,
    味: /^(?:药|中药|调料)/,
    尾: /^(?:鱼|[\u4e00-\u9fff]鱼)/,
    滴: /^(?:水|血|泪|眼泪|药|油|溶液)/,
    列: /^(?:火车|列车|货运|动车|高铁|中欧|班列|地铁)/,
    路: /^(?:大军|人马|公交|视频|信号|摄像|追兵)/,
    头: /^(?:[\u4e00-\u9fff]?[牛羊猪鲸象驴鹿熊]|牲畜|大象)/,
    块: /^(?:芯片|gpu|[显网]卡|屏|电池|硬盘|主板|加速卡|晶圆|[石砖]|土地|地[,。])/,
    根: /^(?:光纤|电线|管|棍|柱|绳|线|头发|电缆)/,
    把: /^(?:枪|刀|椅|伞|钥匙|锁|步枪|手枪|剪)/,
    面: /^(?:旗|墙|镜|屏|国旗|[奖金银铜]牌)/,
    道: /^(?:题|试题|选择题|工序|菜|防线|关卡|门|数学题|程序)/,
    首: /^(?:歌|诗|曲|单曲|作品)/,
    处: /^(?:漏洞|错误|房产|工地|景点|遗址|伤|住所|场所|数据中心|修改|明显|不同|缺陷|隐患|工厂|设施)/,
    对: /^(?:夫妻|夫妇|情侣|恋人|数据|照片|图像|样本|双胞胎)/,
    双: /^(?:鞋|袜|筷|手套|球鞋|运动鞋)/,
    包: /^(?:烟|香烟|药|零食|大米|饼干)/,
    卷: /^(?:书|胶|磁带)/,
    针: /^(?:疫苗|加强)/,
    层: /^(?:楼|网络|审核|审批|防护|架构|结构|神经|大楼|建筑)/,
    级: /^(?:台阶|火箭)/,
    门: /^(?:课|语言|学科|手艺|外语|大炮|火炮|考试|选修|必修)/,
    股: /^(?:势力|力量|资金)/,
    集: /^(?:电视剧|节目|动画|纪录片|剧集|播客)/,
    页: /^(?:报告|文件|纸|论文|文档|书|材料|起诉|判决|ppt|幻灯)/,
  }),
)
/** Those of them that count nothing else, however the number is written. */
export const ONLY_WITH_NOUN = new Set('员发样期班档任顿束串叠堆排朵管味尾滴列路')

/** Nouns that may follow a number without a measure word: 16模型 is rare, but 1000万用户, 数百专家 are not. */
// biome-ignore format: a table reads by rows
export const BARE_NOUNS = [
  '日活跃用户',
  '周活跃用户',
  '月活跃用户',
  '日活用户',
  '周活用户',
  '月活用户',
  '日活',
  '周活',
  '月活',
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
  '节点', '通道', '频道', '账户', '账号', '学校', '医院', '地区', '智能体', '机器人', '会员', '病床', '床位', '车位', '泊位', '像素', '门店', '网点', '机柜', '订单', '客户', '居民', '村民', '教师', '医生', '律师', '司机', '志愿者', '观众', '听众', '读者', '旅客', '乘客', '游客', '选民', '士兵', '难民', '移民', '儿童', '青少年', '患者', '病人', '病例', '死者', '伤者', '受害者', '股东', '投资者', '消费者', '程序员', '单位', '服务器', '芯片', '显卡', '字符', '词元',
]
