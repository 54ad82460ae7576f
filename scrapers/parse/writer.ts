import type { Block, BlockKind, DocumentLink } from '../../src/core/extract/document.ts'

/** Collects inline text into blocks; the only place that decides how blocks become one string with offsets. */
export interface Writer {
  /** Adds inline text; white space is folded to single spaces. */
  write(text: string): void
  /** What was last written of the block that is not ended yet, a few characters. */
  tail(): string
  /** Everything written until `closeLink` is the label of this address. */
  openLink(url: string): void
  closeLink(): void
  /** Ends the block: what was written since the last end becomes one of this kind. Nothing written, no block. */
  end(kind: BlockKind, level?: number): void
  /** A link without a place in the text. */
  addLink(link: DocumentLink): void
  /** Blocks ended so far. */
  count(): number
  finish(): { text: string; blocks: Block[]; links: DocumentLink[] }
}

/** Rows of a table and items of a list stand on lines of their own; other blocks have an empty line between. */
const TIGHT: readonly BlockKind[] = ['list-item', 'table-head', 'table-row', 'footnote']

export function createWriter(): Writer {
  let text = ''
  let pending = ''
  const blocks: Block[] = []
  const links: DocumentLink[] = []
  let pendingLinks: { url: string; from: number; to?: number }[] = []

  const end = (kind: BlockKind, level?: number) => {
    const from = pending.length - pending.trimStart().length
    const content = pending.trim()
    if (content !== '') {
      text += separator(blocks.at(-1)?.kind, kind)
      const start = text.length
      text += content
      blocks.push({ kind, start, end: text.length, ...(level === undefined ? {} : { level }) })
      for (const link of pendingLinks) links.push(placed(link, pending, start - from, text.length))
    }
    pending = ''
    pendingLinks = []
  }

  return {
    write: (raw) => {
      const piece = folded(raw)
      pending += pending === '' || pending.endsWith(' ') ? piece.trimStart() : piece
    },
    tail: () => pending.slice(-8),
    openLink: (url) => pendingLinks.push({ url, from: pending.length }),
    closeLink: () => {
      const open = pendingLinks.findLast((link) => link.to === undefined)
      if (open) open.to = pending.length
    },
    end,
    addLink: (link) => links.push(link),
    count: () => blocks.length,
    finish: () => {
      end('paragraph')
      return { text, blocks, links }
    },
  }
}

function separator(previous: BlockKind | undefined, kind: BlockKind): string {
  if (previous === undefined) return ''
  return TIGHT.includes(kind) && TIGHT.includes(previous) ? '\n' : '\n\n'
}

/** NFC, no control characters, white space as single spaces. */
function folded(raw: string): string {
  return raw
    .normalize('NFC')
    .replace(
      /[\u0000-\u0008\u000e-\u001f\u007f\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '',
    )
    .replace(/\s+/g, ' ')
}

function placed(
  link: { url: string; from: number; to?: number },
  pending: string,
  offset: number,
  end: number,
): DocumentLink {
  const raw = pending.slice(link.from, link.to ?? pending.length)
  const label = raw.trim()
  if (label === '') return { url: link.url }
  const start = offset + link.from + (raw.length - raw.trimStart().length)
  return start >= 0 && start + label.length <= end
    ? { url: link.url, label, start }
    : { url: link.url, label }
}
