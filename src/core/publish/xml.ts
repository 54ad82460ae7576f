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
  let open = `<${name}`
  for (const key in attributes) {
    const value = attributes[key]
    if (value !== undefined) open += ` ${key}="${escapeXml(value)}"`
  }
  return content === undefined ? `${open}/>` : `${open}>${content}</${name}>`
}

/** An element that holds text only. */
export const textElement = (
  name: string,
  text: string,
  attributes: Record<string, string | undefined> = {},
) => element(name, attributes, escapeXml(text))

/** A whole document of one element, with a line for each of its children. */
export const xmlDocument = (name: string, attributes: Record<string, string>, content: string) =>
  `<?xml version="1.0" encoding="utf-8"?>\n${element(name, attributes, content)}\n`
