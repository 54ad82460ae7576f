import type { Lang } from '../core/model/lang.ts'
import { composeIssues, type FeedListing, listFeeds } from '../core/publish/feed-list.ts'
import type { Corpus } from '../core/publish/view-corpus.ts'
import { planFeedJobs } from './publish-feeds.ts'
import { planPageJobs } from './publish-pages.ts'
import { TRANSLATORS } from './published-corpus.ts'
import type { JobPlan, SiteJob } from './site-job.ts'

/** Everything of a site that grows with the records and is made from them alone; the same records give the same plan. */
export interface SitePlan {
  jobs: SiteJob[]
  /** The job with which each batch begins; a batch is what a thread takes at a time. */
  starts: number[]
  listings: Record<Lang, FeedListing[]>
}

/** Jobs that a thread takes at a time: some 20 ms of work. */
const BATCH = 16

/** All jobs. An edition's feeds share their entries, so one thread makes them all; they come first, being the longest. */
export function planSite(corpus: Corpus, plan: JobPlan): SitePlan {
  const issues = composeIssues(corpus, TRANSLATORS)
  const feedsOf = (lang: Lang) =>
    listFeeds({ corpus, lang, t: TRANSLATORS[lang], site: plan.site }, issues[lang])
  const listings = { en: feedsOf('en'), 'zh-Hans': feedsOf('zh-Hans'), 'zh-Hant': feedsOf('zh-Hant') }
  const feeds = planFeedJobs(corpus, listings, plan)
  const pages = planPageJobs(corpus, issues, listings, plan)
  const jobs = [...feeds.flat(), ...pages]
  const starts: number[] = []
  let at = 0
  for (const { length } of feeds) {
    starts.push(at)
    at += length
  }
  for (; at < jobs.length; at += BATCH) starts.push(at)
  return { jobs, starts, listings }
}
