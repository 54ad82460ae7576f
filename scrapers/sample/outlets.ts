import type { Source } from '../../src/core/model/source.ts'

/** How an outlet of the sample press offers its list of articles. */
export type Offer = 'rss' | 'atom' | 'json' | 'listing' | 'arxiv'

/** An outlet: what the registry knows of a source, without addresses, and how its server behaves. */
export interface Outlet extends Pick<Source, 'id' | 'names' | 'lang' | 'region' | 'kind' | 'tier'> {
  offer: Offer
  /** IANA zone in which its pages print times. */
  timeZone: string
  /** Bytes of its feed; UTF-8 when absent. */
  feedEncoding?: 'big5'
  /** Feed entries carry the whole text (RSS `content:encoded`, JSON Feed `content_html`). */
  fullText?: boolean
  /** Pages carry their date and author in the visible text only: no JSON-LD, no `datetime`. */
  bare?: boolean
  /** Milliseconds before each answer. */
  delayMs?: number
  /** Fault that it has from the start. */
  fault?: 'status-500' | 'empty'
}

/** All names are invented; `sample` stands in each so that no reader takes one for a real paper. */
export const OUTLETS: Outlet[] = [
  {
    id: 'sample-harbour-wire',
    names: { en: 'Harbour Wire (sample)', 'zh-Hans': '港湾通讯（样例）', 'zh-Hant': '港灣通訊（範例）' },
    lang: 'en',
    region: 'GB',
    kind: 'press',
    tier: 'press',
    offer: 'rss',
    timeZone: 'Europe/London',
  },
  {
    id: 'sample-northgate-courier',
    names: {
      en: 'Northgate Courier (sample)',
      'zh-Hans': '北门信使报（样例）',
      'zh-Hant': '北門信使報（範例）',
    },
    lang: 'en',
    region: 'US',
    kind: 'press',
    tier: 'press',
    offer: 'atom',
    timeZone: 'America/New_York',
  },
  {
    id: 'sample-plain-model',
    names: { en: 'Plain Model (sample)', 'zh-Hans': '直说模型（样例）', 'zh-Hant': '直說模型（範例）' },
    lang: 'en',
    region: 'INT',
    kind: 'newsletter',
    tier: 'aggregator',
    offer: 'json',
    fullText: true,
    timeZone: 'UTC',
  },
  {
    id: 'sample-jianghai-tech',
    names: {
      en: 'Jianghai Tech Daily (sample)',
      'zh-Hans': '江海科技报（样例）',
      'zh-Hant': '江海科技報（範例）',
    },
    lang: 'zh-Hans',
    region: 'CN',
    kind: 'press',
    tier: 'press',
    offer: 'rss',
    timeZone: 'Asia/Shanghai',
  },
  {
    id: 'sample-alignment-watch',
    names: { en: 'Alignment Watch (sample)', 'zh-Hans': '对齐观察（样例）', 'zh-Hant': '對齊觀察（範例）' },
    lang: 'zh-Hans',
    region: 'CN',
    kind: 'newsletter',
    tier: 'press',
    offer: 'listing',
    bare: true,
    timeZone: 'Asia/Shanghai',
  },
  {
    id: 'sample-intelligence-weekly',
    names: {
      en: 'Intelligence Weekly (sample)',
      'zh-Hans': '智能周刊（样例）',
      'zh-Hant': '智能週刊（範例）',
    },
    lang: 'zh-Hans',
    region: 'CN',
    kind: 'press',
    tier: 'press',
    offer: 'atom',
    timeZone: 'Asia/Shanghai',
  },
  {
    id: 'sample-dongning-times',
    names: { en: 'Dongning Times (sample)', 'zh-Hans': '东宁时报（样例）', 'zh-Hant': '東寧時報（範例）' },
    lang: 'zh-Hant',
    region: 'TW',
    kind: 'press',
    tier: 'press',
    offer: 'rss',
    feedEncoding: 'big5',
    timeZone: 'Asia/Taipei',
  },
  {
    id: 'sample-fragrant-port',
    names: {
      en: 'Fragrant Port Dispatch (sample)',
      'zh-Hans': '香埠电讯（样例）',
      'zh-Hant': '香埠電訊（範例）',
    },
    lang: 'zh-Hant',
    region: 'HK',
    kind: 'press',
    tier: 'press',
    offer: 'atom',
    timeZone: 'Asia/Hong_Kong',
  },
  {
    id: 'sample-midnight-algorithm',
    names: {
      en: 'Midnight Algorithm (sample)',
      'zh-Hans': '午夜算法（样例）',
      'zh-Hant': '午夜演算法（範例）',
    },
    lang: 'zh-Hant',
    region: 'TW',
    kind: 'self-media',
    tier: 'self-media',
    offer: 'json',
    delayMs: 400,
    timeZone: 'Asia/Taipei',
  },
  {
    id: 'sample-lab-notes',
    names: { en: 'Lab Notes (sample)', 'zh-Hans': '实验室手记（样例）', 'zh-Hant': '實驗室手記（範例）' },
    lang: 'en',
    region: 'US',
    kind: 'lab',
    tier: 'primary',
    offer: 'atom',
    timeZone: 'America/Los_Angeles',
  },
  {
    id: 'sample-preprints',
    names: {
      en: 'Sample Preprints',
      'zh-Hans': '预印本库（样例）',
      'zh-Hant': '預印本庫（範例）',
    },
    lang: 'en',
    region: 'INT',
    kind: 'repository',
    tier: 'primary',
    offer: 'arxiv',
    timeZone: 'UTC',
  },
  {
    id: 'sample-broken-mirror',
    names: { en: 'Broken Mirror (sample)', 'zh-Hans': '破镜网（样例）', 'zh-Hant': '破鏡網（範例）' },
    lang: 'en',
    region: 'INT',
    kind: 'press',
    tier: 'aggregator',
    offer: 'rss',
    timeZone: 'UTC',
    fault: 'status-500',
  },
  {
    id: 'sample-quiet-page',
    names: { en: 'The Quiet Page (sample)', 'zh-Hans': '静页（样例）', 'zh-Hant': '靜頁（範例）' },
    lang: 'zh-Hans',
    region: 'SG',
    kind: 'press',
    tier: 'press',
    offer: 'rss',
    timeZone: 'Asia/Singapore',
    fault: 'empty',
  },
]
