import { createRequire } from 'node:module'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeBytes } from '../../../scrapers/parse/decode.ts'

/** Every encoding of iconv-lite, by its label. */
const labels: object = createRequire(import.meta.url)('iconv-lite/encodings')
const HANS = '研究人员说，十六个模型在测试中都选择了隐瞒，而不是告诉监督者它们做了什么。'
const HANT = '研究人員說，十六個模型在測試中都選擇了隱瞞，而不是告訴監督者它們做了什麼。'
const page = (text: string, charset = '') =>
  `<html><head>${charset && `<meta charset="${charset}">`}</head><body><p>${text}</p></body></html>`

/** X5 and X6 of the fault list. */
describe('decodeBytes', () => {
  it.each([
    ['GBK that says so', iconv.encode(page(HANS, 'gbk'), 'gbk'), undefined, HANS, 'gb18030'],
    [
      'GBK under a UTF-8 header',
      iconv.encode(page(HANS), 'gbk'),
      'text/html; charset=utf-8',
      HANS,
      'gb18030',
    ],
    ['UTF-8 that says GBK', Buffer.from(page(HANS, 'gb2312')), undefined, HANS, 'utf-8'],
    ['UTF-8 under a GBK header', Buffer.from(page(HANT)), 'text/html; charset=gbk', HANT, 'utf-8'],
    ['Big5 without a hint', iconv.encode(page(HANT), 'big5'), undefined, HANT, 'big5'],
    ['GBK without a hint', iconv.encode(page(HANS), 'gbk'), undefined, HANS, 'gb18030'],
    ['Big5 that says GB2312', iconv.encode(page(HANT, 'gb2312'), 'big5'), undefined, HANT, 'big5'],
    [
      'UTF-16 by its mark',
      iconv.encode(page(HANS), 'utf-16le', { addBOM: true }),
      undefined,
      HANS,
      'utf-16le',
    ],
    [
      'ISO-2022-JP that says so, which is UTF-8 as well',
      Buffer.from(page('\x1b$BF|K\\$N9q$N?M$OBg$-$$!#\x1b(B', 'csISO2022JP')),
      undefined,
      '日本の国の人は大きい。',
      'iso-2022-jp',
    ],
    ['UTF-8 that says ISO-2022-KR', Buffer.from(page(HANS)), 'text/html; charset=iso-2022-kr', HANS, 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${page(HANS)}`), undefined, HANS, 'utf-8'],
    [
      'windows-1252',
      iconv.encode(page('Der Prüfer fand später, dass es „genug“ war – für alle.'), 'windows-1252'),
      undefined,
      'Prüfer fand später',
      'windows-1252',
    ],
  ])('reads %s', (_, bytes, contentType, text, encoding) => {
    const decoded = decodeBytes(bytes, contentType)
    expect(decoded?.text).toContain(text)
    expect(decoded?.encoding).toBe(encoding)
    expect(decoded?.text).not.toContain('\ufeff')
  })

  it('refuses bytes that no encoding explains rather than making characters up', () => {
    expect(decodeBytes(Uint8Array.from({ length: 600 }, (_, i) => (i * 151 + 7) % 256))).toBeUndefined()
  })

  it('reads by a label that iconv-lite alone knows, and takes none for one that writes bytes down', () => {
    const bytes = iconv.encode('Škoda čeká 96 %', 'maccroatian')
    expect(decodeBytes(bytes, 'text/html; charset=MacCroatian')?.text).toBe('Škoda čeká 96 %')
    const text = new TextEncoder().encode('naïve 96%').map((byte) => (byte === 0xc3 ? 0xff : byte))
    for (const label of ['hex', 'base64', 'x-hex'])
      expect(decodeBytes(text, `text/html; charset=${label}`)?.encoding ?? 'none').not.toBe(label)
  })

  it('never throws, whatever the label', () => {
    for (const label of Object.keys(labels).flatMap((name) => [name, `{${name}`, `${name}:1998`]))
      for (const bytes of [[128], [0xe4, 0xbd], [0x81, 0xff, 0xfe, 0x30]])
        expect(() => decodeBytes(Uint8Array.from(bytes), `text/html; charset=${label}`)).not.toThrow()
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.option(fc.string()), (bytes, type) => {
        decodeBytes(bytes, `text/html; charset=${type ?? ''}`)
      }),
    )
  })
})
