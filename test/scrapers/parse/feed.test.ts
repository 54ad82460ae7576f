import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFeed } from '../../../scrapers/parse/feed.ts'

const url = 'https://press.example/feed.xml'
const rss = (items: string, channel = '') =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Press</title><link>https://press.example/</link>${channel}${items}</channel></rss>`
const atom = (entries: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Press</title>${entries}</feed>`

async function read(source: string | Uint8Array) {
  const feed = await parseFeed(source, { url })
  if ('failure' in feed) throw new Error(feed.message)
  return feed
}
const first = async (source: string) => (await read(source)).entries[0]

describe('what is refused', () => {
  it('X1: entities of its own, before anything expands, in less than 50 ms', async () => {
    const laughs = `<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${rss('<item><title>&b;</title></item>')}`
    const file = `<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://x.example/">%p;]>${rss('<item><title>&x;</title></item>')}`
    for (const source of [laughs, file]) {
      // The best of some rounds: on a busy machine one round says more of the machine than of the reader.
      const rounds: number[] = []
      for (let round = 0; round < 5; round++) {
        const began = performance.now()
        expect(await parseFeed(source, { url })).toMatchObject({ failure: 'entities' })
        rounds.push(performance.now() - began)
      }
      expect(Math.min(...rounds)).toBeLessThan(50)
    }
  })

  it('X2: twenty thousand nested tags', async () => {
    expect(
      await parseFeed(rss(`<item><description>${'<b>'.repeat(20_000)}</description></item>`), { url }),
    ).toMatchObject({ failure: 'too-deep' })
  })

  it('X3: more than two thousand entries, and an attribute of 10 MB costs no minutes', async () => {
    const many = rss(
      Array.from(
        { length: 100_000 },
        (_, i) => `<item><title>${i}</title><link>https://press.example/${i}</link></item>`,
      ).join(''),
    )
    const feed = await read(many)
    expect(feed.entries).toHaveLength(2_000)
    expect(feed.cut).toBeGreaterThan(0)
    expect(
      (await read(rss(`<item a="${'x'.repeat(10_000_000)}"><link>https://press.example/1</link></item>`)))
        .entries,
    ).toHaveLength(1)
  })

  it('reads an entry with more children than a call takes arguments', async () => {
    const tags = '<category>x</category>'.repeat(200_000)
    const feed = await read(
      `<rss><channel><item><title>A</title><link>https://press.example/1</link>${tags}</item></channel></rss>`,
    )
    expect(feed.entries.map(({ title }) => title)).toEqual(['A'])
  })

  it.each([
    ['a page', '<!doctype html><html><body>Sign in</body></html>'],
    ['text', 'garbage'],
    ['JSON that is no feed', '{"a":1}'],
    ['nothing', ''],
  ])('%s is no feed, and the message says what was found', async (_, source) => {
    expect(await parseFeed(source, { url })).toMatchObject({
      failure: 'not-a-feed',
      message: expect.stringContaining(url),
    })
  })
})

describe('what is recovered', () => {
  it.each([
    [
      'X4: a bare ampersand',
      rss('<item><title>AT&T & others</title><link>https://press.example/a?b=1&c=2</link></item>'),
      'AT&T & others',
    ],
    [
      'X4: named references of HTML',
      rss('<item><title>A&nbsp;b&mdash;c</title><link>https://press.example/a?b=1&amp;c=2</link></item>'),
      'A b—c',
    ],
    [
      'X4: control characters',
      rss('<item><title>A\u0001\u0008b</title><link>https://press.example/a?b=1&amp;c=2</link></item>'),
      'Ab',
    ],
    [
      'X4: a tail that is cut off',
      '<rss version="2.0"><channel><item><title>Ab</title><link>https://press.example/a?b=1&amp;c=2</link></item><item><title>Tr',
      'Ab',
    ],
    [
      'X5: a mark and blank lines before the declaration',
      `\ufeff\n\n${rss('<item><title>Ab</title><link>https://press.example/a?b=1&amp;c=2</link></item>')}`,
      'Ab',
    ],
  ])('%s', async (_, source, title) => {
    expect(await first(source)).toMatchObject({ title, url: 'https://press.example/a?b=1&c=2' })
  })
})

