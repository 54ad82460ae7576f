import { decodeEntities } from './entities.ts'

const XML_NAMES = new Set(['amp', 'lt', 'gt', 'quot', 'apos'])

/**
 * XML that strict parsers refuse, made readable: HTML's named references become characters, a bare `&` is escaped, control
 * characters go, and a tail that was cut off in the middle of a tag is dropped. What is inside CDATA stays.
 */
export function repairXml(source: string): string {
  return source
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replace(/[\u0080-\u009f]/g, fromWindows)
    .replace(/<[^<>]{0,400}$/, '')
    .replace(/<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|&(#?\w{1,32};?)?/g, (match, reference: string | undefined) =>
      match.startsWith('<') ? match : repairReference(match, reference),
    )
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
