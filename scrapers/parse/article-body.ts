import { Readability } from '@mozilla/readability'
import { type CheerioAPI, load } from 'cheerio'
import type { AnyNode, Element } from 'domhandler'
import { parseHTML } from 'linkedom'
import { cleanBlocks, isProse } from './article-clean.ts'
import { BODY_SELECTORS, LEAD_NAME } from './article-noise.ts'
import { BREAKING, prose, type Totals } from './article-prose.ts'
import { isInside, removeNoise } from './article-strip.ts'
import { type BlockText, linkedLength, textOfBlock } from './blocks.ts'
import { isTooDeep } from './depth.ts'
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
 * Nesting up to which Readability is asked: it reads the text of every element anew for each one around it, so that its work
 * grows with the square of the depth. Of 275 pages 274 nest less than 30 deep.
 */
const DEEPEST = 128

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
  const html = $('body').html() ?? ''
  const theirs = ours && isTooDeep(html, DEEPEST) ? undefined : readReadability($, html, base, lead)
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

/** Readability changes the document it is given and needs a body: it gets a copy of its own. */
function readReadability(
  $: CheerioAPI,
  html: string,
  base: string | undefined,
  lead: Element[],
): BlockText | undefined {
  const { document } = parseHTML(`<!doctype html><html>${$('head').toString()}<body>${html}</body></html>`)
  const result = new Readability(document as unknown as Document, { charThreshold: 100 }).parse()
  if (!result?.content) return undefined
  const body = load(result.content, null, false).root()
  const text = foldSpace(body.text())
  const missing = lead.filter((element) => !text.includes(foldSpace($(element).text())))
  return nonEmpty(readNodes([...missing, ...(body[0]?.children ?? [])], base))
}

const foldSpace = (text: string) => text.replace(/\s+/g, ' ').trim()

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
