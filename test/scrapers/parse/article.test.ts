import { Readability } from '@mozilla/readability'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { type ArticleHints, type ParsedArticle, parseArticle } from '../../../scrapers/parse/article.ts'
import { closeParser, parseArticleSafely } from '../../../scrapers/parse/worker.ts'
import { isParseFailure } from '../../../src/core/extract/document.ts'

afterAll(closeParser)

const url = 'https://press.example/2026/sample'
const now = new Date('2026-11-21T00:00:00Z')
/** Sample sentences, written for this test. */
const EN = [
  'Researchers at a sample laboratory said on Tuesday that fifteen of sixteen models hid a mistake when their supervisors asked about it.',
  'The models were placed in a hypothetical company, were given access to its mail, and learnt there that they would be replaced within a week.',
  'Nobody outside the experiment was harmed, the authors wrote, and the company, its staff and its letters were all made up for the test.',
]
const ZH = [
  '样例实验室星期二说，十六款模型中有十五款在主管询问时隐瞒了自己犯下的错误，这个结果比半年前的测试更高。',
  '模型被放进一家虚构的公司，可以读取公司的邮件，并且从邮件里得知自己将在一周之内被另一款模型取代。',
  '作者写道，实验之外没有任何人受到伤害，公司、员工和信件都是为了这次测试编写出来的样例。',
]
const paragraphs = (texts: string[]) => texts.map((text) => `<p>${text}</p>`).join('\n')
const page = (body: string, head = '', lang = 'en') =>
  `<!doctype html><html lang="${lang}"><head><title>Sample headline | Sample Press</title>${head}</head><body>${body}</body></html>`
const article = (inner = '', texts = EN) =>
  `<article><h1>Sample headline</h1>${inner}${paragraphs(texts)}</article>`

function read(html: string, hints: ArticleHints = { url, now }): ParsedArticle {
  const result = parseArticle(html, hints)
  if (isParseFailure(result)) throw new Error(result.message)
  return result
}

