import type { Command } from 'commander'
import { findQuote } from '../core/cluster/anchor.ts'
import { buildHistory, type FindingHistory } from '../core/cluster/history.ts'
import type { Article } from '../core/model/article.ts'
import type { Figure } from '../core/model/figure.ts'
import type { Finding, FindingMember } from '../core/model/finding.ts'
import { buildArchiveLink } from '../core/publish/archive-link.ts'
import type { Store } from '../store/store.ts'
import { findText } from '../store/texts.ts'
import { type Context, type DataOptions, EXIT, openContext } from './context.ts'

/** `redline why`: what a finding is made of, and why. */
export function register(program: Command): void {
  program
    .command('why')
    .description('say why figures are one finding: members, reasons, comparison with the primary, history')
    .argument('<finding>', 'id of a finding; `redline findings` lists them')
    .option('--data <dir>', 'data folder of your own')
    .option('--sample', 'the sample press’s records')
    .addHelpText('after', '\nExample:\n  redline why 0c5a2f9e31b7d684 --sample\n')
    .action(async (id: string, options: DataOptions) => {
      const context = openContext(options)
      try {
        const found = await findFinding(id, context.store)
        if (typeof found === 'string') {
          process.exitCode = EXIT.someFailed
          process.stderr.write(`${found}\n`)
        } else process.stdout.write(`${await explain(found, context)}\n`)
      } finally {
        await context.close()
      }
    })
}

/** The finding of that id, or where the id leads now, or why there is none. */
async function findFinding(id: string, store: Store): Promise<Finding | string> {
  const finding = await store.read('findings', id)
  if (finding) return finding
  const redirect = await store.read('redirects', id)
  const [only, ...others] = redirect?.to ?? []
  if (only !== undefined && others.length === 0) {
    const target = await store.read('findings', only)
    if (target) return target
  }
  if (redirect)
    return `${id} was ${redirect.reason} on ${redirect.at}; see ${redirect.to.join(', ') || 'nothing'}`
  return `no finding ${id} is held; \`redline findings\` lists them`
}

async function explain(finding: Finding, { store, cache }: Context): Promise<string> {
  const articles = new Map<string, Article>()
  const texts = new Map<string, string>()
  for (const id of new Set([
    ...finding.members.map(({ articleId }) => articleId),
    finding.primary?.articleId,
  ]))
    if (id !== undefined) await hold(id, articles, store)
  for (const { id, textHash } of articles.values()) {
    const text = await findText(cache, textHash, () => undefined)
    if (text !== undefined) texts.set(id, text)
  }
  return [
    ...heading(finding),
    '',
    'Members, earliest first:',
    ...finding.members.flatMap((member) =>
      describeMember(member, finding, articles, texts.get(member.articleId)),
    ),
    '',
    'History:',
    ...describeHistory(buildHistory(finding, articles), articles),
  ].join('\n')
}

async function hold(id: string, articles: Map<string, Article>, store: Store): Promise<void> {
  const article = await store.read('articles', id)
  if (article) articles.set(id, article)
}

function heading(finding: Finding): string[] {
  const { value, maxValue, unit, unitDetail, subject, metric, condition } = finding
  const amount = `${value}${maxValue === undefined ? '' : ` to ${maxValue}`} ${unitDetail ?? unit}`
  const about = [subject, metric, condition && `(${condition})`].filter(Boolean).join(' · ')
  const sources =
    finding.independentSources === 1
      ? '1 independent source'
      : `${finding.independentSources} independent sources`
  return [
    `${finding.id}  ${amount}${about ? ` · ${about}` : ''}`,
    `${finding.status}, ${sources}, in ${finding.langs.join(', ')}`,
  ]
}

/** What each result of a comparison promises, in words; docs/findings.md says more. */
const SAYS: Record<FindingMember['comparison'], string> = {
  same: 'the primary source says the same',
  'different-value': 'the primary source has another value',
  'different-subject': 'the primary source says it of something else',
  'condition-dropped': 'the primary source adds a condition',
  superseded: 'the primary source has replaced it',
  'not-in-held-part': 'not in the part of the primary source that we hold',
  'not-checked': 'not compared with a primary source',
}

function describeMember(
  member: FindingMember,
  finding: Finding,
  articles: Map<string, Article>,
  text: string | undefined,
): string[] {
  const article = articles.get(member.articleId)
  const figure = findFigure(member.figureId, article)
  const isPrimary = member.articleId === finding.primary?.articleId
  const isGone = text !== undefined && figure !== undefined && !findQuote(text, figure.quote)
  const primary = [...articles.values()]
    .flatMap(({ figures }) => figures)
    .find(({ id }) => id === member.primaryFigureId)
  const quote = figure
    ? `“${oneLine(figure.quote.exact)}”${isGone ? ' (no longer at source)' : ''}`
    : 'no longer at source'
  return [
    `  ${figure?.asWritten ?? '?'}  ${member.sourceId}, ${member.published ?? `undated, seen ${member.firstSeenAt}`}, ${member.lang}${isPrimary ? ', primary source' : ''}`,
    `    ${quote}`,
    `    ${[article?.url ?? article?.file ?? member.articleId, `figure ${member.figureId}`].join('  ')}`,
    ...(article?.url ? [`    archived: ${buildArchiveLink(article.url, article.retrievedAt)}`] : []),
    `    why: ${[member.relation, ...member.reasons].join('; ')}`,
    ...(isPrimary ? [] : [`    compared: ${member.comparison}: ${SAYS[member.comparison]}`]),
    ...(primary && !isPrimary ? [`    primary: “${oneLine(primary.quote.exact)}”`] : []),
  ]
}

const findFigure = (id: string, article: Article | undefined): Figure | undefined =>
  article?.figures.find((figure) => figure.id === id)

const oneLine = (text: string) => text.replace(/\s+/g, ' ')

function describeHistory(history: FindingHistory, articles: Map<string, Article>): string[] {
  const name = (id: string) => `${articles.get(id)?.sourceId ?? '?'} (${articles.get(id)?.title ?? id})`
  const { firstPublished, firstSeen } = history
  return [
    ...(firstPublished ? [`first published ${firstPublished.on} by ${name(firstPublished.articleId)}`] : []),
    `first seen ${firstSeen.at} at ${name(firstSeen.articleId)}`,
    ...history.spread.map(({ on, sourceIds }) => `${on}: ${sourceIds.join(', ')}`),
    ...history.lags.map(({ lang, days }) => `in ${lang} ${days} ${days === 1 ? 'day' : 'days'} later`),
    ...(history.blindSpots.length > 0 ? [`not in ${history.blindSpots.join(', ')}`] : []),
    ...history.versions.map(({ arxivId, version }) => `arXiv:${arxivId} in version ${version}`),
    ...history.revisions.map(
      ({ articleId, at, appeared, vanished }) =>
        `${at} ${name(articleId)} changed: ${[...appeared.map((words) => `+${words}`), ...vanished.map((words) => `-${words}`)].join(' ')}`,
    ),
    ...(history.supersededBy === undefined ? [] : [`superseded by ${history.supersededBy}`]),
    ...(history.undated.length > 0 ? [`${history.undated.length} without a usable date`] : []),
  ].map((line) => `  ${line}`)
}
