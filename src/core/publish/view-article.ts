import type { Aid } from '../model/aid.ts'
import type { Article } from '../model/article.ts'
import type { Claim } from '../model/claim.ts'
import type { Entity, EntityMention } from '../model/entity.ts'
import type { Figure } from '../model/figure.ts'
import type { Finding } from '../model/finding.ts'
import type { Lang } from '../model/lang.ts'
import type { Quote } from '../model/quote.ts'
import type { Reference } from '../model/reference.ts'
import type { Story } from '../model/story.ts'
import type { Topic } from '../model/vocabulary.ts'
import type { Corpus } from './view-corpus.ts'
import { chooseQuotes } from './view-quote.ts'

type Relation = Story['members'][number]['relation']

/** What the page of an article shows. */
export interface ArticleView {
  topics: Topic[]
  /** Claims that may be quoted, with the figure to underline. */
  claims: { claim: Claim; figure?: Figure }[]
  figures: Figure[]
  /** Those whose sentence the caps on quotes leave room for beside the claims; each sentence once. */
  quotable: Set<Figure>
  findings: Finding[]
  /** Other coverage of the same story. */
  coverage: { article: Article; relation: Relation }[]
  entities: { mention: EntityMention; entity?: Entity | undefined }[]
  references: { label: string; url: string | undefined }[]
}

/** What a language model proposed, as one edition shows it below its label. */
export interface MachineView {
  model: string
  title: string | undefined
  summary: string | undefined
  /** As many as the caps on quotes leave room for beside those that the rules chose. */
  quotes: Quote[]
  findings: Finding[]
}

/** Undefined where there is nothing to show in this edition. */
export function machineView(article: Article, corpus: Corpus, lang: Lang): MachineView | undefined {
  const aid = corpus.aid.get(article.id)
  if (!aid) return undefined
  const view: MachineView = {
    model: aid.model,
    title: aid.titles[lang],
    summary: aid.summary?.[lang],
    quotes: machineQuotes(aid, article),
    findings: [...new Set(aid.links.flatMap(({ findingId }) => corpus.finding.get(findingId) ?? []))],
  }
  const isEmpty = !view.title && !view.summary && view.quotes.length + view.findings.length === 0
  return isEmpty ? undefined : view
}

function machineQuotes(aid: Aid, article: Article): Quote[] {
  const chosen = chooseQuotes<{ quote: Quote }>([...article.claims, ...aid.claims], article)
  return aid.claims.filter((claim) => chosen.has(claim)).map(({ quote }) => quote)
}

/** What the page of an article shows. */
export function articleView(article: Article, corpus: Corpus): ArticleView {
  const chosen = chooseQuotes(article.claims, article)
  const claims = article.claims.filter((claim) => chosen.has(claim))
  const figures = new Map(article.figures.map((figure) => [figure.id, figure]))
  const found = article.figures.flatMap((figure) => corpus.findingOfFigure.get(figure.id) ?? [])
  return {
    topics: article.topics.flatMap((id) => corpus.topic.get(id) ?? []),
    claims: claims.map((claim) => withFigure(claim, figures)),
    figures: article.figures,
    quotable: quotableFigures(claims, article),
    findings: [...new Set(found)],
    coverage: coverage(article, corpus),
    entities: article.entities.map((mention) => ({
      mention,
      entity: mention.entityId ? corpus.entity.get(mention.entityId) : undefined,
    })),
    references: article.references.map((reference) => ({
      label: reference.label ?? reference.id,
      url: referenceUrl(reference),
    })),
  }
}

function quotableFigures(claims: Claim[], article: Article): Set<Figure> {
  const chosen = chooseQuotes<{ quote: Quote }>([...claims, ...article.figures], article)
  const told = new Set(claims.map(({ quote }) => quote.exact))
  return new Set(
    article.figures.filter((figure) => {
      const isNew = chosen.has(figure) && !told.has(figure.quote.exact)
      told.add(figure.quote.exact)
      return isNew
    }),
  )
}

/** The claim's first figure, where it lies in the very sentence that the claim quotes. */
function withFigure(claim: Claim, figures: Map<string, Figure>): { claim: Claim; figure?: Figure } {
  const figure = claim.figureIds.map((id) => figures.get(id)).find((one) => one !== undefined)
  return figure && figure.quote.exact === claim.quote.exact ? { claim, figure } : { claim }
}

function coverage(article: Article, corpus: Corpus): ArticleView['coverage'] {
  const story = corpus.storyOfArticle.get(article.id)
  return (story?.members ?? []).flatMap(({ articleId, relation }) => {
    const twin = corpus.article.get(articleId)
    return twin && twin.id !== article.id ? [{ article: twin, relation }] : []
  })
}

/** Address of a reference; undefined when it is not one that a browser should open. */
function referenceUrl({ kind, id }: Reference): string | undefined {
  if (kind === 'arxiv') return `https://arxiv.org/abs/${encodeURI(id)}`
  if (kind === 'doi') return `https://doi.org/${encodeURI(id)}`
  return /^https?:\/\//.test(id) ? id : undefined
}