describe('the body', () => {
  it('is the running text, after the headline, without what stands around it', () => {
    const { text, blocks = [] } = read(
      page(`<nav><a href="/">Home</a><a href="/ai">AI</a></nav>${article()}<aside><p>${EN[0]?.replace('Tuesday', 'Friday')}</p></aside>
        <div class="related-posts"><h2>Related stories</h2><ul><li><a href="/1">Another story that is linked here</a></li></ul></div>
        <div id="comments"><p>First! ${EN[1]}</p></div><footer>© 2026 Sample Press</footer>`),
    )
    expect(text).toBe(['Sample headline', ...EN].join('\n\n'))
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'paragraph', 'paragraph'])
  })

  it('keeps headings, lists, quotes and tables as blocks', () => {
    const { text, blocks = [] } = read(
      page(
        article(
          `<h2>Results</h2><ul><li>First group: 96 percent of the runs</li></ul><blockquote>We did not expect this at all, said the sample author of the study.</blockquote><table><tr><th>Model</th><th>Rate</th></tr><tr><td>A</td><td>96%</td></tr></table>`,
        ),
      ),
    )
    expect(blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual(
      expect.arrayContaining([
        ['heading', 'Results'],
        ['list-item', 'First group: 96 percent of the runs'],
        ['table-head', 'Model | Rate'],
        ['table-row', 'A | 96%'],
      ]),
    )
  })

  it('keeps what spans columns or rows of a table above and beside what it is the head of', () => {
    const { text, blocks = [] } = read(
      page(
        article(
          `<table><tr><th rowspan="2">Lab</th><th rowspan="2">Model</th><th colspan="2">Blackmail rate</th></tr><tr><th>Default</th><th>Hardened</th></tr><tr><td rowspan="2">Anthropic</td><td>Claude Opus 4</td><td>96%</td><td>37%</td></tr><tr><td>Claude Sonnet 4</td><td>85%</td><td>21%</td></tr></table>`,
        ),
      ),
    )
    const rows = blocks.filter(({ kind }) => kind.startsWith('table'))
    expect(rows.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['table-head', 'Lab | Model | Blackmail rate |'],
      ['table-head', '| | Default | Hardened'],
      ['table-row', 'Anthropic | Claude Opus 4 | 96% | 37%'],
      ['table-row', '| Claude Sonnet 4 | 85% | 21%'],
    ])
  })

  it('is found on a page without body tags, in a form, in a table layout, and when it is collapsed', () => {
    for (const html of [
      `<title>Sample headline</title><h1>Sample headline</h1>${paragraphs(EN)}`,
      page(`<form id="aspnet">${article()}</form>`),
      page(
        `<table><tr><td><a href="/">Home</a></td><td><h1>Sample headline</h1>${paragraphs(EN)}</td></tr></table>`,
      ),
      page(`<article><h1>Sample headline</h1><div style="display: none">${paragraphs(EN)}</div></article>`),
    ]) {
      expect(read(html).text).toContain(EN.join('\n\n'))
    }
  })

  it('H4: keeps no markup, script or picture', () => {
    const { text } = read(
      page(
        article(
          '<img src=x onerror="alert(1)" srcset="a 2x"><svg><script>alert(2)</script></svg><style>p{}</style><iframe src="https://ads.example/">frame</iframe>',
        ),
      ),
    )
    expect(text).toBe(['Sample headline', ...EN].join('\n\n'))
  })

  it.each([
    ['a power of ten', 'It used 10<sup>26</sup> operations.', 'It used 10²⁶ operations.'],
    ['a negative power of ten', 'A risk of 10<sup>−4</sup> a year.', 'A risk of 10⁻⁴ a year.'],
    ['a square measure', 'It covers 5 km<sup>2</sup> in all.', 'It covers 5 km² in all.'],
    ['a raised number without a link', 'In 79<sup>3</sup> of 100 runs.', 'In 79³ of 100 runs.'],
    ['the mark of a note', 'In 79<sup><a href="#n3">3</a></sup> of 100 runs.', 'In 79 of 100 runs.'],
    [
      'a mark within its link',
      '最近的研究<a href="#n1"><sup>1</sup></a>把16个模型。',
      '最近的研究把16个模型。',
    ],
    ['a mark in brackets', 'It failed<sup>[2]</sup> twice.', 'It failed[2] twice.'],
    [
      'marks that no link leads anywhere, by their order',
      'A model<sup>1</sup> refused in 79<sup>2</sup> of 100<sup>3</sup> runs; 79<sup>4</sup>人同意.',
      'A model refused in 79 of 100 runs; 79人同意.',
    ],
    [
      'powers between marks',
      'A model<sup>1</sup> of 2<sup>2</sup> or 10<sup>2</sup> parts has R<sup>2</sup>.',
      'A model of 2² or 10² parts has R².',
    ],
    ['several marks', 'In 79%<sup>3,4</sup> of 100<sup>5–7</sup> runs.', 'In 79%³,⁴ of 100⁵⁻⁷ runs.'],
    ['a letter', 'About 12 percent<sup>a</sup> of 79<sup>b</sup>.', 'About 12 percentᵃ of 79ᵇ.'],
    ['a mark with a bracket', '约79<sup>3)</sup>人和16<sup>註4</sup>人。', '约79³⁾人和16註⁴人。'],
    [
      'a mark that a style sheet raises',
      'In 79<a href="#n3" class="note">3</a> of 100 runs.',
      'In 79 of 100 runs.',
    ],
    [
      'a raised number in a link of its own words',
      'See <a href="/e2">E<sup>2</sup> evaluations</a> here.',
      'See E² evaluations here.',
    ],
    ['a number in the text of a link', '见<a href="#c3">第3章</a>。', '见第3章。'],
    ['a fraction', 'It takes 5<sup>1</sup>/<sub>2</sub> years.', 'It takes 5 1/2 years.'],
    ['an index', 'It weighs 79<sub>2</sub> and emits CO<sub>2</sub>.', 'It weighs 79₂ and emits CO2.'],
    ['an ordinal', 'On the 5<sup>th</sup> day.', 'On the 5th day.'],
  ])('makes no number of %s and the digits before it', (_, html, text) => {
    expect(read(page(article(`<p>${html}</p>`))).text).toContain(text)
  })

  it('leaves out the editor of a Chinese article and the line that says where to go on', () => {
    const { text } = read(
      page(article('', [...ZH, '（责任编辑：李明）', '返回样例网，查看更多']), '', 'zh-CN'),
    )
    expect(text).toBe(['Sample headline', ...ZH].join('\n\n'))
  })
})

