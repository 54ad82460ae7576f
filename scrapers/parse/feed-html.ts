import { load } from 'cheerio/slim'
import type { Element } from 'domhandler'
import { resolveUrl } from '../../src/core/text/url.ts'
import { decodeEntities } from './entities.ts'

const ADDRESSES = new Set([
  'href',
  'src',
  'cite',
  'action',
  'poster',
  'data',
  'longdesc',
  'usemap',
  'background',
  'classid',
  'codebase',
  'profile',
])
const RELATIVE =
  /(?:href|src|cite|action|poster|data|longdesc|usemap|background|classid|codebase|profile)\s*=\s*["']?\s*(?!https?:\/\/)[^"'\s>]/i

/** The fragment with its addresses made absolute; those that are not http(s) are taken out. */
export function resolveHtml(html: string, base: string): string {
  if (!html.includes('<') || !RELATIVE.test(html)) return html
  const $ = load(html, { xml: { xmlMode: false, decodeEntities: true } }, false)
  for (const { attribs } of $('*').toArray() as Element[])
    for (const name of Object.keys(attribs)) if (ADDRESSES.has(name)) resolveAttribute(attribs, name, base)
  return $.html()
}

function resolveAttribute(attribs: Record<string, string>, name: string, base: string): void {
  const value = attribs[name] ?? ''
  const url = resolveUrl(value, base)
  // data: and javascript: are dropped, mailto: and tag: stay, as nothing is ever fetched from a text
  if (url) attribs[name] = tidy(value, url)
  else if (!/^\s*(mailto|tel|tag|urn|news|nntp|irc|ftp|ftps):/i.test(value)) delete attribs[name]
}

/** An absolute address stays as it was written. */
const tidy = (written: string, resolved: string) =>
  /^https?:\/\//i.test(written.trim()) ? written.trim() : resolved

export const escapeHtml = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** Elements of HTML: only what looks like one of these is markup in a title; `List<T>` and `<3` are text. */
const KNOWN_TAG =
  /<\/?(?:a|abbr|b|big|blockquote|br|center|cite|code|del|div|em|embed|font|h[1-6]|hr|i|iframe|img|ins|kbd|li|mark|object|ol|p|pre|q|s|script|small|span|strike|strong|style|sub|sup|svg|table|tbody|td|th|tr|tt|u|ul|video)(?:\s[^<>]*)?\/?>/gi

/** A short text without markup; what stood in blocks of its own is separated by a space. */
export const plainText = (html: string) =>
  !html.includes('<')
    ? titleText(html)
    : titleText(
        html
          .replace(/<\/?(?:p|div|br|li|ul|ol|h[1-6]|tr|td|th|blockquote|figure|img)\b[^>]*>/gi, ' ')
          .replace(/<\/?[a-z!][^>]*>/gi, ''),
      )

/** Nothing in it to decode, to take out or to fold. */
const IS_READABLE = /^[^\s<&\u0000-\u001f\u007f]+(?: [^\s<&\u0000-\u001f\u007f]+)*$/

/** A title or name as readable text: markup gone, references decoded, those that were escaped twice as well. */
export function titleText(html: string): string {
  if (html.length < 400 && IS_READABLE.test(html)) return html
  const once = decodeEntities(withoutTags(html))
  const twice = /&(?:[a-z]{2,8}|#\d{2,6}|#x[\da-f]{2,6});/i.test(once) ? decodeEntities(once) : once
  return (twice.includes('<') ? twice.replace(KNOWN_TAG, '') : twice)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .replace(/\s\s+|[^\S ]/g, ' ') // single spaces, which are most, are left alone
    .trim()
}

function withoutTags(html: string): string {
  if (!html.includes('<')) return html
  return html.replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, '').replace(KNOWN_TAG, '')
}
