import { lazily } from './lazy.ts'

const chardet = lazily<typeof import('chardet')>('chardet')
const sniffer = lazily<typeof import('encoding-sniffer')>('encoding-sniffer')
const iconv = lazily<typeof import('iconv-lite')>('iconv-lite')

export interface Decoded {
  text: string
  /** Label of the encoding that the bytes were read in, lower case. */
  encoding: string
}

/**
 * Bytes as text, by evidence and not by trust: a byte order mark, then validity as UTF-8, then what header and document
 * declare, then statistics. A declaration that the bytes contradict loses; bytes that nothing explains give `undefined`
 * rather than mojibake.
 */
export function decodeBytes(bytes: Uint8Array, contentType?: string): Decoded | undefined {
  const marked = decodeMarked(bytes)
  if (marked) return marked
  if (isBinary(bytes)) return undefined
  const ascii = bytes.every((byte) => byte < 0x80 && byte !== 0x1b)
  if (ascii) return { text: readAs(bytes, 'utf-8'), encoding: 'utf-8' }
  const utf8 = strictUtf8(bytes)
  if (utf8 !== undefined && !namesIso2022(bytes, contentType)) return { text: utf8, encoding: 'utf-8' }
  const declared = declaredEncodings(bytes, contentType)
  if (utf8 !== undefined && !declared.includes('iso-2022-jp')) return { text: utf8, encoding: 'utf-8' }
  return bestOf(bytes, declared)
}

/** Whether the one encoding that also reads as UTF-8 may be declared; the packages that know for sure take long to load. */
const namesIso2022 = (bytes: Uint8Array, contentType = ''): boolean =>
  /2022-?jp/i.test(contentType + headOf(bytes))

/** Encodings are declared in the first bytes, in ASCII. */
const headOf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 4096)).toString('latin1')

const MARKS: [number[], string][] = [
  [[0xff, 0xfe, 0, 0], 'utf-32le'],
  [[0, 0, 0xfe, 0xff], 'utf-32be'],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  // no mark, but `<` and `<?` in two- and four-byte units
  [[0x3c, 0, 0, 0], 'utf-32le'],
  [[0, 0, 0, 0x3c], 'utf-32be'],
  [[0x3c, 0, 0x3f, 0], 'utf-16le'],
  [[0, 0x3c, 0, 0x3f], 'utf-16be'],
]

function decodeMarked(bytes: Uint8Array): Decoded | undefined {
  const encoding = MARKS.find(([mark]) => mark.every((byte, i) => bytes[i] === byte))?.[1]
  return encoding === undefined ? undefined : { text: readAs(bytes, encoding), encoding }
}

/** Zero bytes in the first kilobyte do not occur in text that is not UTF-16 or UTF-32. */
const isBinary = (bytes: Uint8Array) => bytes.subarray(0, 1024).includes(0)

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

function declaredEncodings(bytes: Uint8Array, contentType = ''): string[] {
  const header = /charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType)?.[1]
  const head = headOf(bytes)
  const prolog = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)/i.exec(head)?.[1]
  const meta = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]
  const sniffed = sniffer().getEncoding(bytes, { maxBytes: 4096, defaultEncoding: 'x-user-defined' })
  const labels = [header, prolog, meta, sniffed === 'x-user-defined' ? undefined : sniffed]
  return [...new Set(labels.flatMap((label) => canonicalLabel(label) ?? []))]
}

/** GB2312 and GBK are read as their superset; labels that no decoder knows are no evidence. */
function canonicalLabel(label: string | undefined): string | undefined {
  const name = label?.trim().toLowerCase()
  if (!name || name === 'x-user-defined') return undefined
  if (/^(x-)?(gb[-_]?2312(-80)?|gbk|cp936|ms936|gb18030|euc-cn|hz-gb-2312)$/.test(name)) return 'gb18030'
  if (/^(big5|big5-hkscs|cp950|x-x-big5|cn-big5)$/.test(name)) return 'big5'
  return nativeDecoder(name)?.encoding ?? (isKnownToIconv(name) ? name : undefined)
}