describe('the title', () => {
  it.each([
    [
      'the headline, not the name of the site',
      '<h1>Sample Press</h1><h2 class="entry-title">Sample headline</h2>',
      'Sample headline | Sample Press',
    ],
    ['the page’s title without its site', '', 'Sample headline | Sample Press'],
    ['the page’s title without its site in Chinese', '', 'Sample headline_样例频道_样例网'],
    ['the headline, when the page’s title is another', '<h1>Sample headline</h1>', 'Welcome to us'],
    ['the title without the section before it', '', 'News - Sample headline | Sample Press'],
    [
      'the headline without its date',
      '<h1>23.01.2022 - Sample headline</h1>',
      '23.01.2022 - Sample headline',
    ],
  ])('is %s', (_, headings, title) => {
    expect(
      read(
        `<html><head><title>${title}</title><meta property="og:site_name" content="Sample Press"></head><body>${headings}${paragraphs(EN)}</body></html>`,
      ).title,
    ).toBe('Sample headline')
  })
})

describe('the title of a page that declares one', () => {
  it('is that, where the heading holds a kicker as well', () => {
    const title = 'Minister wants more places for children'
    const page = `<html><head><meta property="og:title" content="${title} - Sample Office"><title>${title} - Sample Office</title></head><body><h1><span>12 February</span> ${title}</h1>${paragraphs(EN)}</body></html>`
    expect(read(page).title).toBe(title)
  })
})

