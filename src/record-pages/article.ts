import { cite } from '../components/cite.ts'
import { topicKicker } from '../components/figure-head.ts'
import { figureList } from '../components/figure-list.ts'
import { classes, type Html, html } from '../components/html.ts'
import { machineAid } from '../components/machine-aid.ts'
import { claimQuote } from '../components/quote.ts'
import type { View } from '../components/view.ts'
import { foreign } from '../components/words.ts'
import type { Article, DateNote } from '../core/model/article.ts'
import { buildArchiveLink } from '../core/publish/archive-link.ts'
import { citeArticle } from '../core/publish/cite.ts'
import { cutPoints, isLonger } from '../core/publish/code-points.ts'
import { type ArticleView, articleView } from '../core/publish/view-article.ts'
import { formatDate, formatInstant } from '../core/publish/view-format.ts'
import { articlePage as describeArticle } from '../core/publish/view-jsonld.ts'
import type { Page } from '../layouts/page.ts'

/** Longest title in the breadcrumbs, code points. */
const MOST_IN_CRUMBS = 60
/** Authors named one by one. */
const MOST_AUTHORS = 6
const MOST_COVERAGE = 12

/** The page of an article of someone else: where it is, what it says in figures, what else covers the same. */
export function articlePage(article: Article, view: View): Page {
  const { t, lang, corpus } = view
  const { title } = article
  const path = `articles/${article.id}/`
  const outlet = corpus.source.get(article.sourceId)?.names[lang] ?? article.sourceId
  const description = t('article.description', { outlet, count: article.figures.length })
  const facts = { url: view.absolute(view.href(path)), title, description, lang }
  const shown = articleView(article, corpus)
  const name = cutPoints(title, MOST_IN_CRUMBS)
  return {
    path,
    title,
    description,
    ogTopic: shown.topics[0]?.id,
    ogType: 'article',
    crumbs: [
      { name: t('nav.articles'), path: 'articles/' },
      { name, lang: article.lang === lang ? undefined : article.lang },
    ],
    jsonLd: describeArticle(facts, article, corpus),
    head: headOf(article),
    main: body(article, shown, path, outlet, view),
  }
}

const headOf = ({ id, authors, published, url }: Article): Html =>
  html`${authors.map((author) => html`<meta name="DC.creator" content="${author}" />`)}${published && html`<meta name="DC.date" content="${published}" />`}${url && html`<meta name="DC.source" content="${url}" />`}<link rel="alternate" type="application/json" href="/api/v1/articles/${id}.json" /><link rel="alternate" type="application/ld+json" href="/api/v1/annotations/${id}.json" />`

function body(article: Article, shown: ArticleView, path: string, outlet: string, view: View): Html {
  const { t, lang, corpus } = view
  const revised = article.revisions.length - 1
  const record = {
    id: article.id,
    title: t('article.record', { title: article.title }),
    path,
    date: article.retrievedAt,
    source: citeArticle(article, corpus, lang, t),
  }
  return html`${masthead(article, shown, outlet, view)}
  <div class="columns">
    <div>
      ${shown.claims.length > 0 && section('claims', t('article.claims'), claims(article, shown, view))}
      ${shown.figures.length > 0 && section('figures', t('article.figuresTitle'), figureList(article, shown.quotable, view))}
    </div>
    <div class="side stacked">
      ${shown.coverage.length > 0 && section('coverage', t('article.coverage'), coverage(shown, view))}
      ${shown.entities.length > 0 && section('entities', t('article.entities'), entities(article, shown, view))}
      ${shown.references.length > 0 && section('references', t('article.references'), references(article, shown, view))}
    </div>
  </div>
  ${machineAid(article, view)}
  <p class="note">${t('article.retrieved', { date: formatInstant(article.retrievedAt, lang) })}${revised > 0 && ` ${t('article.revised', { count: revised })}`}</p>
  ${cite(record, view)}`
}