/** Undefined where the label is none of the WHATWG's. */
function nativeDecoder(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** iconv-lite knows more labels (cp037, utf-7); its base64 and hex would write the bytes down rather than read them. */
const isKnownToIconv = (label: string) => iconv().encodingExists(label) && !/base64|hex/.test(label)

/** What Chinese, Japanese, Korean and Western pages come in when they declare nothing or lie. */
const USUAL = ['gb18030', 'big5', 'shift_jis', 'euc-kr', 'windows-1252', 'utf-8']

function bestOf(bytes: Uint8Array, declared: string[]): Decoded | undefined {
  const detected =
    bytes.length > 256 ? canonicalLabel(chardet().detect(bytes.subarray(0, 65536)) ?? undefined) : undefined
  const labels = [...new Set([...declared, ...(detected ? [detected] : []), ...USUAL])]
  const candidates = labels.map((encoding) => {
    const text = readAs(bytes, encoding)
    const bonus = declared.includes(encoding) ? 0.3 : encoding === detected ? 0.05 : 0
    return { text, encoding, score: plausibility(text, encoding) + bonus }
  })
  const best = candidates.reduce((a, b) => (b.score > a.score ? b : a))
  return best.score < 0.2 ? undefined : { text: best.text, encoding: best.encoding }
}

function readAs(bytes: Uint8Array, encoding: string): string {
  // Big5 of the WHATWG is the Hong Kong variant; iconv-lite reads plain Big5 with its symbols
  const native = encoding === 'big5' ? undefined : nativeDecoder(encoding)
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return (native ? native.decode(bytes) : iconv().decode(buffer, encoding)).replace(/^\ufeff/, '')
}

/** The characters most used in running Chinese, both scripts: 40 % of any text, 2 % of wrongly decoded bytes. */
const COMMON = new Set(
  '的一是在不了有和人這这中大為为上個个國国我以要他時时來来用們们生到作地於于出就分對对成會会可主發发年' +
    '動动同工也能下過过子說说產产種种面而方後后多定行學学法所民得經经十三之進进着著等部度家電电力里裡如水' +
    '化高自二理起小物現现實实加量都兩两體体制機机當当使點点從从業业本去把性好應应開开它合還还因由其些然前' +
    '外天政四日那社義义事平形相全表間间樣样與与關关各重新線线內内數数正心反你明看原又麼么利比或但質质氣气' +
    '第向道命此變变條条只沒没結结解問问意建月公無无系軍军很情者最立代想已通並并提直題题黨党程展五果料象員' +
    '员革位入常文總总次品式活設设及管特件長长求老頭头基資资邊边流路級级少圖图山統统接知較较將将組组見见計' +
    '计別别她手角期根論论運运農农指幾几九區区強强放決决西被幹干做必戰战先回則则任取據据處处隊队南給给色光' +
    '門门即保治北造百規规熱热領领七海口東东導导器壓压志世金增爭争濟济階阶油思術术極极交受聯联什認认六共權' +
    '权收證证改清己美再採采轉转更單单風风切打白教速花帶带安場场身車车例真務务具萬万每',
)

/** 0 to 1: how much the text reads like writing; wrong decodings give rare Han, half-width kana, private use or U+FFFD. */
function plausibility(text: string, encoding: string): number {
  const sample = text.slice(0, 20_000)
  const letters = sample.match(/[^\x00-\x7f]/gu) ?? []
  if (letters.length === 0) return 0.5
  const share = (pattern: RegExp) => letters.filter((letter) => pattern.test(letter)).length / letters.length
  const broken = share(/[\ufffd\ue000-\uf8ff\uff61-\uff9f\u0080-\u009f]/)
  const common = letters.filter((letter) => COMMON.has(letter)).length / letters.length
  // almost any Chinese in GBK is some Hangul in EUC-KR, so only the syllables that Korean repeats count
  const scripts = {
    shift_jis: /[\u3040-\u30ff]/,
    'euc-kr': /[이다의는에을를가은고하지한로기사나도서대어시인]/,
  }[encoding]
  const own = scripts ? share(scripts) : 0
  return Math.max(common, own, westernShare(sample, letters.length)) - 4 * broken
}

/** Accented letters stand between ASCII letters; Chinese read as Latin-1 is one run of them. */
function westernShare(sample: string, count: number): number {
  const single = sample.match(/(?<=[\x00-\x7f]|^)[\u00a0-\u017f\u2010-\u2122](?=[\x00-\x7f]|$)/g)?.length ?? 0
  return (single / count) * 0.6
}
