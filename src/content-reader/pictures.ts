import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import type { Lang } from '../core/model/lang.ts'
import { buildOgSheet, OG_HEIGHT, OG_WIDTH, type OgCard } from '../core/publish/view-og.ts'

const sheets = new Map<Lang, Promise<Map<string, Uint8Array<ArrayBuffer>>>>()

/** The pictures of an edition by name, drawn once a build; kept in `cacheDir` by the hash of what they show. */
export function readPictures(cards: OgCard[], lang: Lang, cacheDir: string) {
  const known = sheets.get(lang)
  if (known) return known
  const drawn = readOrDraw(cards, lang, join(cacheDir, 'og'))
  sheets.set(lang, drawn)
  return drawn
}

async function readOrDraw(cards: OgCard[], lang: Lang, folder: string) {
  const sheet = buildOgSheet(cards, lang)
  const hash = createHash('sha256').update(sheet).digest('hex').slice(0, 16)
  const path = (name: string) => join(folder, `${hash}-${lang}-${name}.png`)
  const kept = await Promise.all(cards.map(({ name }) => readIfThere(path(name))))
  if (kept.every((png) => png !== undefined))
    return new Map(cards.map(({ name }, index) => [name, kept[index]!]))
  const drawn = await draw(sheet, cards)
  await mkdir(folder, { recursive: true })
  for (const [name, png] of drawn) {
    await writeFile(`${path(name)}.${process.pid}`, png)
    await rename(`${path(name)}.${process.pid}`, path(name))
  }
  return drawn
}

async function readIfThere(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await readFile(path))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Imported on use: the renderer is native and large. */
async function draw(sheet: string, cards: OgCard[]): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const { renderAsync } = await import('@resvg/resvg-js')
  const { pixels } = await renderAsync(sheet, { font: { loadSystemFonts: true, defaultFontFamily: 'serif' } })
  const size = OG_WIDTH * OG_HEIGHT * 4
  return new Map(
    cards.map(({ name }, index) => [name, encodePng(pixels.subarray(index * size, (index + 1) * size))]),
  )
}

/** RGBA rows to an 8-bit RGB PNG (the pictures are opaque), rows unfiltered. */
function encodePng(rgba: Uint8Array): Uint8Array<ArrayBuffer> {
  const stride = OG_WIDTH * 3 + 1
  const raw = new Uint8Array(stride * OG_HEIGHT)
  for (let y = 0; y < OG_HEIGHT; y++)
    for (let x = 0; x < OG_WIDTH; x++) {
      const from = (y * OG_WIDTH + x) * 4
      const to = y * stride + 1 + x * 3
      raw[to] = rgba[from]!
      raw[to + 1] = rgba[from + 1]!
      raw[to + 2] = rgba[from + 2]!
    }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(OG_WIDTH, 0)
  header.writeUInt32BE(OG_HEIGHT, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  const parts = [
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(raw)),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return new Uint8Array(Buffer.concat(parts))
}

function chunk(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(content.length, 0)
  head.write(type, 4, 'latin1')
  const tail = Buffer.alloc(4)
  tail.writeUInt32BE(crc32(Buffer.concat([head.subarray(4), content])), 0)
  return Buffer.concat([head, content, tail])
}
