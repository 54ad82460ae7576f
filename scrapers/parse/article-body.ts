import { Readability } from '@mozilla/readability'
import { type CheerioAPI, load } from 'cheerio'
import type { AnyNode, Element } from 'domhandler'
import { parseHTML } from 'linkedom'
import { cleanBlocks, isProse } from './article-clean.ts'
import {
  BODY_SELECTORS,
  COMMENTS_NAME,
  LEAD_NAME,
  LINK_BOX_NAME,
  NOISE_NAME,
  NOISE_TAGS,
} from './article-noise.ts'
import { type BlockText, linkedLength, textOfBlock } from './blocks.ts'
import { writeNodes } from './html-blocks.ts'
import type { SiteRule } from './site-rules.ts'
import { createWriter } from './writer.ts'

export interface Body {
  content: BlockText
  /** Which reader won, and why, for the log. */
  reader: 'container' | 'readability' | 'site-rule'
  reason: string
}

/**
 * The article of a page. Two readers try: ours takes the smallest element that holds nearly all of the prose, Mozilla's
 * Readability climbs from scored paragraphs. Both results go through the same cleaning; the one with more prose wins when
 * it has clearly more, the one with less beside the prose otherwise.
 */
export function findBody($: CheerioAPI, base: string | undefined, rule?: SiteRule): Body | undefined {
  if (rule?.remove) $(rule.remove).remove()
  removeNoise($)
  if (rule?.body) {
    const content = readNodes($(rule.body).toArray(), base)
    if (content.text !== '') return { content, reader: 'site-rule', reason: `rule of the site: ${rule.body}` }
  }
  const container = findContainer($)
  const lead = container ? findLead($, container) : []
  const ours = container && nonEmpty(readNodes([...lead, container], base))
  const theirs = readReadability($, base, lead)
  return chooseBody(ours, theirs)
}

function chooseBody(ours: BlockText | undefined, theirs: BlockText | undefined): Body | undefined {
  if (!ours || !theirs) {
    const content = ours ?? theirs
    return (
      content && {
        content,
        reader: ours ? 'container' : 'readability',
        reason: 'the other reader found nothing',
      }
    )
  }
  const [a, b] = [measure(ours), measure(theirs)]
  const pick = (reader: 'container' | 'readability', reason: string): Body => ({
    content: reader === 'container' ? ours : theirs,
    reader,
    reason,
  })
  if (a.prose > 1.3 * b.prose)
    return pick('container', `${a.prose} characters of prose, the other has ${b.prose}`)
  if (b.prose > 1.3 * a.prose)
    return pick('readability', `${b.prose} characters of prose, the other has ${a.prose}`)
  return a.rest <= b.rest
    ? pick('container', `${a.rest} characters beside the prose, the other has ${b.rest}`)
    : pick('readability', `${b.rest} characters beside the prose, the other has ${a.rest}`)
}

function measure(content: BlockText): { prose: number; rest: number } {
  let prose = 0
  for (const block of content.blocks)
    if (isProse(textOfBlock(content, block), linkedLength(content, block))) prose += block.end - block.start
  return { prose, rest: content.text.length - prose }
}

function readNodes(nodes: AnyNode[], base: string | undefined): BlockText {
  const writer = createWriter()
  writeNodes(writer, nodes, base)
  return cleanBlocks(writer.finish())
}

const nonEmpty = (content: BlockText) => (content.text === '' ? undefined : content)

/** Longest text between headline and body that can be a lead. */
const LEAD_WEIGHT = 1_200

/**
 * The paragraphs that sum the article up and stand before its body: between the headline and the body, or named as a lead
 * inside the same article.
 */
function findLead($: CheerioAPI, container: Element): Element[] {
  const order = $('body').find('*').toArray()
  const headline = order.findIndex((element) => element.name === 'h1' && !isInside(element, container))
  const start = order.indexOf(container)
  const between =
    headline >= 0 && headline < start ? order.slice(headline + 1, start) : namedLeads($, container)
  const leads = between.filter(
    (element) => isLead(element) && !isInside(container, element) && !isInside(element, container),
  )
  const weight = leads.reduce((sum, element) => sum + prose(element).text, 0)
  return weight <= LEAD_WEIGHT ? leads : []
}