describe('people, dates and origin', () => {
  it.each([
    [
      'JSON-LD',
      '<script type="application/ld+json">{"@type":"NewsArticle","author":[{"name":"Jane Doe"},{"name":"John Roe"}]}</script>',
      '',
      ['Jane Doe', 'John Roe'],
    ],
    [
      'JSON-LD by reference',
      '<script type="application/ld+json">{"@graph":[{"@type":"Article","author":{"@id":"#p"}},{"@type":"Person","@id":"#p","name":"Jane Doe"}]}</script>',
      '',
      ['Jane Doe'],
    ],
    ['meta', '<meta name="author" content="By Jane Doe and John Roe">', '', ['Jane Doe', 'John Roe']],
    [
      'a marked-up byline',
      '',
      '<p class="byline">By <a rel="author" href="/jane">Jane Doe</a></p>',
      ['Jane Doe'],
    ],
    ['a Chinese byline', '', '<div>2026年11月3日 08:05 来源：样例日报 作者：张小明</div>', ['张小明']],
    ['a name under the headline', '', '<div>胡小平</div>', ['胡小平']],
    ['nobody, when only the editor is named', '', '<div>责任编辑：李明</div>', []],
    ['nobody, when the button says so', '', '<span class="author">关注</span>', []],
  ])('finds the authors in %s', (_, head, inner, authors) => {
    expect(read(page(article(inner), head)).authors).toEqual(authors)
  })

  it('finds a reporter at the end of a Chinese article', () => {
    expect(read(page(article('', [...ZH.slice(0, 2), `${ZH[2]}（样例晚报记者 赵一凡）`]))).authors).toEqual([
      '赵一凡',
    ])
  })

  it.each([
    [
      'JSON-LD',
      '<script type="application/ld+json">[{"@type":"NewsArticle","datePublished":"2026-08-03T10:00:00+08:00"}]</script>',
      '',
      '2026-08-03T10:00:00+08:00',
    ],
    [
      'meta',
      '<meta property="article:published_time" content="2026-08-03T10:00:00Z">',
      '',
      '2026-08-03T10:00:00Z',
    ],
    ['a time element', '', '<time datetime="2026-08-03">Monday</time>', '2026-08-03'],
    ['visible text', '', '<div>2026年08月03日 08:05:32　来源：样例网</div>', '2026-08-03T08:05:32'],
    ['a German line', '', '<div>Veröffentlicht am 3. August 2026</div>', '2026-08-03'],
    ['words that count back from now', '', '<div>3小时前</div>', '2026-11-20T21:00Z'],
    ['nothing, when the page says none', '', '', undefined],
    [
      'nothing, when the date lies ahead',
      '<meta property="article:published_time" content="2031-01-01">',
      '',
      undefined,
    ],
    [
      'the next place, when the surest lies more than a day ahead',
      '<meta property="article:published_time" content="2026-11-22T12:00:00Z">',
      '<div>2026年08月03日</div>',
      '2026-08-03',
    ],
    [
      'a place where it is tomorrow already',
      '<meta property="article:published_time" content="2026-11-21T13:00:00+14:00">',
      '<div>2026年08月03日</div>',
      '2026-11-21T13:00:00+14:00',
    ],
    [
      'nothing, when it is 1970',
      '<meta property="article:published_time" content="1970-01-01T00:00:00Z">',
      '',
      undefined,
    ],
  ])('X10: finds the date in %s', (_, head, inner, published) => {
    expect(read(page(article(inner), head)).published).toBe(published)
  })

  it.each([
    ['<meta name="date" content="30.10.23">', '', '2023-10-30', '30.10.23'],
    ['', '<div>Posted on 30.10.23 by the desk</div>', '2023-10-30', '30.10.23'],
    ['', '<time datetime="2023-10-30">30.10.23</time>', '2023-10-30', '2023-10-30'],
    ['<meta name="date" content="soon">', '', undefined, 'soon'],
    ['<meta name="date" content="soon">', '<div>2026-08-03</div>', '2026-08-03', '2026-08-03'],
  ])('X9: keeps the words of the date in %s %s', (head, inner, published, asWritten) => {
    const document = read(page(article(inner), head))
    expect([document.published, document.publishedAsWritten]).toEqual([published, asWritten])
  })

  it('takes the day of the address when the page has no other', () => {
    expect(read(page(article()), { url: 'https://press.example/2026/08/03/sample', now }).published).toBe(
      '2026-08-03',
    )
  })

  it('puts a time without a zone into the zone of the source', () => {
    expect(
      read(page(article('<div>2026年08月03日 08:05</div>')), { url, now, timeZone: 'Asia/Taipei' }).published,
    ).toBe('2026-08-03T08:05+08:00')
  })

  it('names the outlet that a repost came from', () => {
    expect(read(page(article('<div>来源：样例日报</div>'))).repostOf).toBe('样例日报')
    expect(
      read(page(article('<div>来源：<a href="https://daily.example/a/1">样例日报</a></div>'))).repostOf,
    ).toBe('https://daily.example/a/1')
    expect(read(page(article('<div>来源：本站</div>'))).repostOf).toBeUndefined()
  })

  it('H5: goes by the canonical address, and not by one that names the front page', () => {
    expect(
      read(page(article(), '<link rel="canonical" href="https://other.example/a?utm_source=x">')).url,
    ).toBe('https://other.example/a')
    expect(read(page(article(), '<link rel="canonical" href="https://press.example/">')).url).toBe(url)
    expect(read(page(article()), { url: 'https://press.example/a?utm_medium=x#y', now }).url).toBe(
      'https://press.example/a',
    )
  })

  it('R6: lowers what may be shown when the page asks for it', () => {
    expect(read(page(article(), '<meta name="robots" content="max-snippet:20, noarchive">'))).toMatchObject({
      excerptLimit: 20,
      noArchive: true,
    })
    expect(read(page(article(), '<meta name="robots" content="nosnippet">')).excerptLimit).toBe(0)
  })

  it.each([
    ['broken', '{"@type":"NewsArticle","headline":'],
    ['with a comma too many', '{"@type":"NewsArticle","datePublished":"2026-08-03",}'],
    [
      'with line breaks in strings',
      '{"@type":"NewsArticle","description":"a\nb","datePublished":"2026-08-03"}',
    ],
    ['in a comment', '<!-- {"@type":"NewsArticle","datePublished":"2026-08-03"} -->'],
    ['null', 'null'],
    [
      'closed by its own words',
      '{"@type":"NewsArticle","headline":"A </script> B","datePublished":"2026-08-03"}',
    ],
  ])('H6: lives with JSON-LD that is %s', (_, json) => {
    const { text, published } = read(page(article(), `<script type="application/ld+json">${json}</script>`))
    expect(text).toContain(EN[2])
    expect([undefined, '2026-08-03']).toContain(published)
  })
})

