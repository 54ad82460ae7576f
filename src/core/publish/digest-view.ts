import type { Article } from '../model/article.ts'
import type { Digest } from '../model/digest.ts'
import type { Finding } from '../model/finding.ts'
import { LANGS, type Lang } from '../model/lang.ts'
import { NO_TOPIC, type Translators } from './digest.ts'
import type { Corpus } from './view-corpus.ts'
import { formatOutlets, formatPhrase, type Translate, type Valued } from './view-format.ts'
import { findingTitle } from './view-title.ts'

/** One line: a finding with its figure, outlets and agreement, in words of one edition. */
export interface DigestLine {
  findingId: string
  /** Path below the edition. */
  path: string
  title: string
  /** The value as this edition writes it, part of `title`. */
  phrase: string
  figure: Valued
  /** `3 outlets, 2 independent`. */
  outlets: string
  /** `English, Simplified Chinese`; a page shows lamps instead. */
  langs: string
  /** `Same value in several outlets`, `Primary source held`. */
  agreement: string[]
}

/** A digest in words of one edition. */
export interface DigestView {
  id: string
  lang: Lang
  heading: string
  /** Path below the edition. */
  path: string
  /** `12 findings, 4 articles`. */
  counts: string
  sections: { title: string; path: string | undefined; lines: DigestLine[]; left: number }[]
  articles: { path: string; title: string; lang: Lang; outlet: string }[]
  articlesLeft: number
}

/** Lines of a section, and articles, that are printed; the rest is a link away. */
const MOST_LINES = 12
const MOST_ARTICLES = 10

/** The three editions of one digest, made from one plan; throws when they would print different figures. */
export function buildDigestEditions(
  digest: Digest,
  corpus: Corpus,
  translators: Translators,
): Record<Lang, DigestView> {
  const view = (lang: Lang) => buildDigestView(digest, corpus, lang, translators[lang])
  const editions = { en: view('en'), 'zh-Hans': view('zh-Hans'), 'zh-Hant': view('zh-Hant') }
  checkEqualFigures(digest.id, editions)
  return editions
}

function buildDigestView(digest: Digest, corpus: Corpus, lang: Lang, t: Translate): DigestView {
  const sections = digest.sections.flatMap(({ topicId, findingIds }) => {
    const findings = findingIds.flatMap((id) => corpus.finding.get(id) ?? [])
    const topic = corpus.topic.get(topicId)
    if (findings.length === 0) return []
    return {
      title: topicId === NO_TOPIC || !topic ? t('digest.other') : topic.names[lang],
      path: topic && `topics/${topic.id}/`,
      lines: findings.slice(0, MOST_LINES).map((finding) => buildLine(finding, corpus, lang, t)),
      left: Math.max(0, findings.length - MOST_LINES),
    }
  })
  const articles = digest.articleIds.flatMap((id) => corpus.article.get(id) ?? [])
  const found = sections.reduce((sum, { lines, left }) => sum + lines.length + left, 0)
  return {
    id: digest.id,
    lang,
    heading: digest.heading[lang],
    path: `digests/${digest.id}/`,
    counts: t(articles.length > 0 ? 'digest.counts' : 'digest.findings', {
      findings: found,
      articles: articles.length,
    }),
    sections,
    articles: articles.slice(0, MOST_ARTICLES).map((article) => buildArticleLine(article, corpus, lang)),
    articlesLeft: Math.max(0, articles.length - MOST_ARTICLES),
  }
}

function buildLine(finding: Finding, corpus: Corpus, lang: Lang, t: Translate): DigestLine {
  const { value, maxValue, unit, unitDetail, qualifier, isInexact, isAge } = finding
  const figure: Valued = { value, maxValue, unit, unitDetail, qualifier, isInexact, isAge }
  const agreement = [
    ...(finding.independentSources > 1 ? [t(`status.${finding.status}`)] : []),
    ...(finding.primary ? [t('finding.primaryHeld')] : []),
  ]
  return {
    findingId: finding.id,
    path: `findings/${finding.id}/`,
    title: findingTitle(finding, corpus, lang, t),
    phrase: formatPhrase(figure, lang, t),
    figure,
    outlets: formatOutlets(finding, t),
    langs: finding.langs.map((name) => t(`lang.${name}`)).join(t('list.comma')),
    agreement,
  }
}

/** What a line says beside its title, as one text; a dot stays with the words before it. */
export const noteOf = ({ outlets, langs, agreement }: DigestLine): string =>
  [outlets, langs, ...agreement].join('\u00a0· ')

function buildArticleLine(article: Article, corpus: Corpus, lang: Lang): DigestView['articles'][number] {
  return {
    path: `articles/${article.id}/`,
    title: article.title,
    lang: article.lang,
    outlet: corpus.source.get(article.sourceId)?.names[lang] ?? article.sourceId,
  }
}

/** Numbers from here on may be printed in other digits: 1.2 million, 120萬. */
const COMPACT_FROM = 1e5

/** The editions must tell the same findings with the same figures, and print the same digits where none is shortened. */
export function checkEqualFigures(id: string, editions: Record<Lang, DigestView>): void {
  const [first, ...others] = LANGS.map((lang) => ({ lang, figures: figuresOf(editions[lang]) }))
  for (const { lang, figures } of others)
    for (const [index, expected] of first!.figures.entries())
      if (figures[index] !== expected || figures.length !== first!.figures.length)
        throw new Error(
          `digest ${id}: the ${lang} edition prints ${figures[index] ?? 'nothing'} where ${first!.lang} prints ${expected}; ` +
            'expected equal figures, so look at formatPhrase and at the words of value.* in src/i18n',
        )
}

function figuresOf(view: DigestView): string[] {
  return view.sections.flatMap(({ lines }) =>
    lines.map(({ findingId, figure, phrase }) => {
      const { value, maxValue = value, unit, qualifier } = figure
      const isShort = Math.max(Math.abs(value), Math.abs(maxValue)) < COMPACT_FROM
      const digits = isShort
        ? ` printed ${(phrase.match(/\d+(?:[.,]\d+)*/g) ?? []).join(' ').replaceAll(',', '')}`
        : ''
      return `${findingId}: ${value}–${maxValue} ${unit} ${qualifier}${digits}`
    }),
  )
}
