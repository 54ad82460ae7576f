import type { Costs } from './documents.ts'
import type { Limits } from './limits.ts'

/** All that was measured. */
export interface Measured {
  costs: Costs
  limits: Limits
  round: { cpu: number; rendered: number; pages: number }
}

/** What an average source does, after the registered live ones: entries a day, and requests for its list a day. */
const ARTICLES_A_DAY = 2
const LIST_CHECKS_A_DAY = 24
/** Pages are looked at again four times for corrections (scrapers/pages.ts). */
const LOOKS_A_PAGE = 5
const REQUESTS_A_DAY = LIST_CHECKS_A_DAY + ARTICLES_A_DAY * LOOKS_A_PAGE
/** Most answers to conditional requests are 304 with some 300 bytes; a list is 60 KB, a page 80 KB, compressed to a quarter. */
const BYTES = { unchanged: 300, list: 15_000, page: 20_000 }
const LISTS_CHANGED = 0.1
/** Sources that a worker works on at once, and seconds that an answer takes over the network. */
const AT_ONCE = 16
const ANSWER_S = 2
const A_YEAR = 365
const ROUNDS_A_DAY = 24
const DAY_S = 86_400

/** Where a person would call it enough; the computed limits are where each of these is reached. */
const ENOUGH = {
  memory: 4e9,
  disk: 200e9,
  clone: 5e9,
  pagesHost: 1e9,
  roundS: 600,
  verifyS: 60,
  buildS: 3_600,
}

/** The sentence of costs and the table for 100 to 100,000 sources, as Markdown. */
export function formatCosts({ costs: c, round }: Measured): string {
  const row = (name: string, of: (sources: number) => string) =>
    `| ${name} | ${[100, 1_000, 10_000, 100_000].map(of).join(' | ')} |`
  const articles = (sources: number) => sources * ARTICLES_A_DAY
  const requests = (sources: number) => sources * REQUESTS_A_DAY
  const transfer = (sources: number) =>
    sources * LIST_CHECKS_A_DAY * (LISTS_CHANGED * BYTES.list + (1 - LISTS_CHANGED) * BYTES.unchanged) +
    articles(sources) * (BYTES.page + (LOOKS_A_PAGE - 1) * BYTES.unchanged)
  return [
    `> A document costs ${ms(c.extract)} CPU to read and extract, ${ms(c.link)} to link, ${ms(c.publish)} to publish (${c.pages.toFixed(0)} pages); its`,
    `> record is ${kb(c.record)}, its text ${kb(c.text)} compressed, its pages ${kb(c.site)}, its part of the index ${kb(c.index)}. A round`,
    `> that brings one article to a site of 200 takes ${round.cpu.toFixed(1)} s CPU and makes ${round.rendered} of ${round.pages} pages anew.`,
    '',
    '| sources | 100 | 1,000 | 10,000 | 100,000 |',
    '| --- | ---: | ---: | ---: | ---: |',
    row('articles a day', (n) => number(articles(n))),
    row('requests a day', (n) => number(requests(n))),
    row('requests a second', (n) => (requests(n) / DAY_S).toFixed(2)),
    row('transfer a day', (n) => size(transfer(n))),
    row('CPU to extract, a day', (n) => seconds(articles(n) * c.extract)),
    row('records a year', (n) => size(articles(n) * A_YEAR * c.record)),
    row(`records of ${ROUNDS_A_DAY} runs a day, a year`, (n) => size(n * ROUNDS_A_DAY * A_YEAR * c.outcome)),
    row('texts a year', (n) => size(articles(n) * A_YEAR * c.text)),
    row('site of a year', (n) => size(articles(n) * A_YEAR * c.site)),
    row('index of a year', (n) => size(articles(n) * A_YEAR * c.index)),
    row('CPU to build a year from nothing', (n) => seconds(articles(n) * A_YEAR * c.publish)),
    row('CPU to build one month', (n) => seconds(articles(n) * 30 * c.publish)),
    row(`workers, at ${AT_ONCE} sources at once and ${ANSWER_S} s a request`, (n) =>
      number(Math.ceil((requests(n) * ANSWER_S) / DAY_S / AT_ONCE)),
    ),
  ].join('\n')
}

