import type { Article } from '../model/article.ts'
import type { Registry } from '../model/registry.ts'
import { ALIGNED_POINTS, alignFigures } from './align.ts'
import { Blocks, Graph, updateGraph } from './blocks.ts'
import { type Evidence, weigh } from './evidence.ts'
import { hashText } from './hash.ts'
import { copyKeys, figureKeys, markKeys } from './keys.ts'
import { buildLexicon, type Lexicon } from './lexicon.ts'
import { type ArticleNode, buildArticleNode, type FigureNode } from './nodes.ts'
import { isPrimaryFigure, measuredKeys } from './primary.ts'
import { relateAcross, relateTexts, type TextRelation } from './texts.ts'

/** Partners on each side that a figure, or an article, is compared with in a block. */
const FIGURE_WINDOW = 8
const ARTICLE_WINDOW = 6

/** How a figure edge came about; `aligned` is the same place in two versions of one text. */
export interface FigureLink extends Evidence {
  via: 'evidence' | 'aligned'
}

/** Nodes whose links changed, or that are new. */
export interface Touched {
  articles: Set<ArticleNode>
  figures: Set<FigureNode>
  /** Articles that were taken out or replaced. */
  removed: ArticleNode[]
  /** Ids of figures and of articles that are no longer there. */
  lost: string[]
  lostArticles: string[]
}

/**
 * The links between all articles and all figures, kept up to date article by article. It holds what pairs show, and
 * nothing that depends on the order of adding; stories and findings are read off it.
 */
export class LinkIndex {
  readonly lexicon: Lexicon
  readonly isPrimary: (article: Article) => boolean
  readonly articles = new Map<string, ArticleNode>()
  readonly figures = new Map<string, FigureNode>()
  readonly texts = new Graph<ArticleNode, TextRelation>()
  readonly likeness = new Graph<FigureNode, FigureLink>()
  readonly #copyBlocks = new Blocks<ArticleNode>(copyKeys, orderArticles)
  readonly #markBlocks = new Blocks<ArticleNode>(markKeys, orderArticles)
  readonly #figureBlocks: Blocks<FigureNode>
  readonly #citing = new Blocks<ArticleNode>((node) => node.cited.map((key) => hashText(key)))
  readonly #measured: Blocks<FigureNode>
  readonly #owning = new Blocks<ArticleNode>((node) => node.own.map((key) => hashText(key)))

  constructor(registry: Registry, isPrimary: (article: Article) => boolean) {
    this.lexicon = buildLexicon(registry)
    this.isPrimary = isPrimary
    this.#figureBlocks = new Blocks((node) => figureKeys(node, this.lexicon), orderFigures)
    this.#measured = new Blocks((node) => (isPrimaryFigure(node, this) ? measuredKeys(node) : []))
  }

  /** Brings the index to exactly these articles; an article that is the same object as before is not looked at. */
  update(articles: Article[], texts: ReadonlyMap<string, string>): Touched {
    const kept = new Set(articles.map(({ id }) => id))
    const isStale = ({ article }: ArticleNode) => !kept.has(article.id) || !same.has(article)
    const same = new Set(articles)
    const removed = [...this.articles.values()].filter(isStale)
    const added = articles
      .filter((article) => this.articles.get(article.id)?.article !== article)
      .map((article) => buildArticleNode(article, this.lexicon, texts.get(article.textHash)))
    const touched: Touched = {
      articles: new Set(added),
      figures: new Set(figuresOf(added)),
      removed,
      lost: [],
      lostArticles: [],
    }
    this.#register(added, removed, touched)
    this.#citing.update(added, removed)
    this.#owning.update(added, removed)
    this.#measured.update(figuresOf(added), figuresOf(removed))
    this.#updateLikeness(added, removed, touched)
    this.#updateTexts(added, removed, touched)
    for (const node of removed) {
      touched.articles.delete(node)
      for (const figure of node.figures) touched.figures.delete(figure)
    }
    return touched
  }

