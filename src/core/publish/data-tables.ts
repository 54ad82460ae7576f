import type { Article } from '../model/article.ts'
import type { Finding, FindingMember } from '../model/finding.ts'
import type { Source } from '../model/source.ts'
import { column, type Table } from './data-table.ts'
import type { PublishedArticle, PublishedFigure } from './published-article.ts'

export interface FindingRow {
  finding: Finding
  title: string
  url: string
}

export const FINDINGS: Table<FindingRow> = {
  name: 'findings',
  title: 'Findings',
  description: 'Figures of different articles that state the same result, one line each.',
  primaryKey: ['id'],
  foreignKeys: [{ field: 'superseded_by', table: 'findings' }],
  columns: [
    column('id', 'string', 'Stable id.', ({ finding }) => finding.id, true),
    column('title', 'string', 'What it says, in English words of ours.', ({ title }) => title, true),
    column(
      'value',
      'number',
      'The value; the lower end of a range; of words that tell a size and no number (数百, tens of thousands) the least that they may mean.',
      ({ finding }) => finding.value,
      true,
    ),
    column('max_value', 'number', 'Upper end of a range.', ({ finding }) => finding.maxValue),
    column(
      'unit',
      'string',
      'Kind of quantity; percent holds the number before the sign.',
      ({ finding }) => finding.unit,
      true,
    ),
    column(
      'unit_detail',
      'string',
      'Thing counted, ISO 4217 currency, or unit of time.',
      ({ finding }) => finding.unitDetail,
    ),
    column(
      'qualifier',
      'string',
      'How the words around it bound the value.',
      ({ finding }) => finding.qualifier,
      true,
    ),
    column(
      'subject',
      'string',
      'Who or what it is about, as the leading text wrote it.',
      ({ finding }) => finding.subject,
    ),
    column(
      'subject_id',
      'string',
      'The subject in our registry of entities.',
      ({ finding }) => finding.subjectId,
    ),
    column(
      'metric',
      'string',
      'What is measured, as the leading text wrote it.',
      ({ finding }) => finding.metric,
    ),
    column('metric_id', 'string', 'The metric in our registry.', ({ finding }) => finding.metricId),
    column(
      'condition',
      'string',
      'The setting that limits the value, as written.',
      ({ finding }) => finding.condition,
    ),
    column('topics', 'list', 'Ids of topics.', ({ finding }) => finding.topics),
    column(
      'languages',
      'list',
      'Languages that carry it, as BCP 47 tags.',
      ({ finding }) => finding.langs,
      true,
    ),
    column(
      'appearances',
      'integer',
      'Number of figures joined in it.',
      ({ finding }) => finding.members.length,
      true,
    ),
    column(
      'independent_sources',
      'integer',
      'Outlets after reposts and copies count as one.',
      ({ finding }) => finding.independentSources,
      true,
    ),
    column(
      'status',
      'string',
      'single, corroborated or disputed; a description, no verdict.',
      ({ finding }) => finding.status,
      true,
    ),
    column(
      'primary_article_id',
      'string',
      'Article of the source that produced the figure, when held.',
      ({ finding }) => finding.primary?.articleId,
    ),
    column(
      'superseded_by',
      'string',
      'Finding with a later figure of the same producer.',
      ({ finding }) => finding.supersededBy,
    ),
    column(
      'updated_at',
      'datetime',
      'When its members or comparison last changed.',
      ({ finding }) => finding.updatedAt,
      true,
    ),
    column('url', 'url', 'Its page in the English edition.', ({ url }) => url, true),
  ],
}

export interface AppearanceRow {
  finding: Finding
  member: FindingMember
}

