import type { AnyNode, Element } from 'domhandler'
import { findNotes, isNoteMark, type Raised, readSub, readSup } from './raised.ts'

/**
 * What is written for a raised element behind these characters; undefined where its children say it. The mark of a note is left out,
 * as Markdown's is: one that a link leads to its note, or one of `notes`.
 */
export function readRaised(
  element: Element,
  before: string,
  notes: ReadonlySet<Element>,
): string | undefined {
  const text = textOf(element).trim()
  if (isNumerator(element)) return /\d$/.test(before) ? ` ${text}` : text
  return readSup(text, notes.has(element) || (isNoteMark(text) && isLinked(element)), before)
}

/** What is written for a `<sub>` behind these characters; undefined where its children say it. */
export const readLowered = (element: Element, before: string): string | undefined =>
  readSub(textOf(element).trim(), before)

/** Raised elements that are marks of notes by their order, though no link says so. */
export function findRaisedNotes(nodes: AnyNode[]): ReadonlySet<Element> {
  const raised: (Raised & { element: Element })[] = []
  let before = ''
  const walk = (node: AnyNode): void => {
    if (node.type === 'text') before = `${before}${node.data}`.slice(-8)
    else if (node.type === 'tag' && node.name === 'sup')
      raised.push({ element: node, text: textOf(node).trim(), before })
    else if ('children' in node) for (const child of node.children) walk(child)
  }
  for (const node of nodes) walk(node)
  return new Set([...findNotes(raised)].map(({ element }) => element))
}

/** A mark that only a style sheet raises, if anything does: a link to a place of the page, printed as a number behind another one. */
export const isNoteLink = (element: Element, before: string): boolean =>
  element.attribs['role'] === 'doc-noteref' ||
  (/^#/.test(element.attribs['href'] ?? '') && /\d$/.test(before) && /^\d{1,3}$/.test(textOf(element).trim()))

/** The upper part of a fraction: `<sup>1</sup>/<sub>2</sub>`. */
const isNumerator = ({ next }: Element) =>
  next?.type === 'text' && /^[/⁄]$/.test(next.data) && next.next?.type === 'tag' && next.next.name === 'sub'

/** A link holds the mark, and the mark alone: a raised number within a linked headline is none. */
function isLinked(element: Element): boolean {
  if (holdsLink(element)) return true
  const text = textOf(element).trim()
  let outer = element.parent
  while (outer?.type === 'tag' && outer.name !== 'a' && textOf(outer).trim() === text) outer = outer.parent
  return outer?.type === 'tag' && outer.name === 'a' && textOf(outer).trim() === text
}

const holdsLink = (element: Element): boolean =>
  element.children.some((child) => child.type === 'tag' && (child.name === 'a' || holdsLink(child)))

const textOf = (node: Element): string =>
  node.children
    .map((child) => (child.type === 'text' ? child.data : child.type === 'tag' ? textOf(child) : ''))
    .join('')
