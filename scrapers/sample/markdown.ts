/** Escapes text for HTML and XML, in element content and in double-quoted attributes. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char]!)
}

/**
 * Renders the part of Markdown that the sample press uses (headings, lists, quotes, tables, footnotes, links, emphasis) as a
 * newsroom system would. Not a general renderer: the texts it is given are the ones in press/.
 */
export function renderMarkdown(body: string): string {
  const notes = [...body.matchAll(/^\[\^(\w+)\]: (.+)$/gm)]
  const blocks = body
    .replace(/^\[\^\w+\]: .+$/gm, '')
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
  return blocks.map(renderBlock).join('\n') + renderNotes(notes)
}

function renderBlock(block: string): string {
  const heading = /^(#{2,4}) (.+)$/.exec(block)
  if (heading) return `<h${heading[1]!.length}>${renderInline(heading[2]!)}</h${heading[1]!.length}>`
  const lines = block.split('\n')
  if (lines.every((line) => /^[-*] /.test(line))) return renderList('ul', lines, /^[-*] /)
  if (lines.every((line) => /^\d+\. /.test(line))) return renderList('ol', lines, /^\d+\. /)
  if (lines.every((line) => line.startsWith('> ')))
    return `<blockquote><p>${renderInline(lines.map((line) => line.slice(2)).join('\n'))}</p></blockquote>`
  if (lines.every((line) => line.startsWith('|'))) return renderTable(lines)
  return `<p>${renderInline(block)}</p>`
}

function renderList(tag: string, lines: string[], marker: RegExp): string {
  const items = lines.map((line) => `  <li>${renderInline(line.replace(marker, ''))}</li>`)
  return `<${tag}>\n${items.join('\n')}\n</${tag}>`
}

function renderTable(lines: string[]): string {
  const rows = lines
    .filter((line) => !/^\|[\s|:-]+$/.test(line))
    .map((line) => line.slice(1, -1).split('|'))
    .map((cells) => cells.map((cell) => renderInline(cell.trim())))
  const [head = [], ...rest] = rows
  const row = (cells: string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`
  return `<table>\n<thead>${row(head, 'th')}</thead>\n<tbody>\n${rest.map((cells) => row(cells, 'td')).join('\n')}\n</tbody>\n</table>`
}

function renderNotes(notes: RegExpExecArray[]): string {
  if (notes.length === 0) return ''
  const items = notes.map(([, id, text]) => `  <li id="fn:${id}">${renderInline(text!)}</li>`)
  return `\n<section class="footnotes">\n<ol>\n${items.join('\n')}\n</ol>\n</section>`
}

function renderInline(text: string): string {
  return escapeMarkup(text)
    .replace(/\[\^(\w+)\]/g, '<sup><a href="#fn:$1">$1</a></sup>')
    .replace(/\[([^\]]+)\]\((https?:\/\/[^)\s]+)\)/g, '<a href="$2">$1</a>')
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/(?<![\w*])\*([^*]+)\*(?![\w*])/g, '<em>$1</em>')
}