export const APPEARANCES: Table<AppearanceRow> = {
  name: 'appearances',
  title: 'Appearances',
  description:
    'One line for each figure that belongs to a finding, with why it belongs there and what comparing it showed.',
  primaryKey: ['finding_id', 'figure_id'],
  foreignKeys: [
    { field: 'finding_id', table: 'findings' },
    { field: 'article_id', table: 'articles' },
  ],
  columns: [
    column('finding_id', 'string', 'The finding.', ({ finding }) => finding.id, true),
    column('figure_id', 'string', 'The figure.', ({ member }) => member.figureId, true),
    column('article_id', 'string', 'The article it stands in.', ({ member }) => member.articleId, true),
    column('source_id', 'string', 'The source of the article.', ({ member }) => member.sourceId, true),
    column(
      'language',
      'string',
      'Language of the article, as BCP 47 tag.',
      ({ member }) => member.lang,
      true,
    ),
    column(
      'published',
      'date',
      'Date of the article, no more precise than its source.',
      ({ member }) => member.published,
    ),
    column(
      'first_seen_at',
      'datetime',
      'When we first saw the article.',
      ({ member }) => member.firstSeenAt,
      true,
    ),
    column(
      'relation',
      'string',
      'equal, complement, compatible or variant.',
      ({ member }) => member.relation,
      true,
    ),
    column(
      'comparison',
      'string',
      'What comparing it with the primary source showed.',
      ({ member }) => member.comparison,
      true,
    ),
    column(
      'is_primary',
      'boolean',
      'Whether it is the primary source’s own figure.',
      ({ finding, member }) => member.figureId === finding.primary?.figureId,
      true,
    ),
    column('reasons', 'list', 'Why it was joined.', ({ member }) =>
      member.reasons.map((reason) => reason.replace(/;/g, ',')),
    ),
  ],
}

export interface FigureRow {
  published: PublishedArticle
  item: PublishedFigure
  findingId: string | undefined
}

export const FIGURES: Table<FigureRow> = {
  name: 'figures',
  title: 'Figures',
  description:
    'Every quantity as printed and as a number. Places are offsets in Unicode code points into the text that we read; empty where that text is no longer held.',
  primaryKey: ['id'],
  foreignKeys: [
    { field: 'article_id', table: 'articles' },
    { field: 'finding_id', table: 'findings' },
  ],
  columns: [
    column('id', 'string', 'Stable id.', ({ item }) => item.figure.id, true),
    column('article_id', 'string', 'The article it stands in.', ({ item }) => item.figure.articleId, true),
    column('finding_id', 'string', 'The finding it belongs to.', ({ findingId }) => findingId),
    column(
      'as_written',
      'string',
      'The quantity exactly as printed.',
      ({ item }) => item.figure.asWritten,
      true,
    ),
    column('start', 'integer', 'Code points before it in the text.', ({ item }) => item.printed.start),
    column('end', 'integer', 'Code points up to its end.', ({ item }) => item.printed.end),
    column('value', 'number', 'Its value; the lower end of a range.', ({ item }) => item.figure.value, true),
    column('max_value', 'number', 'Upper end of a range.', ({ item }) => item.figure.maxValue),
    column('unit', 'string', 'Kind of quantity.', ({ item }) => item.figure.unit, true),
    column(
      'unit_detail',
      'string',
      'Thing counted, ISO 4217 currency, or unit of time.',
      ({ item }) => item.figure.unitDetail,
    ),
    column(
      'qualifier',
      'string',
      'How the words around it bound the value.',
      ({ item }) => item.figure.qualifier,
      true,
    ),
    column('subject', 'string', 'Who or what it is about, as written.', ({ item }) => item.figure.subject),
    column(
      'subject_id',
      'string',
      'The subject in our registry of entities.',
      ({ item }) => item.figure.subjectId,
    ),
    column('metric', 'string', 'What is measured, as written.', ({ item }) => item.figure.metric),
    column('metric_id', 'string', 'The metric in our registry.', ({ item }) => item.figure.metricId),
    column(
      'condition',
      'string',
      'The setting that limits the value, as written.',
      ({ item }) => item.figure.condition,
    ),
    column(
      'speaker',
      'string',
      'Who asserts it, as written; empty for the text’s own author.',
      ({ item }) => item.figure.speaker,
    ),
    column(
      'polarity',
      'string',
      'asserted, denied or hypothetical.',
      ({ item }) => item.figure.polarity,
      true,
    ),
    column('tense', 'string', 'observed or forecast.', ({ item }) => item.figure.tense, true),
    column('change', 'string', 'by, to or from, for changes.', ({ item }) => item.figure.change),
    column(
      'language',
      'string',
      'Language of the article, as BCP 47 tag.',
      ({ published }) => published.article.lang,
      true,
    ),
    column(
      'quote',
      'string',
      'The sentence, verbatim and within our caps; rights stay with the source. Empty where the caps leave no room.',
      ({ item }) => item.sentence?.exact,
    ),
    column('url', 'url', 'Address of the article.', ({ published }) => published.article.url),
  ],
}

