import { type DigestView, noteOf } from './digest-view.ts'
import type { Translate } from './view-format.ts'
import { cleanText, escapeXml } from './xml.ts'

/** A digest ready to be sent. */
export interface DigestMail {
  subject: string
  /** Tables and inline styles, which is all that mail programs agree on; no picture, script or remote font. */
  html: string
  text: string
}

const INK = '#1c1a18'
const SOFT = '#6a645c'
const RED = '#b3151f'
const FONT = {
  en: "Georgia,'Times New Roman',serif",
  'zh-Hans': "'Songti SC','Noto Serif CJK SC','Microsoft YaHei',serif",
  'zh-Hant': "'Songti TC','Noto Serif CJK TC','Microsoft JhengHei',serif",
}

/** The e-mail of a digest: HTML and plain text with the same lines. `base` is the edition's address, ending in a slash. */
export function buildDigestMail(view: DigestView, base: string, t: Translate): DigestMail {
  const subject = cleanText(`${t('site.name')} · ${view.heading}`).replace(/\s+/g, ' ')
  return { subject, html: buildHtml(view, base, t, subject), text: buildText(view, base, t) }
}

function buildHtml(view: DigestView, base: string, t: Translate, subject: string): string {
  const font = `font-family:${FONT[view.lang]}`
  const rows = [
    `<p style="margin:0;color:${RED};font-size:14px">${escapeXml(t('site.name'))}</p>`,
    `<h1 style="margin:4px 0 0;font-size:24px;line-height:1.35;font-weight:bold">${link(base + view.path, view.heading)}</h1><p style="margin:4px 0 0;color:${SOFT};font-size:14px">${escapeXml(view.counts)}</p>`,
    ...view.sections.map((section) => {
      const lines = section.lines.map(
        (line) =>
          `<tr><td style="padding:8px 0;border-top:1px solid #e4dfd6;${font};color:${INK};font-size:16px;line-height:1.5">${link(base + line.path, line.title)}<br><span style="color:${SOFT};font-size:13px">${escapeXml(noteOf(line))}</span></td></tr>`,
      )
      const more =
        section.left > 0 && section.path
          ? `<p style="margin:6px 0 0;font-size:14px">${link(base + section.path, t('digest.more', { count: section.left }))}</p>`
          : ''
      return `<h2 style="margin:16px 0 6px;font-size:18px">${escapeXml(section.title)}</h2><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">${lines.join('')}</table>${more}`
    }),
    ...(view.articles.length > 0 ? [articleRows(view, base, t)] : []),
    `<p style="margin:16px 0 0;color:${SOFT};font-size:13px;line-height:1.5">${escapeXml(t('site.promise'))}<br>${escapeXml(t('site.rights'))}</p>`,
  ]
  const cell = (content: string) =>
    `<tr><td style="padding:0 20px 12px;${font};color:${INK}">${content}</td></tr>`
  return `<!doctype html>
<html lang="${view.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"><title>${escapeXml(subject)}</title></head>
<body style="margin:0;padding:0;background:#fbfaf7"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#fbfaf7"><tr><td align="center"><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px"><tr><td style="height:20px;line-height:20px">&#160;</td></tr>
${rows.map(cell).join('\n')}
</table></td></tr></table></body></html>
`
}

function articleRows(view: DigestView, base: string, t: Translate): string {
  const items = view.articles.map(
    ({ path, title, lang, outlet }) =>
      `<p style="margin:6px 0;font-size:15px;line-height:1.5"><span lang="${lang}">${link(base + path, title)}</span><br><span style="color:${SOFT};font-size:13px">${escapeXml(outlet)}</span></p>`,
  )
  return `<h2 style="margin:16px 0 6px;font-size:18px">${escapeXml(t('digest.articles'))}</h2>${items.join('')}`
}

const link = (href: string, text: string) =>
  `<a href="${escapeXml(href)}" style="color:${INK};text-decoration-color:${RED}"><bdi>${escapeXml(text)}</bdi></a>`

function buildText(view: DigestView, base: string, t: Translate): string {
  const sections = view.sections.flatMap((section) => [
    '',
    `## ${oneLine(section.title)}`,
    ...section.lines.flatMap((line) => [
      '',
      `* ${oneLine(line.title)}`,
      `  ${noteOf(line)}`,
      `  ${base}${line.path}`,
    ]),
    ...(section.left > 0 && section.path
      ? ['', `${t('digest.more', { count: section.left })} ${base}${section.path}`]
      : []),
  ])
  const articles = view.articles.flatMap(({ path, title, outlet }) => [
    '',
    `* ${oneLine(title)}`,
    `  ${oneLine(outlet)}`,
    `  ${base}${path}`,
  ])
  const lines = [
    oneLine(view.heading),
    `${view.counts}`,
    `${base}${view.path}`,
    ...sections,
    ...(articles.length > 0 ? ['', `## ${t('digest.articles')}`, ...articles] : []),
    '',
    '-- ',
    t('site.promise'),
    t('site.rights'),
  ]
  return `${cleanText(lines.join('\n'))}\n`
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
