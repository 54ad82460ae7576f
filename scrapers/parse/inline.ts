import { resolveUrl } from '../../src/core/text/url.ts'
import { decodeEntities } from './entities.ts'
import { isNoteMark, readSub, readSup } from './raised.ts'
import type { Writer } from './writer.ts'

/** What an inline run may refer to. */
export interface InlineContext {
  base?: string | undefined
  /** Targets of `[label][id]`, by lower-case id. */
  targets: Map<string, string>
  /** Ends the running block, for `<br>`. */
  lineBreak: () => void
}

/** Where a link goes: in round brackets, with or without a title; an address that was broken over lines is joined. */
export const DESTINATION = String.raw`\(\s*(?:<([^>]*)>|((?:[^()\s]|\s(?=\S*\s*\))|\([^()]*\))*?))(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)`
/** What a link is printed as. */
export const LABEL = String.raw`\[((?:[^[\]\\]|\\.|\[(?:[^[\]\\]|\\.)*\])*)\]`

/** In the order in which they are tried at a place. */
const TOKENS = new RegExp(
  [
    String.raw`(?<escape>\\[!-/:-@[-\x60{-~])`,
    String.raw`(?<code>(?<ticks>\x60+)(?<codeText>[^\x60](?:[\s\S]*?[^\x60])?)\k<ticks>(?!\x60))`,
    String.raw`(?<linkedImage>\[!${LABEL}${DESTINATION}\]${DESTINATION})`,
    String.raw`(?<image>!${LABEL}(?:${DESTINATION}|\[[^\]]*\]))`,
    String.raw`(?<note>\[\^[^\]\s]+\])`,
    String.raw`(?<link>${LABEL}${DESTINATION})`,
    String.raw`(?<reference>${LABEL}\[(?<id>[^\]]*)\])`,
    String.raw`(?<auto><(?<autoUrl>https?://[^\s<>]+)>)`,
    String.raw`(?<silent><(?<silentName>script|style|iframe|button|svg|video|audio|noscript)\b[\s\S]*?</\k<silentName>\s*>)`,
    String.raw`(?<raised><(?<shift>su[pb])\b[^<>]*>(?<shifted>[^<>]{1,40}|<a\b[^<>]*>[^<>]{1,40}</a>)</\k<shift>>)`,
    String.raw`(?<tag></?[a-zA-Z][\w-]*(?:\s[^<>]*)?/?>)`,
    String.raw`(?<shortcode>\{\{[<%][\s\S]*?[%>]\}\})`,
    String.raw`(?<bare>https?://[^\s<>()（）"'，。；、！？》」\]]+)`,
    String.raw`(?<marks>\*+|_+|~~)`,
  ].join('|'),
  'g',
)

/** Writes an inline run of Markdown as plain text: marks gone, labels kept, addresses noted as links. */
export function writeInline(writer: Writer, source: string, context: InlineContext): void {
  const dropped = pairedMarks(source)
  let at = 0
  for (const match of source.matchAll(TOKENS)) {
    if (match.index < at) continue
    writer.write(decodeEntities(source.slice(at, match.index)))
    at = match.index + match[0].length
    writeToken(writer, match, context, dropped)
  }
  writer.write(decodeEntities(source.slice(at)))
}

function writeToken(
  writer: Writer,
  match: RegExpMatchArray,
  context: InlineContext,
  dropped: Map<number, number>,
): void {
  const part = match.groups ?? {}
  if (part['escape']) writer.write(part['escape'].slice(1))
  else if (part['codeText']) writer.write(part['codeText'])
  else if (part['link']) writeLink(writer, part['link'], context)
  else if (part['reference']) writeReference(writer, match, context)
  else if (part['autoUrl']) writeAddress(writer, part['autoUrl'], context)
  else if (part['bare']) writeAddress(writer, part['bare'], context)
  else if (part['shifted']) writeShifted(writer, part['shift']!, part['shifted'], context)
  else if (part['tag']) writeTag(writer, part['tag'], context)
  else if (part['marks']) writer.write(part['marks'].slice(dropped.get(match.index ?? 0) ?? 0))
}

function writeLink(writer: Writer, source: string, context: InlineContext): void {
  const parts = new RegExp(`^${LABEL}${DESTINATION}$`).exec(source)
  const label = parts?.[1] ?? ''
  writeLabel(writer, label, (parts?.[2] ?? parts?.[3] ?? '').replace(/\s+/g, ''), context)
}