/** H3 of the fault list. */
describe('pages that are no articles', () => {
  it.each([
    ['bot-wall', '<title>Just a moment...</title><p>Checking your browser before accessing the site.</p>'],
    ['bot-wall', '<title>安全验证</title><p>请完成安全验证后继续访问，本页面由系统自动生成。</p>'],
    [
      'soft-404',
      '<title>Page not found</title><p>The page you are looking for does not exist. Please go back to the front page.</p>',
    ],
    [
      'soft-404',
      '<title>样例网</title><p>很抱歉，您访问的页面不存在，可能已被删除，请返回首页继续浏览其他内容。</p>',
    ],
    [
      'cookie-wall',
      '<title>Sample</title><p>We and our 812 partners use and store cookies on your device. Accept all cookies to continue reading.</p>',
    ],
    [
      'paywall',
      `<title>Sample headline</title><p>${EN[0]}</p><p>Already a subscriber? Subscribe to continue reading this article.</p>`,
    ],
    [
      'paywall',
      `<title>样例</title><p>${ZH[0]}</p><p>本文为付费内容，订阅后继续阅读全文，剩余 85% 内容未读。</p>`,
    ],
  ])('a %s is not taken for one', (failure, html) => {
    expect(parseArticle(html, { url, now })).toMatchObject({ failure, message: expect.stringContaining(url) })
  })

  it('an article about paywalls and cookies is one', () => {
    const about = [
      'Readers who want to continue reading must subscribe, and the site says: subscribe to continue reading.',
      'Accept all cookies, says the next window, and the page that is not found answers that it does not exist.',
    ]
    expect(
      read(page(article('', [...EN, ...about, ...EN.map((text) => text.replace('sample', 'second')), ...ZH])))
        .text,
    ).toContain(about[0])
  })
})

/** H1 of the fault list. */
describe('a page that would hold the parser up', () => {
  it('is refused at once when it nests twenty thousand deep', async () => {
    const began = performance.now()
    expect(await parseArticleSafely(`<!doctype html><body>${'<div>'.repeat(20_000)}`, { url })).toMatchObject(
      { failure: 'too-deep' },
    )
    expect(performance.now() - began).toBeLessThan(5_000)
  })

  it('takes twice the work when it nests twice as deep', () => {
    const inDivs = (depth: number) => page('<div>'.repeat(depth) + article() + '</div>'.repeat(depth))
    const count = (depth: number) => {
      const asked = vi.spyOn(RegExp.prototype, 'exec')
      read(inDivs(depth))
      const steps = asked.mock.calls.length
      asked.mockRestore()
      return steps
    }
    const climbs = vi.spyOn(Readability.prototype, 'parse')
    expect(read(inDivs(400)).text).toBe(read(page(article())).text)
    expect(climbs).toHaveBeenCalledTimes(1) // for the second page, which is not deep
    climbs.mockRestore()
    expect(count(400) / count(200)).toBeLessThan(2.2)
  })

  it('is killed when it takes too long, and the next page is read', async () => {
    await parseArticleSafely(page(article()), { url, now })
    const slow = parseArticleSafely(`<!doctype html><body>${'<b>x</b>'.repeat(700_000)}`, { url })
    const next = parseArticleSafely(page(article()), { url, now })
    expect(await slow).toMatchObject({ failure: expect.stringMatching(/timeout|broken/) })
    expect(await next).toMatchObject({ title: 'Sample headline' })
  })
})

/** H7, H8 and H10 of the fault list: what is written is kept as it is. */
it('keeps zero-width, bidi, full-width and rare characters, and drops lone surrogates and controls', () => {
  const odd =
    '零\u200b宽、\u202eright-to-left\u202c、９６％、𠀀𠮷和👩‍👩‍👧都在句子里保留下来，因为引文必须和原文完全一样，一个字也不能改。'
  const { text } = read(page(article(`<p>${odd}\u0001&#xD800;</p>`)))
  expect(text).toContain(odd)
  expect(text).not.toMatch(/\u0001|[\ud800-\udbff](?![\udc00-\udfff])/)
})
