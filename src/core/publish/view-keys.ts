import { hash as hashText } from 'node:crypto'
import type { Article } from '../model/article.ts'
import type { Finding } from '../model/finding.ts'
import type { Corpus } from './view-corpus.ts'
import { comparables } from './view-finding.ts'

/** Digests of everything that a page shows: equal digests, equal page. One function for each of the many kinds. */
export interface PageKeys {
  /** Of what is in every key: salt, registries, sources. */
  shared: string
  article(id: string): string
  figure(id: string): string
  finding(id: string): string
  /** Of a list of lines or entries: what they show of these records, and anything else that is shown. */
  list(records: readonly (Article | Finding)[], more: string): string
}

/**
 * Keys of the pages of single records. `salt` stands for what is no record: code, words and the site's address. The
 * registries and the sources are in every key, for their names stand on every page.
 */
export function pageKeys(corpus: Corpus, salt: string): PageKeys {
  const hashes = new WeakMap<object, string>()
  const hash = (record: object | undefined): string => {
    if (!record) return ''
    let known = hashes.get(record)
    if (known === undefined) {
      known = digest(JSON.stringify(record))
      hashes.set(record, known)
    }
    return known
  }
  const shared = digest([salt, corpus.hasSamples, hash(corpus.registry), hash(corpus.sources)].join())
  const key = (parts: (string | string[])[]) => digest([shared, ...parts.flat()].join())

  const withMembers = (finding: Finding | undefined): string[] => {
    if (!finding) return []
    const articles = new Set(finding.members.map(({ articleId }) => corpus.article.get(articleId)))
    return [hash(finding), ...[...articles].map(hash)]
  }
  const ofArticle = (article: Article): string[] => {
    const findings = new Set(article.figures.map(({ id }) => corpus.findingOfFigure.get(id)))
    const story = corpus.storyOfArticle.get(article.id)
    const coverage = (story?.members ?? []).map(({ articleId }) => hash(corpus.article.get(articleId)))
    const aid = corpus.aid.get(article.id)
    const linked = (aid?.links ?? []).flatMap(({ findingId }) => withMembers(corpus.finding.get(findingId)))
    return [
      hash(article),
      hash(aid),
      hash(story),
      ...coverage,
      ...linked,
      ...[...findings].flatMap(withMembers),
    ]
  }
  const lines = new WeakMap<object, string>()
  const line = (record: Article | Finding): string => {
    if (!('members' in record)) return hash(record)
    const known = lines.get(record) ?? digest(withMembers(record).join())
    lines.set(record, known)
    return known
  }
  return {
    shared,
    list: (records, more) => key([more, records.map(line)]),
    article: (id) => key([ofArticle(corpus.article.get(id)!)]),
    figure: (id) =>
      key([hash(corpus.figure.get(id)!.article), id, withMembers(corpus.findingOfFigure.get(id))]),
    finding(id) {
      const finding = corpus.finding.get(id)!
      const later = finding.supersededBy ? corpus.finding.get(finding.supersededBy) : undefined
      return key([
        withMembers(finding),
        withMembers(later),
        comparables(finding, corpus).flatMap(withMembers),
      ])
    },
  }
}

const digest = (text: string) => hashText('sha1', text, 'base64url').slice(0, 16)
