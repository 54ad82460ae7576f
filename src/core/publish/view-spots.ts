import type { Finding } from '../model/finding.ts'
import { LANGS, type Lang } from '../model/lang.ts'
import type { Corpus } from './view-corpus.ts'

/** Findings that readers of one language have not been told, by who else has. */
export interface BlindSpots {
  lang: Lang
  findings: Finding[]
}

/** For each language, findings that at least one other language carries and it does not; the most widely carried first. */
export function blindSpots(corpus: Corpus): BlindSpots[] {
  return LANGS.map((lang) => ({
    lang,
    findings: corpus.findings
      .filter((finding) => !finding.langs.includes(lang) && finding.independentSources > 1)
      .sort((a, b) => b.independentSources - a.independentSources),
  }))
}

/** How many findings each language carries, and how many all three do. */
export function coverage(corpus: Corpus): {
  byLang: { lang: Lang; count: number }[]
  all: number
  total: number
} {
  const count = (lang: Lang) => corpus.findings.filter((finding) => finding.langs.includes(lang)).length
  return {
    byLang: LANGS.map((lang) => ({ lang, count: count(lang) })),
    all: corpus.findings.filter((finding) => finding.langs.length === LANGS.length).length,
    total: corpus.findings.length,
  }
}