function namedLeads($: CheerioAPI, container: Element): Element[] {
  const around = $(container).closest('article, main, [role="main"]')
  const scope = around.length > 0 && !around.is(container) ? around : $(container).parent()
  return scope
    .find('p, div, h2, h3, strong, span')
    .toArray()
    .filter((element) => LEAD_NAME.test(element.attribs['class'] ?? ''))
}

/** One paragraph of running text without blocks or many links inside. */
function isLead(element: Element): boolean {
  if (
    !/^(p|div|h2|h3|strong|span|section)$/.test(element.name) ||
    element.children.some((child) => child.type === 'tag' && BREAKING.has(child.name))
  )
    return false
  if (element.parent?.type === 'tag' && isLeadParent(element.parent as Element)) return false
  const { text, linked } = prose(element)
  return text >= 60 && linked < text * 0.3
}

/** Whether the element around is the paragraph itself, of which this is only a part. */
const isLeadParent = (element: Element) => /^(p|h2|h3)$/.test(element.name)

function isInside(element: Element, ancestor: Element): boolean {
  for (let node = element.parent; node; node = node.parent) if (node === ancestor) return true
  return false
}

/** Readability changes the document it is given and needs a body: it gets a copy of its own. */
function readReadability($: CheerioAPI, base: string | undefined, lead: Element[]): BlockText | undefined {
  const { document } = parseHTML(
    `<!doctype html><html>${$('head').toString()}<body>${$('body').html() ?? ''}</body></html>`,
  )
  const result = new Readability(document as unknown as Document, { charThreshold: 100 }).parse()
  if (!result?.content) return undefined
  const body = load(result.content, null, false).root()
  const text = foldSpace(body.text())
  const missing = lead.filter((element) => !text.includes(foldSpace($(element).text())))
  return nonEmpty(readNodes([...missing, ...(body[0]?.children ?? [])], base))
}

const foldSpace = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Names that say what an element is. */
const nameOf = (element: Element) =>
  `${element.attribs['class'] ?? ''} ${element.attribs['id'] ?? ''} ${element.attribs['role'] ?? ''} ${element.attribs['data-component'] ?? ''}`.replace(
    /([a-z])([A-Z])/g,
    '$1-$2',
  )

/** Takes out what is furniture by element or name, but never what holds a good part of the page's prose. */
function removeNoise($: CheerioAPI): void {
  removeComments($)
  const total = proseOf($('body')[0])
  $('body')
    .find('*')
    .each((_, element) => {
      if (element.type !== 'tag' || /^(article|main|body|h1)$/.test(element.name) || !isNoise(element)) return
      const own = proseOf(element)
      if (own <= total * 0.35 || (isFrame(element) && own <= total * 0.7 && total - own >= 400))
        $(element).remove()
    })
}

/** Names and elements that stand for the page's frame so surely that they may hold more than the article does. */
const isFrame = (element: Element) =>
  /^(aside|footer|nav)$/.test(element.name) ||
  /(?:^|[\s_-])(?:sidebar|footer|navigation|nav)(?:$|[\s_-])/i.test(nameOf(element))

/** Comments go even when they are most of the page, as long as something is left that they can be about. */
function removeComments($: CheerioAPI): void {
  const found = $('body')
    .find('[class], [id]')
    .toArray()
    .filter((element) => COMMENTS_NAME.test(nameOf(element)) && !/^(article|main|body)$/.test(element.name))
  const outer = found.filter((element) => !found.some((other) => isInside(element, other)))
  const left = proseOf($('body')[0]) - outer.reduce((sum, element) => sum + proseOf(element), 0)
  if (left >= 150) for (const element of outer) $(element).remove()
}

/** A collapsed article is hidden until somebody clicks: what holds much of the page's prose is shown. */
export function showArticle($: CheerioAPI): void {
  const hidden = $<Element, string>(
    '[hidden], [aria-hidden="true"], [style*="display"], [style*="visibility"]',
  )
    .toArray()
    .filter(isHidden)
  if (hidden.length === 0) return
  const total = proseOf($('body')[0])
  for (const element of hidden) {
    if (proseOf(element) <= total * SHOWN_SHARE) continue
    for (const name of ['hidden', 'aria-hidden', 'style']) delete element.attribs[name]
  }
}