describe('entries', () => {
  it('X7: two entries with one guid are two; without a guid the address is the id', async () => {
    const { entries } = await read(
      rss(
        '<item><guid isPermaLink="false">7</guid><link>https://press.example/1</link></item><item><guid isPermaLink="false">7</guid><link>https://press.example/2</link></item><item><link>https://press.example/3</link></item>',
      ),
    )
    expect(entries.map(({ url }) => url)).toEqual([
      'https://press.example/1',
      'https://press.example/2',
      'https://press.example/3',
    ])
    expect(entries[2]?.id).toBe('https://press.example/3')
  })

  it('X11: resolves links against xml:base, and drops those that are no pages', async () => {
    const { entries, skipped } = await read(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://base.example/x/"><entry><link href="../a"/><content type="html">&lt;a href="b"&gt;b&lt;/a&gt;&lt;a href="javascript:x()"&gt;c&lt;/a&gt;</content></entry><entry><link href="javascript:alert(1)"/></entry><entry><link href="//cdn.example/p"/></entry></feed>`,
    )
    expect(entries.map(({ url }) => url)).toEqual(['https://base.example/a', 'https://cdn.example/p'])
    expect(entries[0]?.contentHtml).toBe('<a href="https://base.example/x/b">b</a><a>c</a>')
    expect(skipped).toBe(1)
  })

  it('X11, X12: takes no data: or script address, of a link or of an enclosure', async () => {
    const { entries, skipped } = await read(
      rss(
        '<item><title>A</title><link>data:text/html,x</link></item><item><title>B</title><enclosure url="javascript:alert(1)"/></item><item><title>C</title><link>/c</link></item>',
      ),
    )
    expect(entries.map(({ url }) => url)).toEqual(['https://press.example/c'])
    expect(skipped).toBe(2)
  })

  it('X12: nobody can put markup into a title, an author or a category', async () => {
    const entry = await first(
      rss(
        '<item><title>&lt;img src=x onerror=alert(1)&gt;Safe&lt;script&gt;x()&lt;/script&gt;</title><author>a@b.example (&lt;b&gt;Jane&lt;/b&gt; Doe)</author><category>&lt;i&gt;ai&lt;/i&gt;</category><link>https://press.example/1</link></item>',
      ),
    )
    expect(entry).toMatchObject({ title: 'Safe', authors: ['Jane Doe'], categories: ['ai'] })
  })

  it.each([
    ['markup inside a title', '<title>Test: <b>bold</b></title>', 'Test: bold'],
    ['markup that is escaped', '<title>&lt;em&gt;Red&lt;/em&gt; lines</title>', 'Red lines'],
    ['references that were escaped twice', '<title>AT&amp;amp;T</title>', 'AT&T'],
    [
      'signs that only look like tags',
      '<title>p &lt; 0.05 and List&lt;T&gt;</title>',
      'p < 0.05 and List<T>',
    ],
    ['a CDATA section', '<title><![CDATA[AI & 安全]]></title>', 'AI & 安全'],
    ['no title', '<description>First &lt;b&gt;words&lt;/b&gt;.</description>', 'First words.'],
  ])('X13: %s', async (_, title, expected) => {
    expect((await first(rss(`<item>${title}<link>https://press.example/1</link></item>`)))?.title).toBe(
      expected,
    )
  })

  it('takes no text of 100,000 characters for a title', async () => {
    const entry = await first(
      rss(
        `<item><title>${'so '.repeat(40_000)}</title><description>What it says.</description><link>https://press.example/1</link></item>`,
      ),
    )
    expect(entry?.title).toBe('What it says.')
  })

  it('X14: keys named like parts of an object change nothing', async () => {
    await read(
      '{"version":"https://jsonfeed.org/version/1.1","__proto__":{"polluted":1},"items":[{"id":"1","url":"https://press.example/1","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}]}',
    )
    await read(
      rss(
        '<__proto__><polluted>1</polluted></__proto__><item><constructor>1</constructor><link>https://press.example/1</link></item>',
      ),
    )
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('keeps dates as printed and the feed’s own wish to be left alone', async () => {
    const feed = await read(
      rss(
        '<item><link>https://press.example/1</link><pubDate>2026年11月3日</pubDate></item>',
        '<ttl>90</ttl>',
      ),
    )
    expect(feed.ttl).toBe(90)
    expect(feed.entries[0]?.published).toBe('2026年11月3日')
  })
})

/** X15: every kind of feed that is still out there. */
describe('kinds of feeds', () => {
  it.each([
    [
      'RSS 0.91',
      '<rss version="0.91"><channel><title>P</title><item><title>T</title><link>https://press.example/1</link></item></channel></rss>',
    ],
    [
      'RSS 0.90',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>P</title></channel><item><title>T</title><link>https://press.example/1</link></item></rdf:RDF>',
    ],
    [
      'RSS 1.0 (RDF)',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>P</title></channel><item rdf:about="https://press.example/1"><title>T</title><link>https://press.example/1</link></item></rdf:RDF>',
    ],
    ['RSS 2.0', rss('<item><title>T</title><link>https://press.example/1</link></item>')],
    ['a podcast', rss('<item><title>T</title><enclosure url="https://press.example/1"/></item>')],
    [
      'Atom 0.3',
      '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title>T</title><link rel="alternate" href="https://press.example/1"/></entry></feed>',
    ],
    [
      'Atom 1.0',
      atom(
        '<entry><title>T</title><link rel="self" href="https://press.example/0"/><link href="https://press.example/1"/></entry>',
      ),
    ],
    [
      'JSON Feed 1.0',
      '{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","url":"https://press.example/1","title":"T","author":{"name":"A"}}]}',
    ],
    [
      'JSON Feed 1.1',
      '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","url":"/1","title":"T","authors":[{"name":"A"}]}]}',
    ],
  ])('reads %s', async (_, source) => {
    expect(await first(source)).toMatchObject({ title: 'T', url: 'https://press.example/1' })
  })

  it('reads the same from a plain feed through rss-parser and through our own reader', async () => {
    const items =
      '<item><title>A &amp; B</title><link>https://press.example/1</link><guid>https://press.example/1</guid><pubDate>Tue, 04 Aug 2026 00:00:00 GMT</pubDate><description>&lt;p&gt;One.&lt;/p&gt;</description><category>ai</category></item>'
    const ours = await read(rss(items).replace('<title>A', '<title xml:lang="en">A'))
    expect((await read(rss(items))).entries).toEqual(ours.entries)
  })
})

it('never throws, whatever it is given', async () => {
  const fragments = [
    '<rss version="2.0">',
    '<channel>',
    '<item>',
    '<title>',
    '</title>',
    '<link>',
    '&amp;',
    '&',
    '<![CDATA[',
    ']]>',
    '<feed>',
    '<entry>',
    'text',
    '"',
    '{',
    '}',
    '<!--',
  ]
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array(),
        fc.array(fc.constantFrom(...fragments)).map((parts) => parts.join('')),
      ),
      async (source) => {
        await parseFeed(source, { url })
      },
    ),
  )
})
