import { RIGHTS } from './api.ts'
import type { FeedSite } from './feed-model.ts'

/** llms.txt: what is here, where it is, and how to quote it, for programs that read text. */
export function buildLlmsText(counts: Record<string, number>, { origin }: FeedSite, changed: string): string {
  return `# Redline

> Figures about the risks of AI, from outlets in English, Simplified and Traditional Chinese, each with the publisher's exact words, joined across outlets and languages and set beside the source that produced them.

${counts['findings']} findings, ${counts['figures']} figures, ${counts['articles']} articles, ${counts['sources']} sources. Last change ${changed.slice(0, 10)}.

Cite the producer of a figure first, then Redline. Quote only the words given as quotes: they are verbatim. Titles, comparisons and labels are ours and state no verdict. ${RIGHTS}

## Records

- [Index with counts and links](${origin}/api/v1/index.json)
- [Findings](${origin}/api/v1/findings/page-1.json): each with all its appearances, quotes and citations
- [Articles](${origin}/api/v1/articles/page-1.json): without their text
- [Data package](${origin}/data/datapackage.json): CSV and JSON Lines with their columns and hashes
- [What the files mean](${origin}/data/README.md)

## Pages

- [English](${origin}/en/)
- [简体中文](${origin}/zh-hans/)
- [繁體中文](${origin}/zh-hant/)
- [Methods](${origin}/en/methods/)
- [Feeds](${origin}/feeds.opml)
`
}

/** README.md of the data folder. */
export function buildDataReadme({ origin }: FeedSite, changed: string): string {
  return `# Redline data

Version of the form: 1. Records as of ${changed}. The same records give the same bytes.

| file | what |
| --- | --- |
| findings, appearances, figures, articles, sources (.csv, .jsonl) | one row a record; columns in datapackage.json and csv-metadata.json |
| datapackage.json | Data Package v2, Table Schema, sizes, SHA-256 |
| csv-metadata.json | CSV on the Web |
| schemas/*.schema.json | JSON Schema 2020-12 of the objects below /api/v1/ |

- **Places** (start, end) count Unicode code points in the text that we read, whose SHA-256 the article carries. They are empty where that text is no longer held.
- **CSV** is UTF-8, RFC 4180. Line breaks in a cell become spaces, and text that a spreadsheet would run as a formula has an apostrophe before it. JSON Lines carry the text unchanged.
- **Dates** of articles are no more precise than their source gave them. \`percent\` holds the number before the sign.
- **Quotes** are verbatim, in the script they were published in: at most 300 Latin or 120 Chinese characters, three of an article and a tenth of it, fewer where a publisher asks. Full texts are not published.
- **Status and comparison** describe what texts say beside each other. They are no verdict.

Rights: ${RIGHTS}
Cite: Redline, records as of ${changed.slice(0, 10)}. ${origin}/
`
}