/** Where each limit comes, computed from what was measured. */
export function formatLimits({ costs: c, limits: l }: Measured): string {
  const held = (articles: number) =>
    `${number(round(articles))} articles: ${number(round(articles / ARTICLES_A_DAY / A_YEAR))} sources for a year`
  const waiting = (AT_ONCE / ANSWER_S) * DAY_S
  const rows: [what: string, where: string, todo: string][] = [
    [
      `one collector process, ${AT_ONCE} at once, ${ANSWER_S} s an answer`,
      `${number(round(waiting / REQUESTS_A_DAY))} sources; by its CPU (${number(round(l.requestsASecond))} polls a second) ${number(round((l.requestsASecond * DAY_S) / REQUESTS_A_DAY))}`,
      '`queue: postgres`, and workers',
    ],
    [
      `linking, which holds all articles, in ${size(ENOUGH.memory)} of memory, at ${kb(l.linkBytes)} each (ten figures an article)`,
      held(ENOUGH.memory / l.linkBytes),
      'more memory: `redline` lets Node use six tenths of it; then link by year (not built), findings lead across',
    ],
    [
      `linking anew in ${seconds(ENOUGH.roundS)} of CPU, at ${ms(l.linkCpu)} each`,
      held(ENOUGH.roundS / l.linkCpu),
      'keep the index of links between rounds (not built)',
    ],
    [
      `\`verify\` in ${ENOUGH.verifyS} s, at ${(l.verifyCpu * 1e3).toFixed(2)} ms CPU and ${kb(l.verifyBytes)} of memory each`,
      held(ENOUGH.verifyS / l.verifyCpu),
      'a year at a time; it may run beside everything else',
    ],
    [
      `a clone of ${size(ENOUGH.clone)} of records in git`,
      held(ENOUGH.clone / c.record),
      '`redline archive` (a tenth of the size), then `store: postgres`',
    ],
    [
      `the site on a disk of ${size(ENOUGH.disk)}`,
      held(ENOUGH.disk / c.site),
      'compress at rest (a fifth), publish by month',
    ],
    [
      `the site on a host that takes ${size(ENOUGH.pagesHost)} (GitHub Pages)`,
      held(ENOUGH.pagesHost / c.site),
      'any static host or bucket without that limit, behind a CDN',
    ],
    [
      `building from nothing in ${seconds(ENOUGH.buildS)} of CPU`,
      held(ENOUGH.buildS / c.publish),
      'unchanged pages are reused already; publish by month (not built)',
    ],
    [
      'one Meilisearch node with 10 M documents (its makers’ figure, not measured here)',
      held(10e6 / c.documents),
      'an index a year behind one federated query; sharding needs its Enterprise Edition',
    ],
    ...(l.upsertsASecond === undefined
      ? []
      : ([
          [
            `one PostgreSQL server: ${number(round(l.upsertsASecond))} records a second from one process, ${kb(l.databaseBytes!)} each`,
            `${number(round((l.upsertsASecond * DAY_S) / ARTICLES_A_DAY))} sources; ${size(ENOUGH.disk)} at ${held(ENOUGH.disk / l.databaseBytes!)}`,
            'partition `redline.records` by year',
          ],
        ] satisfies [string, string, string][])),
    [
      'politeness',
      'never by machines: a host is asked once a second whoever asks',
      'many sources on one host wait longer',
    ],
  ]
  return [
    '| limit | comes at | what to do |',
    '| --- | --- | --- |',
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n')
}

/** To two digits: more would pretend. */
const round = (value: number) => (value < 10 ? Math.round(value) : Number(value.toPrecision(2)))
const number = (value: number) => value.toLocaleString('en')
const ms = (value: number) => `${(value * 1_000).toFixed(value < 0.01 ? 1 : 0)} ms`
const kb = (value: number) => `${(value / 1_000).toFixed(1)} KB`
const size = (bytes: number) =>
  bytes >= 1e12
    ? `${(bytes / 1e12).toFixed(1)} TB`
    : bytes >= 1e9
      ? `${(bytes / 1e9).toFixed(bytes >= 1e11 ? 0 : 1)} GB`
      : `${(bytes / 1e6).toFixed(0)} MB`
const seconds = (value: number) =>
  value > 5_400
    ? `${(value / 3_600).toFixed(1)} h`
    : value > 90
      ? `${(value / 60).toFixed(0)} min`
      : `${value.toFixed(0)} s`