function writeReference(writer: Writer, match: RegExpMatchArray, context: InlineContext): void {
  const source = match.groups?.['reference'] ?? ''
  const label = new RegExp(`^${LABEL}`).exec(source)?.[1] ?? ''
  const target = context.targets.get((match.groups?.['id'] || label).toLowerCase())
  if (target === undefined) writer.write(source)
  else writeLabel(writer, label, target, context)
}

function writeLabel(writer: Writer, label: string, target: string, context: InlineContext): void {
  const url = resolveUrl(target, context.base)
  if (url) writer.openLink(url)
  writeInline(writer, label, context)
  if (url) writer.closeLink()
}

function writeAddress(writer: Writer, address: string, context: InlineContext): void {
  const text = address.replace(/[.,;:!?*_]+$/, '')
  const url = resolveUrl(text, context.base)
  if (url) writer.openLink(url)
  writer.write(text)
  if (url) writer.closeLink()
  writer.write(address.slice(text.length).replace(/[*_]+$/, ''))
}

const LINKED = /^(?:<a\b[^<>]*>([^<>]*)<\/a>|\[([^\]]+)\]\([^()]*\))$/

/** As `readRaised` and `readLowered` do for pages; a mark by its order alone is not known here. */
function writeShifted(writer: Writer, tag: string, inner: string, context: InlineContext): void {
  const link = LINKED.exec(inner.trim())
  const text = decodeEntities(link?.[1] ?? link?.[2] ?? inner).trim()
  const before = writer.tail()
  const isNote = link !== null && isNoteMark(text)
  const written = tag === 'sup' ? readSup(text, isNote, before) : readSub(text, before)
  if (written === undefined) writeInline(writer, inner, context)
  else writer.write(written)
}

function writeTag(writer: Writer, tag: string, context: InlineContext): void {
  if (/^<br\b/i.test(tag) || /^<\/(p|div|li|h[1-6])\b/i.test(tag)) {
    context.lineBreak()
    return
  }
  if (/^<\/a\b/i.test(tag)) writer.closeLink()
  const href = /^<a\s[^>]*?href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag)
  const url = href && resolveUrl(decodeEntities(href[1] ?? href[2] ?? href[3] ?? ''), context.base)
  if (url) writer.openLink(url)
}

/** How many characters of each run of emphasis marks are marks: those that open and close around something. */
function pairedMarks(source: string): Map<number, number> {
  const dropped = new Map<number, number>()
  const open: { index: number; mark: string; left: number }[] = []
  for (const match of source.matchAll(TOKENS)) {
    const run = match.groups?.['marks']
    if (!run) continue
    const before = source[match.index - 1] ?? ' '
    const after = source[match.index + run.length] ?? ' '
    let left = run.length
    if (canClose(run, before, after)) left = closeMarks(open, dropped, match.index, run)
    if (left > 0 && canOpen(run, before, after)) open.push({ index: match.index, mark: run[0] ?? '', left })
  }
  return dropped
}

function closeMarks(
  open: { index: number; mark: string; left: number }[],
  dropped: Map<number, number>,
  index: number,
  run: string,
): number {
  let left = run.length
  while (left > 0) {
    const opener = open.findLast((entry) => entry.mark === run[0] && entry.left > 0)
    if (!opener) break
    const count = Math.min(left, opener.left)
    opener.left -= count
    left -= count
    dropped.set(opener.index, (dropped.get(opener.index) ?? 0) + count)
    dropped.set(index, (dropped.get(index) ?? 0) + count)
    open.splice(open.indexOf(opener) + (opener.left > 0 ? 1 : 0))
  }
  return left
}

// Chinese authors put ** beside “quotes”, where CommonMark's flanking rules see no emphasis; white space alone decides here.
const canOpen = (run: string, before: string, after: string) =>
  /\S/.test(after) &&
  !(run[0] === '_' && /[a-z0-9]/i.test(before)) &&
  !(run === '*' && /\d/.test(before) && /\d/.test(after))
const canClose = (run: string, before: string, after: string) =>
  /\S/.test(before) && !(run[0] === '_' && /[a-z0-9]/i.test(after))