/** Share of the prose from which a hidden element is taken for the article. */
const SHOWN_SHARE = 0.35

function isNoise(element: Element): boolean {
  if (NOISE_TAGS.has(element.name) || isHidden(element)) return true
  const name = nameOf(element)
  return NOISE_NAME.test(name) || (LINK_BOX_NAME.test(name) && isLinkBox(element))
}

const isHidden = (element: Element) =>
  'hidden' in element.attribs ||
  element.attribs['aria-hidden'] === 'true' ||
  /display\s*:\s*none/i.test(element.attribs['style'] ?? '')

function isLinkBox(element: Element): boolean {
  const { text, linked } = prose(element)
  return linked > text * 0.25
}

/** Characters of prose below an element: runs of text between block tags that are long and mostly not links. */
function proseOf(element: Element | undefined): number {
  return element ? prose(element).total : 0
}

interface Run {
  text: number
  linked: number
}

const BREAKING = new Set(
  'address article blockquote body br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tbody td th tr ul'.split(
    ' ',
  ),
)

interface Totals {
  /** Characters of prose. */
  total: number
  /** All characters, and those inside links. */
  text: number
  linked: number
}

function prose(root: Element, onElement?: (element: Element, totals: Totals) => void): Totals {
  const run: Run = { text: 0, linked: 0 }
  const sum: Totals = { total: 0, text: 0, linked: 0 }
  const flush = () => {
    if (run.text >= 40 && run.linked < run.text * 0.4) sum.total += run.text - run.linked
    sum.text += run.text
    sum.linked += run.linked
    run.text = 0
    run.linked = 0
  }
  const visit = (node: AnyNode, inLink: boolean) => {
    if (node.type === 'text') {
      const length = weightOf(node.data)
      run.text += length
      if (inLink) run.linked += length
    } else if (node.type === 'tag' && !NOISE_TAGS.has(node.name)) {
      const breaks = BREAKING.has(node.name)
      if (breaks) flush()
      const before = { ...sum }
      for (const child of node.children) visit(child, inLink || node.name === 'a')
      if (breaks) flush()
      onElement?.(node, {
        total: sum.total - before.total,
        text: sum.text - before.text,
        linked: sum.linked - before.linked,
      })
    }
  }
  visit(root, false)
  flush()
  return sum
}

/** A Han character says as much as two Latin letters. */
function weightOf(text: string): number {
  const plain = text.replace(/\s+/g, ' ').trim()
  return plain.length + (plain.match(/[\u3400-\u9fff]/g)?.length ?? 0)
}

/** Share of the page's prose that the article's element must hold. */
const ENOUGH = 0.85

/** The smallest element with nearly all of the prose; where a name says that an element is the body, a little less is enough. */
function findContainer($: CheerioAPI): Element | undefined {
  const body = $('body')[0]
  if (!body) return undefined
  const totals = new Map<Element, Totals>()
  const { total } = prose(body, (element, amount) => totals.set(element, amount))
  if (total === 0) return undefined
  const amount = (element: Element) => totals.get(element)?.total ?? 0
  for (const selector of BODY_SELECTORS) {
    const named = $<Element, string>(selector).toArray()
    const best = named.reduce<Element | undefined>((a, b) => (a && amount(a) >= amount(b) ? a : b), undefined)
    if (best && amount(best) >= total * 0.5) return best
  }
  let smallest: Element = body
  for (let next: Element | undefined = body; next; ) {
    smallest = next
    const children: Element[] = (next as Element).children.filter(
      (child): child is Element => child.type === 'tag',
    )
    next = children.find((child) => amount(child) >= total * ENOUGH)
  }
  return withTables(smallest, totals)
}

/** What stands beside the prose without links, as tables and lists do, belongs to it: then the element around both is taken. */
function withTables(element: Element, totals: Map<Element, Totals>): Element {
  const inner = totals.get(element)
  for (let outer = element.parent; outer?.type === 'tag'; outer = outer.parent) {
    const around = totals.get(outer as Element)
    if (!inner || !around) break
    const extra = { text: around.text - inner.text, linked: around.linked - inner.linked }
    if (extra.linked > extra.text * 0.25) break
    if (extra.text > inner.text * 0.2) return withTables(outer as Element, totals)
  }
  return element
}
