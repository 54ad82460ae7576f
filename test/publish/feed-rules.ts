import { SaxesParser, type SaxesTagNS } from 'saxes'

/** An XML element as a strict, namespace-aware parser read it. */
export interface XmlNode {
  name: string
  uri: string
  attributes: Record<string, string>
  children: XmlNode[]
  text: string
}

/** Parses strictly: whatever is not well-formed XML 1.0 with namespaces throws. */
export function parseXml(xml: string): XmlNode {
  const parser = new SaxesParser({ xmlns: true })
  const root: XmlNode = { name: '', uri: '', attributes: {}, children: [], text: '' }
  const stack = [root]
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag: SaxesTagNS) => {
    const attributes = Object.fromEntries(
      Object.values(tag.attributes).map(({ name, value }) => [name, value]),
    )
    const node: XmlNode = { name: tag.local, uri: tag.uri, attributes, children: [], text: '' }
    stack.at(-1)!.children.push(node)
    stack.push(node)
  })
  parser.on('text', (text) => {
    stack.at(-1)!.text += text
  })
  parser.on('closetag', () => {
    stack.pop()
  })
  parser.write(xml).close()
  return root.children[0]!
}

export const ATOM = 'http://www.w3.org/2005/Atom'
const HISTORY = 'http://purl.org/syndication/history/1.0'
/** RFC 4151: an authority, a date on which it was ours, and a specific part of URI characters. */
const TAG = /^tag:[a-z0-9.-]+,\d{4}(-\d{2}){0,2}:[\w\-.~:@!$&'()*+,;=%/?]+$/
const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/
const RFC822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/

const atomChildren = (node: XmlNode, name: string) =>
  node.children.filter((child) => child.uri === ATOM && child.name === name)

const isAbsolute = (url: string | undefined) => url !== undefined && URL.canParse(url)

/** What RFC 4287 says a feed and its entries MUST have; the answer names every breach. */
export function atomFaults(xml: string): string[] {
  const feed = parseXml(xml)
  const faults: string[] = []
  const rule = (isKept: boolean, what: string) => isKept || faults.push(what)
  rule(feed.uri === ATOM && feed.name === 'feed', 'root is atom:feed')
  for (const name of ['id', 'title', 'updated'])
    rule(atomChildren(feed, name).length === 1, `one feed ${name}`)
  for (const name of ['subtitle', 'rights', 'generator', 'icon', 'logo'])
    rule(atomChildren(feed, name).length <= 1, `at most one feed ${name}`)
  rule(linksAreDistinct(feed), 'no two alternate links of one type and language')
  rule(TAG.test(atomChildren(feed, 'id')[0]?.text ?? ''), 'the feed has a tag URI')
  rule(linksOf(feed, 'self').length === 1, 'one link to itself')
  faults.push(...historyFaults(feed))
  const hasAuthor = atomChildren(feed, 'author').length > 0
  const ids = new Set<string>()
  for (const entry of atomChildren(feed, 'entry')) {
    const [id] = atomChildren(entry, 'id')
    for (const name of ['id', 'title', 'updated']) rule(atomChildren(entry, name).length === 1, `one ${name}`)
    for (const name of ['published', 'summary', 'content', 'rights', 'source'])
      rule(atomChildren(entry, name).length <= 1, `at most one ${name}`)
    rule(TAG.test(id?.text ?? ''), `id is a tag URI: ${id?.text}`)
    rule(isInOrder(entry), `${id?.text} was published before it was updated`)
    for (const source of atomChildren(entry, 'source'))
      for (const name of ['id', 'title', 'updated'])
        rule(atomChildren(source, name).length === 1, `one ${name} of a source`)
    rule(!ids.has(id!.text), `id ${id?.text} stands once`)
    ids.add(id!.text)
    rule(hasAuthor || atomChildren(entry, 'author').length > 0, 'an author')
    rule(linksAreDistinct(entry), 'no two alternate links of one type and language')
    rule(
      atomChildren(entry, 'content').length > 0 ||
        atomChildren(entry, 'link').some(({ attributes }) => attributes['rel'] === 'alternate'),
      'content or an alternate link',
    )
    for (const author of atomChildren(entry, 'author'))
      rule(atomChildren(author, 'name').length === 1, 'an author has one name')
    for (const category of atomChildren(entry, 'category'))
      rule(category.attributes['term'] !== undefined, 'a category has a term')
  }
  for (const node of descendants(feed).filter(({ uri }) => uri === ATOM)) {
    if (['updated', 'published'].includes(node.name)) rule(DATE.test(node.text), `RFC 3339: ${node.text}`)
    if (node.name === 'link')
      rule(isAbsolute(node.attributes['href']), `absolute: ${node.attributes['href']}`)
    if (node.attributes['type'] === 'html')
      rule(node.children.length === 0, 'html content has no child elements')
  }
  return faults
}

const linksOf = (node: XmlNode, rel: string) =>
  atomChildren(node, 'link').filter(({ attributes }) => attributes['rel'] === rel)

function isInOrder(entry: XmlNode): boolean {
  const [published, updated] = ['published', 'updated'].map((name) => atomChildren(entry, name)[0]?.text)
  return published === undefined || Date.parse(published) <= Date.parse(updated!)
}

/** RFC 5005, section 4: an archive document says that it is one and where the current document is; links are single and lead elsewhere. */
function historyFaults(holder: XmlNode): string[] {
  const faults: string[] = []
  const rule = (isKept: boolean, what: string) => isKept || faults.push(what)
  const marks = holder.children.filter(({ uri, name }) => uri === HISTORY && name === 'archive')
  rule(marks.length <= 1, 'at most one fh:archive')
  const own = linksOf(holder, 'self')[0]?.attributes['href']
  for (const rel of ['current', 'prev-archive', 'next-archive']) {
    const links = linksOf(holder, rel)
    rule(links.length <= 1, `at most one ${rel}`)
    rule(
      links.every(({ attributes }) => attributes['href'] !== own),
      `${rel} leads to another document`,
    )
  }
  const isArchive = marks.length === 1
  rule(linksOf(holder, 'current').length === (isArchive ? 1 : 0), 'an archive names the current document')
  rule(isArchive || linksOf(holder, 'next-archive').length === 0, 'the current document has no next archive')
  return faults
}

function linksAreDistinct(node: XmlNode): boolean {
  const keys = atomChildren(node, 'link')
    .filter(({ attributes }) => (attributes['rel'] ?? 'alternate') === 'alternate')
    .map(({ attributes }) => `${attributes['type']} ${attributes['hreflang']}`)
  return new Set(keys).size === keys.length
}

/** What the RSS 2.0 specification requires, and what the RSS profile asks of dates, guids and the self link. */
export function rssFaults(xml: string): string[] {
  const rss = parseXml(xml)
  const faults: string[] = []
  const rule = (isKept: boolean, what: string) => isKept || faults.push(what)
  const own = (node: XmlNode, name: string) =>
    node.children.filter((child) => child.uri === '' && child.name === name)
  rule(rss.name === 'rss' && rss.attributes['version'] === '2.0', 'rss version 2.0')
  const [channel, ...more] = own(rss, 'channel')
  rule(channel !== undefined && more.length === 0, 'one channel')
  if (!channel) return faults
  for (const name of ['title', 'link', 'description'])
    rule(own(channel, name).length === 1 && own(channel, name)[0]!.text !== '', `one channel ${name}`)
  for (const name of ['language', 'copyright', 'lastBuildDate', 'docs', 'generator', 'ttl', 'image'])
    rule(own(channel, name).length <= 1, `at most one channel ${name}`)
  rule(isAbsolute(own(channel, 'link')[0]?.text), 'an absolute channel link')
  rule(/^[1-9]\d*$/.test(own(channel, 'ttl')[0]?.text ?? '1'), 'ttl in minutes')
  rule(linksOf(channel, 'self').length === 1, 'one atom:link to itself')
  for (const link of atomChildren(channel, 'link'))
    rule(isAbsolute(link.attributes['href']), `absolute: ${link.attributes['href']}`)
  faults.push(...historyFaults(channel))
  const guids = new Set<string>()
  for (const item of own(channel, 'item')) {
    rule(own(item, 'title').length === 1 || own(item, 'description').length === 1, 'a title or a description')
    for (const name of ['title', 'link', 'description', 'guid', 'pubDate', 'source'])
      rule(own(item, name).length <= 1, `at most one ${name}`)
    const [guid] = own(item, 'guid')
    rule(guid?.attributes['isPermaLink'] === 'false', 'a guid that is no address says so')
    rule(!guids.has(guid!.text), `guid ${guid?.text} stands once`)
    guids.add(guid!.text)
    rule(isAbsolute(own(item, 'link')[0]?.text), 'an absolute link')
    for (const source of own(item, 'source'))
      rule(isAbsolute(source.attributes['url']), 'a source has an address')
  }
  for (const node of descendants(rss))
    if (['pubDate', 'lastBuildDate'].includes(node.name))
      rule(RFC822.test(node.text), `RFC 822: ${node.text}`)
  return faults
}

/** What JSON Feed 1.1 requires. */
export function jsonFeedFaults(json: string): string[] {
  const feed = JSON.parse(json)
  const faults: string[] = []
  const rule = (isKept: boolean, what: string) => isKept || faults.push(what)
  rule(feed.version === 'https://jsonfeed.org/version/1.1', 'version')
  rule(typeof feed.title === 'string' && feed.title !== '', 'title')
  rule(Array.isArray(feed.items), 'items')
  rule(isAbsolute(feed.feed_url) && isAbsolute(feed.home_page_url), 'addresses of feed and page')
  rule(feed.next_url === undefined || isAbsolute(feed.next_url), 'an absolute next_url')
  rule(feed.next_url === undefined || feed.next_url !== feed.feed_url, 'next_url differs from feed_url')
  const ids = new Set<string>()
  for (const item of feed.items) {
    rule(typeof item.id === 'string' && !ids.has(item.id), `id ${item.id}`)
    ids.add(item.id)
    rule(typeof item.content_html === 'string' || typeof item.content_text === 'string', 'content')
    rule(DATE.test(item.date_published) && DATE.test(item.date_modified), 'RFC 3339 dates')
    rule(
      isAbsolute(item.url) && (item.external_url === undefined || isAbsolute(item.external_url)),
      'addresses',
    )
    rule(
      (item.authors ?? []).every((author: { name?: string; url?: string }) => author.name || author.url),
      'authors',
    )
  }
  return faults
}

function descendants(node: XmlNode): XmlNode[] {
  return [node, ...node.children.flatMap(descendants)]
}