  #register(added: ArticleNode[], removed: ArticleNode[], touched: Touched): void {
    for (const node of removed) {
      this.articles.delete(node.article.id)
      for (const { figure } of node.figures) this.figures.delete(figure.id)
    }
    for (const node of added) {
      this.articles.set(node.article.id, node)
      for (const figure of node.figures) this.figures.set(figure.figure.id, figure)
    }
    for (const node of removed) {
      if (!this.articles.has(node.article.id)) touched.lostArticles.push(node.article.id)
      for (const { figure } of node.figures) if (!this.figures.has(figure.id)) touched.lost.push(figure.id)
    }
  }

  /** Articles held that are the work of one of these keys. */
  findOwners(keys: string[]): ArticleNode[] {
    return [...new Set(keys.flatMap((key) => this.#owning.members(hashText(key)) as ArticleNode[]))]
  }

  /** Articles held that point to one of these works. */
  findCiting(keys: string[]): ArticleNode[] {
    return [...new Set(keys.flatMap((key) => this.#citing.members(hashText(key)) as ArticleNode[]))]
  }

  /** Other figures of primary sources for the same subject and metric. */
  findMeasured(node: FigureNode): FigureNode[] {
    return measuredKeys(node).flatMap((key) => this.#measured.members(key).filter((other) => other !== node))
  }

  #updateLikeness(added: ArticleNode[], removed: ArticleNode[], touched: Touched): void {
    const comparing = {
      blocks: this.#figureBlocks,
      graph: this.likeness,
      window: FIGURE_WINDOW,
      compare: (a: FigureNode, b: FigureNode): FigureLink | undefined => {
        const evidence = weigh(a, b, this.lexicon)
        return evidence && { ...evidence, via: 'evidence' }
      },
    }
    const pairs = updateGraph(comparing, new Set(figuresOf(added)), figuresOf(removed))
    for (const node of pairs.flat()) touched.figures.add(node)
  }

  #updateTexts(added: ArticleNode[], removed: ArticleNode[], touched: Touched): void {
    const shared = { graph: this.texts, window: ARTICLE_WINDOW }
    const fresh = new Set(added)
    const pairs = [
      ...updateGraph({ ...shared, blocks: this.#copyBlocks, compare: remember(relateTexts) }, fresh, removed),
      ...updateGraph(
        { ...shared, blocks: this.#markBlocks, compare: remember(relateAcross) },
        fresh,
        removed,
      ),
    ]
    const changed = new Map<string, [ArticleNode, ArticleNode]>()
    for (const [a, b] of pairs) changed.set(`${a.article.id} ${b.article.id}`, [a, b])
    // Removed nodes share their id with what replaced them, so their pairs are cleared before new ones are aligned.
    for (const [name, [a, b]] of changed) {
      touched.articles.add(a).add(b)
      const current = [this.articles.get(a.article.id), this.articles.get(b.article.id)] as const
      this.#align(name, current[0], current[1], touched)
    }
  }

  #align(name: string, a: ArticleNode | undefined, b: ArticleNode | undefined, touched: Touched): void {
    const isLinked = a && b && this.texts.find(a, b)
    const edges = isLinked
      ? alignFigures(a, b, this.lexicon).map(([first, second]) => ({
          a: first,
          b: second,
          value: { relation: 'equal', points: ALIGNED_POINTS, via: 'aligned' } satisfies FigureLink,
        }))
      : []
    const changed = this.likeness.replace(name, edges)
    // Where a figure is joined may depend on the place of its neighbours.
    const around = changed.length > 0 ? [...(a?.figures ?? []), ...(b?.figures ?? [])] : []
    for (const node of [...changed.flat(), ...around]) touched.figures.add(node)
  }
}

/** Two articles meet in many blocks; once is enough to compare them. */
function remember<N, E>(compare: (a: N, b: N) => E | undefined): (a: N, b: N) => E | undefined {
  const known = new Map<N, Map<N, E | undefined>>()
  return (a, b) => {
    let results = known.get(a)
    if (!results) known.set(a, (results = new Map()))
    if (!results.has(b)) results.set(b, compare(a, b))
    return results.get(b)
  }
}

const figuresOf = (nodes: ArticleNode[]) => nodes.flatMap(({ figures }) => figures)

/** Like figures stand beside each other: by subject, metric and time. */
function orderFigures(a: FigureNode, b: FigureNode): number {
  return (
    compareText(a.subject?.id ?? a.subject?.name ?? '~', b.subject?.id ?? b.subject?.name ?? '~') ||
    compareText(a.metricId ?? '~', b.metricId ?? '~') ||
    orderArticles(a.of, b.of) ||
    a.order - b.order
  )
}

/** Earliest first; the order in which a text can stem from another. */
export function orderArticles(a: ArticleNode, b: ArticleNode): number {
  return (
    (a.date ?? LATE) - (b.date ?? LATE) ||
    compareText(a.article.firstSeenAt, b.article.firstSeenAt) ||
    compareText(a.article.id, b.article.id)
  )
}

/** Undated articles come last. */
const LATE = Number.MAX_SAFE_INTEGER

const compareText = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1)
