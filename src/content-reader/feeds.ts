import type { Lang } from '../core/model/lang.ts'
import { composeIssues, type DigestIssue, type FeedListing, listFeeds } from '../core/publish/feed-list.ts'
import type { FeedSite } from '../core/publish/feed-model.ts'
import { EDITIONS, translator } from '../i18n/index.ts'
import { readContent } from './index.ts'

/** Address of the site and its editions, as feeds need them. */
export const feedSite = (): FeedSite => ({
  origin: new URL(import.meta.env.SITE).origin,
  editions: EDITIONS,
})

const TRANSLATORS = {
  en: translator('en'),
  'zh-Hans': translator('zh-Hans'),
  'zh-Hant': translator('zh-Hant'),
}

let issues: Promise<Record<Lang, DigestIssue[]>> | undefined

/** All digests, newest first, in each edition's words; composed and checked for equal figures once per build. */
export function readDigests(): Promise<Record<Lang, DigestIssue[]>> {
  issues ??= readContent().then(({ corpus }) => composeIssues(corpus, TRANSLATORS))
  return issues
}

const listings = new Map<Lang, Promise<FeedListing[]>>()

/** The feeds of an edition; `redline publish` writes them (src/cli/publish-feeds.ts). */
export function readFeeds(lang: Lang): Promise<FeedListing[]> {
  const known = listings.get(lang) ?? openListings(lang)
  listings.set(lang, known)
  return known
}

async function openListings(lang: Lang): Promise<FeedListing[]> {
  const { corpus } = await readContent()
  const own = (await readDigests())[lang]
  return listFeeds({ corpus, lang, t: TRANSLATORS[lang], site: feedSite() }, own)
}

const titles = new Map<Lang, ReadonlyMap<string, string>>()

/** Titles of the feeds of an edition, by key. */
export async function readFeedTitles(lang: Lang): Promise<ReadonlyMap<string, string>> {
  const known = titles.get(lang) ?? new Map((await readFeeds(lang)).map(({ key, title }) => [key, title]))
  titles.set(lang, known)
  return known
}
