/** What XML 1.0 forbids even as a character reference: control characters, U+FFFE, U+FFFF. Lone surrogates are replaced first. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** Nearly all text has none of these, and need not be looked through once for each. */
const UNCLEAN = /[\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]/
const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text that any XML 1.0 or JSON reader accepts: forbidden characters become U+FFFD, line ends one kind. */
export function cleanText(text: string): string {
  if (!UNCLEAN.test(text)) return text
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(FORBIDDEN, '\ufffd')
}

/** Text for element content or a quoted attribute. `>` is escaped too, so that `]]>` cannot stand in it. */
export function escapeXml(text: string): string {
  const clean = cleanText(text)
  return /[&<>"']/.test(clean) ? clean.replace(/[&<>"']/g, (char) => ESCAPES[char]!) : clean
}

/** `<name a="b">content</name>`; attributes that are undefined are left out, content is already XML. */
export function element(
  name: string,
  attributes: Record<string, string | undefined>,
  content?: string,
): string {
  const open = openTag(name, attributes)
  return content === undefined ? `${open}/>` : `${open}>${content}</${name}>`
}

function openTag(name: string, attributes: Record<string, string | undefined>): string {
  let open = `<${name}`
  for (const key in attributes) {
    const value = attributes[key]
    if (value !== undefined) open += ` ${key}="${escapeXml(value)}"`
  }
  return open
}

/** An element that holds text only. */
export const textElement = (
  name: string,
  text: string,
  attributes: Record<string, string | undefined> = {},
) => element(name, attributes, escapeXml(text))

/** An element that holds markup as text: in a CDATA section, which is a fifth shorter than escaping all of it. */
export function markupElement(
  name: string,
  markup: string,
  attributes: Record<string, string | undefined> = {},
): string {
  const clean = cleanText(markup)
  return element(name, attributes, clean.includes(']]>') ? escapeXml(clean) : `<![CDATA[${clean}]]>`)
}

/** A document as far as the end of its element's first tag. */
export const openDocument = (name: string, attributes: Record<string, string>) =>
  `<?xml version="1.0" encoding="utf-8"?>\n${openTag(name, attributes)}>`