export interface ArticleRow {
  article: Article
}

export const ARTICLES: Table<ArticleRow> = {
  name: 'articles',
  title: 'Articles',
  description: 'Coverage that we read, without its text.',
  primaryKey: ['id'],
  foreignKeys: [{ field: 'source_id', table: 'sources' }],
  columns: [
    column('id', 'string', 'Stable id.', ({ article }) => article.id, true),
    column('source_id', 'string', 'The source.', ({ article }) => article.sourceId, true),
    column('type', 'string', 'schema.org type.', ({ article }) => article.type, true),
    column('title', 'string', 'As printed.', ({ article }) => article.title, true),
    column('authors', 'list', 'As printed.', ({ article }) =>
      article.authors.map((name) => name.replace(/;/g, ',')),
    ),
    column('language', 'string', 'Of the text itself, as BCP 47 tag.', ({ article }) => article.lang, true),
    column('published', 'date', 'No more precise than its source.', ({ article }) => article.published),
    column('first_seen_at', 'datetime', 'When we first saw it.', ({ article }) => article.firstSeenAt, true),
    column(
      'retrieved_at',
      'datetime',
      'When the current text was read.',
      ({ article }) => article.retrievedAt,
      true,
    ),
    column('url', 'url', 'Canonical address.', ({ article }) => article.url),
    column('arxiv', 'string', 'arXiv id without version.', ({ article }) => article.arxiv?.id),
    column('topics', 'list', 'Ids of topics.', ({ article }) => article.topics),
    column('figures', 'integer', 'Number of figures in it.', ({ article }) => article.figures.length, true),
    column(
      'revisions',
      'integer',
      'Versions of its text that we saw.',
      ({ article }) => article.revisions.length,
      true,
    ),
    column(
      'text_sha256',
      'string',
      'SHA-256 of the text that the places count in.',
      ({ article }) => article.textHash,
      true,
    ),
    column('text_length', 'integer', 'Its length in code points.', ({ article }) => article.textLength, true),
    column('sample', 'boolean', 'Written by us for demonstration.', ({ article }) => article.sample, true),
  ],
}

export const SOURCES: Table<Source> = {
  name: 'sources',
  title: 'Sources',
  description: 'Where we collect from.',
  primaryKey: ['id'],
  foreignKeys: [],
  columns: [
    column('id', 'string', 'Stable id.', ({ id }) => id, true),
    column('name_en', 'string', 'Name in English.', ({ names }) => names.en, true),
    column('name_zh_hans', 'string', 'Name in Simplified Chinese.', ({ names }) => names['zh-Hans'], true),
    column('name_zh_hant', 'string', 'Name in Traditional Chinese.', ({ names }) => names['zh-Hant'], true),
    column('language', 'string', 'Language it publishes in, as BCP 47 tag.', ({ lang }) => lang, true),
    column('region', 'string', 'ISO 3166-1 alpha-2, or INT.', ({ region }) => region, true),
    column('kind', 'string', 'press, lab, institute, forum and so on.', ({ kind }) => kind, true),
    column('tier', 'string', 'primary, press, aggregator or self-media.', ({ tier }) => tier, true),
    column('homepage', 'url', 'Where people read it.', ({ homepage }) => homepage),
    column('url', 'url', 'What is collected.', ({ url }) => url, true),
  ],
}
