import type { CheerioAPI } from 'cheerio'
import type { AnyNode, Element } from 'domhandler'
import { COMMENTS_NAME, LINK_BOX_NAME, NOISE_NAME, NOISE_TAGS } from './article-noise.ts'
import { prose, proseOf } from './article-prose.ts'

/** Names that say what an element is. */
const nameOf = (element: Element) =>
  `${element.attribs['class'] ?? ''} ${element.attribs['id'] ?? ''} ${element.attribs['role'] ?? ''} ${element.attribs['data-component'] ?? ''}`.replace(
    /([a-z])([A-Z])/g,
    '$1-$2',
  )

/** Takes out what is furniture by element or name, but never what holds a good part of the page's prose. */
export function removeNoise($: CheerioAPI): void {
  removeComments($)
  // who is quoted (https://html.spec.whatwg.org/#the-blockquote-element) is no foot of the page
  $('blockquote footer').each((_, element) => {
    element.name = 'p'
  })
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
  const all: ReadonlySet<AnyNode> = new Set(found)
  const outer = found.filter((element) => !isBelowAny(element, all))
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

/** Whether one element stands somewhere below the other. */
export const isInside = (element: Element, ancestor: Element): boolean =>
  isBelowAny(element, new Set([ancestor]))

function isBelowAny(element: Element, ancestors: ReadonlySet<AnyNode>): boolean {
  for (let node = element.parent; node; node = node.parent) if (ancestors.has(node)) return true
  return false
}
