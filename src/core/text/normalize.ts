/** Horizontal white space and control characters; a byte order mark inside a text is one of them. */
const BLANKS = /[^\S\n]+|[\u0000-\u0008\u000e-\u001f\u007f-\u009f]+/g

/**
 * The form in which a text is stored and on which every offset counts: NFC, `\n` line ends, each run of white space one
 * space, lines trimmed, paragraphs at most one blank line apart. Nothing else changes. Idempotent.
 */
export function normalizeText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(BLANKS, ' ')
    .replace(/ {2,}/g, ' ')
    .normalize('NFC')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