const section = (id: string, title: string, content: Html): Html =>
  html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${content}</section>`

function masthead(article: Article, shown: ArticleView, outlet: string, view: View): Html {
  const { t, lang, href } = view
  const { published, authors } = article
  const other = foreign(article.lang, view)
  const named = authors.slice(0, MOST_AUTHORS).map((author) => html`<bdi${other}>${author}</bdi>`)
  const unnamed = authors.length - named.length
  return html`<header class="article-head">
    ${topicKicker(shown.topics, view)}
    <h1${classes('article-title', isLonger(article.title, 120) && 'long')}${other}><bdi>${article.title}</bdi></h1>
    <p class="byline">
      <a class="outlet" href="${href(`sources/${article.sourceId}/`)}">${outlet}</a>
      ${named.length > 0 ? named : html`<span>${t('article.noAuthor')}</span>`}
      ${unnamed > 0 && html`<span>${t('article.moreAuthors', { count: unnamed })}</span>`}
      ${published ? html`<time datetime="${published}">${formatDate(published, lang)}</time>` : !article.dateNote && html`<span>${t('article.undated')}</span>`}
      <span>${t(`lang.${article.lang}`)}</span>
    </p>
    ${article.dateNote && html`<p class="note">${dateNote(article, article.dateNote, view)}</p>`}${article.url && html`<p><a class="button" href="${article.url}" rel="external">${t('article.original')}</a></p><p class="note"><a href="${buildArchiveLink(article.url, article.retrievedAt)}" rel="external nofollow">${t('article.archived')}</a></p>`}
    ${article.repostOf && html`<p class="notice">${t('article.repostOf')} <bdi>${article.repostOf}</bdi></p>`}
  </header>`
}

/** Why there is no date though one was printed, or what of it is a guess. */
function dateNote({ lang, firstSeenAt }: Article, { reason, asWritten }: DateNote, view: View): Html {
  const { t } = view
  const space = view.lang === 'en' ? ' ' : ''
  const printed = html`${space}<q><bdi${foreign(lang, view)}>${asWritten}</bdi></q>${space}`
  const seen = t('article.firstSeen', { date: formatInstant(firstSeenAt, view.lang) })
  return html`${t('article.datePrinted')}${printed}${t(`article.date.${reason}`)}${reason !== 'two-digit-year' && `${space}${seen}`}`
}

function claims(article: Article, { claims }: ArticleView, view: View): Html {
  const other = foreign(article.lang, view)
  const told = new Set<string>()
  const said = claims.map(
    ({ claim, figure }) =>
      html`${claim.speaker && html`<p class="speaker"><bdi${other}>${claim.speaker}</bdi></p>`}${claimQuote(claim.quote, figure, article, view, told)}`,
  )
  return html`${said}<p class="note">${view.t('article.caps')}</p>`
}

function coverage(shown: ArticleView, view: View): Html {
  const { t, lang, href, corpus } = view
  const twins = shown.coverage.slice(0, MOST_COVERAGE).map(({ article: twin, relation }) => {
    const outlet = corpus.source.get(twin.sourceId)?.names[lang] ?? twin.sourceId
    return html`<li>
      <a href="${href(`articles/${twin.id}/`)}"${foreign(twin.lang, view)}><bdi>${twin.title}</bdi></a>
      <span class="meta"><span class="outlet">${outlet}</span><span>${t(`relation.${relation}`)}</span></span>
    </li>`
  })
  return html`<ul class="coverage">${twins}</ul>`
}

function entities(article: Article, shown: ArticleView, view: View): Html {
  const { lang, href } = view
  const tags = shown.entities.map(({ mention, entity }) =>
    entity
      ? html`<li><a href="${href(`entities/${entity.id}/`)}">${entity.names[lang]}</a></li>`
      : html`<li><bdi class="plain"${foreign(article.lang, view)}>${mention.name}</bdi></li>`,
  )
  return html`<ul class="tags">${tags}</ul>`
}

function references(article: Article, shown: ArticleView, view: View): Html {
  const other = foreign(article.lang, view)
  const links = shown.references.map(({ label, url }) =>
    url
      ? html`<li><a href="${url}" rel="external"><bdi${other}>${label}</bdi></a></li>`
      : html`<li><bdi${other}>${label}</bdi></li>`,
  )
  return html`<ul class="refs">${links}</ul>`
}
