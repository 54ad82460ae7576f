import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSourcePlaces, readPlainPlaces } from '../../../scrapers/parse/source-places.ts'
import { parseTextDocument } from '../../../scrapers/parse/text-document.ts'

function follow(source: string) {
  const document = parseTextDocument(source, {})
  return { text: document.text, places: findSourcePlaces(source, document) }
}

/** What stands in the file for these words of the text. */
function inSource(source: string, words: string): string | undefined {
  const { text, places } = follow(source)
  const at = text.indexOf(words)
  expect(at, `${words} in ${text}`).toBeGreaterThanOrEqual(0)
  return places?.source.slice(places.start[at], places.end[at + words.length - 1])
}

describe('places of a text in its file', () => {
  it.each([
    ['plain words', 'The share was 44% in May.', 'was 44%', 'was 44%'],
    ['emphasis', 'The share was **44**% in *May*.', '44% in May', '44**% in *May'],
    [
      'a link',
      'They met in [44 rooms](https://a.example/44-rooms "44") of ten.',
      '44 rooms of',
      '44 rooms](https://a.example/44-rooms "44") of',
    ],
    [
      'a link whose address was broken',
      'See [the 12 cases](https://a.example/12-\ncases/12) here.',
      'cases here',
      'cases](https://a.example/12-\ncases/12) here',
    ],
    [
      'a reference link',
      'See [the 12 cases][cases] here.\n\n[cases]: https://a.example/12',
      'cases here',
      'cases][cases] here',
    ],
    ['an address in brackets', 'See <https://a.example/7> for 7 more.', '7 more', '7 more'],
    ['an image with a figure in its words', '![44% of them](a.png)\n\nIt was 44%.', '44%', '44%'],
    ['a comment', 'Before <!-- 44% --> it was 44%.', 'it was', 'it was'],
    ['a tag', 'It was <b>44</b>% of <i>all</i>.', '44% of all', '44</b>% of <i>all'],
    ['a character reference', 'R&amp;D spending fell by 5%.', 'R&D', 'R&amp;D'],
    ['an escape', 'About 3\\*4 runs.', '3*4', '3\\*4'],
    ['a list', '- first 1\n- second 2', 'second 2', 'second 2'],
    ['a heading and a quote', '## Share\n\n> It was 9%.', 'It was 9%', 'It was 9%'],
    ['a table', '| model | share |\n| --- | --- |\n| A | 12% |', 'A | 12%', 'A | 12%'],
    ['columns parted by tabs', 'model\tshare\nA\t12%\nB\t9%', 'A | 12%', 'A\t12%'],
    ['columns parted by spaces', 'model   share\nA       12%\n', 'A | 12%', 'A       12%'],
    ['columns parted by ideographic spaces', '模型　　占比\nA　　　**12%**\n', 'A | 12%', 'A　　　**12%'],
    ['a note', 'It fell.[^1] By 9%.\n\n[^1]: Of 90.', 'Of 90', 'Of 90'],
    [
      'Chinese lines joined',
      '他們在線上分成 [44 個審議室](https://a.example/44)，每組約十人。',
      '成 44 個',
      '成 [44 個',
    ],
    ['code', 'Run `top 5` twice.', 'top 5 twice', 'top 5` twice'],
  ])('finds %s', (_, source, words, expected) => {
    expect(inSource(source, words)).toBe(expected)
  })

  it('finds the title where the front matter states it, and the body after it', () => {
    const source = '---\ndate: 2026-01-02\ntitle: 报告：77% 的公司\n---\n\n# 报告：77% 的公司\n\n共12家。\n'
    const { text, places } = follow(source)
    const [first, second] = [text.indexOf('77%'), text.lastIndexOf('77%')]
    expect(places?.start[first]).toBe(source.indexOf('77%'))
    expect(places?.start[second]).toBe(source.lastIndexOf('77%'))
    expect(inSource(source, '共12家')).toBe('共12家')
  })

  it('finds a summary that its front matter breaks over lines', () => {
    const source = '---\ntitle: A\ndescription: It rose\n  to 12%.\n---\n\nBody.\n'
    expect(inSource(source, 'rose to 12%')).toBe('rose\n  to 12%')
  })

  it('has no places where the text is not in the file as it reads', () => {
    expect(follow('---\ntitle: "A \\"12\\" B"\n---\n\nBody.\n').places).toBeUndefined()
    const document = parseTextDocument('One two three.', {})
    expect(findSourcePlaces('One three two.', document)).toBeUndefined()
  })

  it('is for plain text only', () => {
    const bytes = Buffer.from('It was **44**%.\r\nThen 9%.')
    const document = parseTextDocument(bytes.toString(), {})
    expect(readPlainPlaces('a.md', bytes, document)).toBeUndefined()
    expect(readPlainPlaces('a.TXT', bytes, document)?.source).toBe('It was **44**%.\nThen 9%.')
  })

  const word = fc.constantFrom(
    'share',
    '44%',
    '12',
    '三成',
    '模型',
    'R&amp;D',
    'a_b',
    '5*3',
    '(7)',
    '"9"',
    '[8]',
  )
  const inline = fc.oneof(
    word,
    word.map((words) => `**${words}**`),
    word.map((words) => `[${words} x](https://a.example/12/${encodeURIComponent(words)})`),
    word.map((words) => `![${words}](https://a.example/44.png)`),
    word.map((words) => `<em>${words}</em>`),
    fc.constant('<https://a.example/12>'),
    fc.constant('<!-- 44% -->'),
  )
  const line = fc
    .tuple(
      fc.constantFrom('', '', '## ', '- ', '> ', '1. '),
      fc.array(inline, { minLength: 1, maxLength: 8 }),
    )
    .map(([mark, words]) => mark + words.join(' '))

  it('finds every unit of what it follows, in order', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
        const { text, places } = follow(lines.join('\n\n'))
        expect(places).toBeDefined()
        let before = 0
        for (let unit = 0; unit < text.length; unit++) {
          if (/\s/.test(text[unit]!)) continue
          const found = places!.source.slice(places!.start[unit], places!.end[unit])
          expect([text[unit], '&amp;']).toContain(found)
          expect(places!.start[unit]).toBeGreaterThanOrEqual(before)
          before = places!.end[unit]!
        }
      }),
    )
  })

  it.each(['[', '](', '![', '<a ', '<!--', '[x]: ', '&#', '\\'])(
    'goes through 200,000 units of %s',
    (mark) => {
      const source = mark.repeat(200_000 / mark.length)
      const document = { ...parseTextDocument('x', {}), text: 'word' }
      expect(findSourcePlaces(source, document)).toBeUndefined()
    },
  )
})
