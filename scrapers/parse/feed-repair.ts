import { decodeEntities } from './entities.ts'

const XML_NAMES = new Set(['amp', 'lt', 'gt', 'quot', 'apos'])

/**
 * XML that strict parsers refuse, made readable: HTML's named references become characters, a bare `&` is escaped, control
 * characters go, and a tail that was cut off in the middle of a tag is dropped. What is inside CDATA stays.
 */
export function repairXml(source: string): string {
  const tail = source.lastIndexOf('<')
  const isCutOff = tail >= 0 && source.length - tail <= 400 && !source.includes('>', tail)
  const whole = isCutOff ? source.slice(0, tail) : source
  return repairReferences(
    CONTROL.test(whole)
      ? whole
          .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
          .replace(/[\u0080-\u009f]/g, fromWindows)
      : whole,
  )
}

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u0080-\u009f]/

const REFERENCE = /&(#?\w{1,32};?)?/y
const CDATA = ['<![CDATA[', ']]>'] as const

/** Copies only what has to change: most feeds have thousands of references and every one is right. */
function repairReferences(source: string): string {
  let repaired = ''
  let from = 0
  let section = source.indexOf(CDATA[0])
  for (let at = source.indexOf('&'); at >= 0; ) {
    if (section >= 0 && section < at) {
      const close = source.indexOf(CDATA[1], section)
      const end = close < 0 ? source.length : close
      if (at < end) at = source.indexOf('&', end)
      section = source.indexOf(CDATA[0], end)
      continue
    }
    REFERENCE.lastIndex = at
    const [match, reference] = REFERENCE.exec(source)!
    const right = repairReference(match, reference)
    if (right !== match) {
      repaired += source.slice(from, at) + right
      from = at + match.length
    }
    at = source.indexOf('&', at + match.length)
  }
  return from === 0 ? source : repaired + source.slice(from)
}

const windows = new TextDecoder('windows-1252')

/** Code points that are control characters in Unicode and quotes or dashes in windows-1252: nobody means the former. */
export const fromWindows = (char: string) => windows.decode(Uint8Array.of(char.charCodeAt(0)))

function repairReference(match: string, reference: string | undefined): string {
  if (reference === undefined || !reference.endsWith(';')) return `&amp;${reference ?? ''}`
  const name = reference.slice(0, -1)
  if (XML_NAMES.has(name)) return match
  // windows-1252 code points and HTML's names, which XML has not
  const decoded = decodeEntities(match)
  if (decoded === match) return `&amp;${reference}`
  return decoded.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
