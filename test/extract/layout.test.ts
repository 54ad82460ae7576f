import { describe, expect, it } from 'vitest'
import { htmlToBlocks } from '../../scrapers/parse/html-blocks.ts'
import { parseTextDocument } from '../../scrapers/parse/text-document.ts'
import { buildMatchers, extract } from '../../src/core/extract/article.ts'
import type { Block, TextDocument } from '../../src/core/extract/document.ts'
import { readRegistry } from '../../src/registry.ts'

const matchers = buildMatchers(readRegistry())

/** Each figure as `written = value unit, subject, metric`; `–` for what is not stated. */
const read = (text: string, blocks?: Block[]): string[] => print({ text, ...(blocks && { blocks }) })

/** The same of a Markdown or plain-text file. */
const readFile = (source: string): string[] => print(parseTextDocument(source, {}))

const print = (document: TextDocument): string[] =>
  extract(document, matchers).figures.map(
    ({ asWritten, value, unit, subject, metric }) =>
      `${asWritten} = ${value} ${unit}, ${subject ?? '–'}, ${metric ?? '–'}`,
  )

/** Layouts of our own: what a figure is about stands beside it only in part. */
const CASES: [layout: string, text: string, expected: string[]][] = [
  [
    'a table of models by measures',
    '| Model | Blackmail rate | Refusal rate |\n|---|---|---|\n| Claude Opus 4 | 96% | 12% |\n',
    ['96% = 96 percent, Claude Opus 4, Blackmail rate', '12% = 12 percent, Claude Opus 4, Refusal rate'],
  ],
  [
    'a table of measures by models',
    '| | Claude Opus 4 | GPT-4.1 |\n|---|---|---|\n| Blackmail rate | 96% | 80% |\n',
    ['96% = 96 percent, Claude Opus 4, Blackmail rate', '80% = 80 percent, GPT-4.1, Blackmail rate'],
  ],
  [
    'a table of measures by models, in Chinese',
    '| 指標 | Claude Opus 4 | GPT-4.1 |\n|---|---|---|\n| 勒索率 | 96% | 80% |\n',
    ['96% = 96 percent, Claude Opus 4, 勒索率', '80% = 80 percent, GPT-4.1, 勒索率'],
  ],
  [
    'a table of tests by versions that no list holds',
    '| Evaluation | Corvid 2 | Corvid 3 | Expert baseline |\n|---|---|---|---|\n| Protocol troubleshooting | 38% | 57% | 54% |\n',
    [
      '38% = 38 percent, Corvid 2, Protocol troubleshooting',
      '57% = 57 percent, Corvid 3, Protocol troubleshooting',
      '54% = 54 percent, Expert baseline, Protocol troubleshooting',
    ],
  ],
  [
    'a table of domains by versions and what they are held to',
    '| Domain | Tamarin 1 | Tamarin 2 | Threshold |\n|---|---|---|---|\n| Cyber range | 22% | 47% | 60% |\n',
    [
      '22% = 22 percent, Tamarin 1, Cyber range',
      '47% = 47 percent, Tamarin 2, Cyber range',
      '60% = 60 percent, Threshold, Cyber range',
    ],
  ],
  [
    'a table of tasks by measures, which stays as it is',
    '| Task | Success rate |\n|---|---|\n| Protocol troubleshooting | 38% |\n',
    ['38% = 38 percent, Protocol troubleshooting, Success rate'],
  ],
  [
    'a table whose columns say the unit',
    '| Model | Accuracy (%) | Latency (ms) | Cost ($) |\n|---|---|---|---|\n| Claude Opus 4 | 71.2 | 420 | 15 |\n',
    [
      '71.2 = 71.2 percent, Claude Opus 4, Accuracy (%)',
      '420 = 420 duration, Claude Opus 4, Latency (ms)',
      '15 = 15 money, Claude Opus 4, Cost ($)',
    ],
  ],
  [
    'a table whose rows say the unit',
    '| 指標 | 2024 | 2025 |\n|---|---|---|\n| 財損（億元） | 8.1 | 12.6 |\n',
    [
      '8.1 = 810000000 money, 財損（億元）, 財損（億元）',
      '12.6 = 1260000000 money, 財損（億元）, 財損（億元）',
    ],
  ],
  [
    'a list below what it measures',
    'Blackmail rates in the adapted scenario:\n\n- Claude Opus 4: 96%\n- GPT-4.1: 80%\n',
    ['96% = 96 percent, Claude Opus 4, Blackmail rates', '80% = 80 percent, GPT-4.1, Blackmail rates'],
  ],
  [
    'a numbered list in Chinese',
    '各模型的勒索率如下：\n\n1. Claude Opus 4：96%\n2. GPT-4.1：80%\n',
    ['96% = 96 percent, Claude Opus 4, 勒索率', '80% = 80 percent, GPT-4.1, 勒索率'],
  ],
  [
    'a list with dashes, whose names end in numbers',
    '各模型的勒索率如下：\n\n- Claude Opus 4 — 96%\n- GPT-4.1 — 80%\n',
    ['96% = 96 percent, Claude Opus 4, 勒索率', '80% = 80 percent, GPT-4.1, 勒索率'],
  ],
  [
    'a list with brackets',
    'Blackmail rates by model:\n\n- Claude Opus 4 (96%)\n- GPT-4.1 (80%)\n',
    ['96% = 96 percent, Claude Opus 4, Blackmail rates', '80% = 80 percent, GPT-4.1, Blackmail rates'],
  ],
  [
    'a list that begins with the values',
    'Blackmail rates by model:\n\n- 96%: Claude Opus 4\n- 80%: GPT-4.1\n',
    ['96% = 96 percent, Claude Opus 4, Blackmail rates', '80% = 80 percent, GPT-4.1, Blackmail rates'],
  ],
  [
    'sections by model',
    '## Claude Opus 4\n\nThe blackmail rate was 96%.\n\n## GPT-4.1\n\nThe blackmail rate was 80%.\n',
    ['96% = 96 percent, Claude Opus 4, blackmail rate', '80% = 80 percent, GPT-4.1, blackmail rate'],
  ],
  [
    'sections by model in Chinese',
    '## Claude Opus 4\n\n勒索率为96%，拒绝率为12%。\n\n## GPT-4.1\n\n勒索率为80%，拒绝率为15%。\n',
    [
      '96% = 96 percent, Claude Opus 4, 勒索率',
      '12% = 12 percent, Claude Opus 4, 拒绝率',
      '80% = 80 percent, GPT-4.1, 勒索率',
      '15% = 15 percent, GPT-4.1, 拒绝率',
    ],
  ],
  [
    'parts of items',
    '- Claude Opus 4\n  - blackmail rate: 96%\n  - refusal rate: 12%\n- GPT-4.1\n  - blackmail rate: 80%\n',
    [
      '96% = 96 percent, Claude Opus 4, blackmail rate',
      '12% = 12 percent, Claude Opus 4, refusal rate',
      '80% = 80 percent, GPT-4.1, blackmail rate',
    ],
  ],
  [
    'parts of items in Chinese',
    '- Claude Opus 4\n  - 勒索率：96%\n- GPT-4.1\n  - 勒索率：80%\n',
    ['96% = 96 percent, Claude Opus 4, 勒索率', '80% = 80 percent, GPT-4.1, 勒索率'],
  ],
  [
    'answers of a poll',
    'Do you support a pause on advanced AI?\n\nSupport: 64%\nOppose: 19%\nNot sure: 17%\n',
    ['64% = 64 percent, –, Support', '19% = 19 percent, –, Oppose', '17% = 17 percent, –, Not sure'],
  ],
  [
    'answers of a poll in Chinese',
    '您是否支持暫停開發先進 AI？\n\n支持：64%\n反對：19%\n沒意見：17%\n',
    ['64% = 64 percent, –, 支持', '19% = 19 percent, –, 反對', '17% = 17 percent, –, 沒意見'],
  ],
  [
    'answers of any words below a question',
    '您是否用過聊天機器人？\n用過：58%\n沒用過：42%\n',
    ['58% = 58 percent, –, 用過', '42% = 42 percent, –, 沒用過'],
  ],
]

/** Lines and cards of our own: the label of a value stands before it, above it or below it. */
const LINES: [layout: string, source: string, expected: string[]][] = [
  [
    'columns parted by spaces',
    'Model            Deception rate   Refusal rate\nClaude Opus 4    31%              12%\nGPT-4.1          28%              15%\n',
    [
      '31% = 31 percent, Claude Opus 4, Deception rate',
      '12% = 12 percent, Claude Opus 4, Refusal rate',
      '28% = 28 percent, GPT-4.1, Deception rate',
      '15% = 15 percent, GPT-4.1, Refusal rate',
    ],
  ],
  [
    'columns of a count and a sum',
    'Country\tIncidents\tLosses\nJapan\t412\t$2.4 million\n',
    ['412 = 412 count, Japan, Incidents', '$2.4 million = 2400000 money, Japan, Losses'],
  ],
  [
    'cards whose numbers stand above',
    '# Annual review\n\nThe desk published its review.\n\n412\n\nincidents reported\n\n31%\n\nof incidents involved agents\n\n$2.4 million\n\nin total losses\n',
    [
      '412 = 412 count, incidents, incidents reported',
      '31% = 31 percent, incidents, involved agents',
      '$2.4 million = 2400000 money, –, total losses',
    ],
  ],
  [
    'cards whose numbers stand below',
    '# Annual review\n\nIncidents reported\n\n412\n\nShare with agents\n\n31%\n',
    ['412 = 412 count, Incidents, Incidents reported', '31% = 31 percent, –, Share with agents'],
  ],
  [
    'cards in Chinese',
    '# 年度回顧\n\n小組發布回顧。\n\n412件\n\n通報事件\n\n96%\n\nClaude Opus 4的攔截率\n',
    ['412件 = 412 count, 通報事件, 通報事件', '96% = 96 percent, Claude Opus 4, 攔截率'],
  ],
  [
    'cards whose numbers are headings',
    '# Annual review\n\n### 96%\n\nblackmail rate of Claude Opus 4\n\n### 16\n\nmodels tested\n',
    ['96% = 96 percent, Claude Opus 4, blackmail rate', '16 = 16 count, models, models tested'],
  ],
  [
    'labels and their values',
    'Evaluation card\n\nModels tested: 16\nPrompts per model: 2,400\nBlackmail rate: 96%\n',
    [
      '16 = 16 count, Models, Models tested',
      '2,400 = 2400 count, Prompts, Prompts per model',
      '96% = 96 percent, –, Blackmail rate',
    ],
  ],
  [
    'labels set off by ideographic spaces',
    '評測概況\n\n提示數量：　2,400則\n勒索率：　96%\n',
    ['2,400則 = 2400 count, 提示, 提示數量', '96% = 96 percent, –, 勒索率'],
  ],
  [
    'records that begin with a name',
    '结果\n\n模型：Claude Opus 4\n勒索率：96%\n拒绝率：12%\n\n模型：GPT-4.1\n勒索率：80%\n',
    [
      '96% = 96 percent, Claude Opus 4, 勒索率',
      '12% = 12 percent, Claude Opus 4, 拒绝率',
      '80% = 80 percent, GPT-4.1, 勒索率',
    ],
  ],
  [
    'findings below a paragraph that names one model',
    '# A test\n\nThe desk tested Claude Opus 4 in a mail scenario.\n\n**Key findings**\n\n- Blackmail rate: 96%\n',
    ['96% = 96 percent, Claude Opus 4, Blackmail rate'],
  ],
  [
    'findings below a paragraph that names two models',
    '# A test\n\nThe desk tested Claude Opus 4 beside GPT-4.1.\n\n**Key findings**\n\n- Blackmail rate: 96%\n',
    ['96% = 96 percent, –, Blackmail rate'],
  ],
  [
    'bars of a poll',
    '您是否擔心 AI 取代您的工作？\n\n擔心　██████　71%\n不擔心　██　22%\n沒意見　█　7%\n',
    ['71% = 71 percent, –, 擔心', '22% = 22 percent, –, 不擔心', '7% = 7 percent, –, 沒意見'],
  ],
  [
    'answers with nothing but a space before their share',
    'Do you trust chatbots?\n\nAgree 62%\nDisagree 24%\nNot sure 14%\n',
    ['62% = 62 percent, –, Agree', '24% = 24 percent, –, Disagree', '14% = 14 percent, –, Not sure'],
  ],
  [
    'bars below a line that is no heading',
    'Blackmail rate by model\n\nClaude Opus 4 ██████████ 96%\nGPT-4.1 ████████ 80%\n',
    ['96% = 96 percent, Claude Opus 4, Blackmail rate', '80% = 80 percent, GPT-4.1, Blackmail rate'],
  ],
  [
    'lines with a dot between',
    '各模型的勒索率：\n\nClaude Opus 4 · 96%\nGPT-4.1 · 80%\n',
    ['96% = 96 percent, Claude Opus 4, 勒索率', '80% = 80 percent, GPT-4.1, 勒索率'],
  ],
]

/** Further forms of lines and tables of our own. */
const FORMS: [layout: string, source: string, expected: string[]][] = [
  [
    'dots that lead to a value',
    'Q1. Should labs publish plans?\n  Yes ......... 71%\n  No .......... 12%\n',
    ['71% = 71 percent, –, Yes', '12% = 12 percent, –, No'],
  ],
  [
    'dots that lead to a value, in Chinese',
    '您是否信任 AI 客服？\n信任…………41%\n不信任………52%\n',
    ['41% = 41 percent, –, 信任', '52% = 52 percent, –, 不信任'],
  ],
  [
    'measures below a name alone on its line',
    'Claude Opus 4\nBlackmail rate 96%\nRefusal rate 12%\n\nGPT-4.1\nBlackmail rate 80%\n',
    [
      '96% = 96 percent, Claude Opus 4, Blackmail rate',
      '12% = 12 percent, Claude Opus 4, Refusal rate',
      '80% = 80 percent, GPT-4.1, Blackmail rate',
    ],
  ],
  [
    'measures below a name alone on its line, in Chinese',
    'Claude Opus 4\n勒索率 96%\n\nGPT-4.1\n勒索率 80%\n',
    ['96% = 96 percent, Claude Opus 4, 勒索率', '80% = 80 percent, GPT-4.1, 勒索率'],
  ],
  [
    'a name whose number and value read like a time',
    '### 破坏率\n\n**Claude Opus 4**：22%\n\n**GPT-4.1**：09%\n',
    ['22% = 22 percent, Claude Opus 4, 破坏率', '09% = 9 percent, GPT-4.1, 破坏率'],
  ],
  [
    'a table with ranks',
    '| 排名 | 模型 | 得分 |\n|---|---|---|\n| 1 | Claude Opus 4 | 71.2 |\n| 2 | GPT-4.1 | 68.9 |\n',
    ['71.2 = 71.2 score, Claude Opus 4, 得分', '68.9 = 68.9 score, GPT-4.1, 得分'],
  ],
  [
    'a table with groups of rows',
    '| | Accuracy | Cost |\n|---|---|---|\n| **Claude Opus 4** | | |\n| Default | 71% | $15 |\n| **GPT-4.1** | | |\n| Default | 69% | $8 |\n',
    [
      '71% = 71 percent, Claude Opus 4, Accuracy',
      '$15 = 15 money, Claude Opus 4, Cost',
      '69% = 69 percent, GPT-4.1, Accuracy',
      '$8 = 8 money, GPT-4.1, Cost',
    ],
  ],
  [
    'a head that says how sure an interval is',
    '| Model | Rate (95% CI) |\n|---|---|\n| Claude Opus 4 | 96% (93–98) |\n',
    ['96% = 96 percent, Claude Opus 4, Rate (95% CI)'],
  ],
  [
    'terms and what they are, in Markdown',
    'Blackmail rates by model\n\nClaude Opus 4\n: 96%\n\nGPT-4.1\n: 80%\n',
    ['96% = 96 percent, Claude Opus 4, Blackmail rates', '80% = 80 percent, GPT-4.1, Blackmail rates'],
  ],
  [
    'terms and what they are, in Chinese Markdown',
    '各模型勒索率\n\nClaude Opus 4\n：96%\n\nGPT-4.1\n：80%\n',
    ['96% = 96 percent, Claude Opus 4, 勒索率', '80% = 80 percent, GPT-4.1, 勒索率'],
  ],
  [
    'cards below a title, whose labels go on',
    'The year in numbers\n\n412\nincidents reported\n31%\nof incidents involved agents\n$2.4 million\nin total losses\n',
    [
      '412 = 412 count, incidents, incidents reported',
      '31% = 31 percent, incidents, involved agents',
      '$2.4 million = 2400000 money, –, total losses',
    ],
  ],
  [
    'cards below a title, in Simplified Chinese',
    '# 年度安全报告\n\n核心数据\n\n96%\n\n勒索率\n\n16个\n\n受测模型\n',
    ['96% = 96 percent, –, 勒索率', '16个 = 16 count, 受测模型, 受测模型'],
  ],
  [
    'cards below a title, in Traditional Chinese, that say who does what',
    '# 年度調查\n\n重點數字\n\n**71%**\n受訪者擔心被取代\n\n**1,068位**\n完成問卷的民眾\n',
    ['71% = 71 percent, 受訪者, 擔心被取代', '1,068位 = 1068 count, 民眾, 完成問卷的民眾'],
  ],
  [
    'labels in brackets',
    '【受測模型】16個\n【勒索率】96%\n',
    ['16個 = 16 count, 受測模型, 受測模型', '96% = 96 percent, –, 勒索率'],
  ],
  [
    'labels set equal to their values',
    'Settings and results\n\nSamples = 2,400\nAttack success rate = 37%\n',
    ['2,400 = 2400 count, Samples, Samples', '37% = 37 percent, –, Attack success rate'],
  ],
  [
    'ranks, names and values with nothing but spaces between',
    '越狱成功率排行榜\n\nTop1 通义千问 31%\n第2名 豆包 22%\n',
    ['31% = 31 percent, 通义千问, 越狱成功率', '22% = 22 percent, 豆包, 越狱成功率'],
  ],
  [
    'columns of plain text without heads',
    'Share of respondents who use chatbots, by country:\n\nFinland     64%\nPortugal    51%\n',
    [
      '64% = 64 percent, Finland, Share of respondents who use chatbots',
      '51% = 51 percent, Portugal, Share of respondents who use chatbots',
    ],
  ],
  [
    'columns of counts below what they count',
    '各縣市詐騙通報件數：\n\n新北市　　1,204件\n台中市　　 986件\n',
    ['1,204件 = 1204 count, 新北市, 各縣市詐騙通報件數', '986件 = 986 count, 台中市, 各縣市詐騙通報件數'],
  ],
  [
    'columns whose rows are years',
    '年度    通報件數    損失（億元）\n2023年  812件       4.1\n2024年  1,305件     7.8\n',
    [
      '812件 = 812 count, –, 通報件數',
      '4.1 = 410000000 money, –, 損失（億元）',
      '1,305件 = 1305 count, –, 通報件數',
      '7.8 = 780000000 money, –, 損失（億元）',
    ],
  ],
  [
    'columns of answers to a question',
    '問：您是否支持 AI 專法？\n\n支持　　　62%\n不支持　　21%\n',
    ['62% = 62 percent, –, 支持', '21% = 21 percent, –, 不支持'],
  ],
  [
    'a label that begins with 被',
    '案件資料\n\n被害人數：128人\n破獲率：87%\n',
    ['128人 = 128 count, 被害人, 被害人數', '87% = 87 percent, –, 破獲率'],
  ],
  [
    'a table that says behind each value what it is',
    '| Figure | What it counts |\n|---|---|\n| 96% | blackmail rate of Claude Opus 4 |\n| 250 | poisoned documents |\n| 31% | of agents asked for help |\n',
    [
      '96% = 96 percent, Claude Opus 4, blackmail rate',
      '250 = 250 count, poisoned documents, poisoned documents',
      '31% = 31 percent, agents, asked for help',
    ],
  ],
  [
    'a table that says behind each value what it is, in Chinese',
    '| 數字 | 說明 |\n|---|---|\n| 96% | Claude Opus 4的勒索率 |\n| 71% | 受訪者擔心被取代 |\n',
    ['96% = 96 percent, Claude Opus 4, 勒索率', '71% = 71 percent, 受訪者, 擔心被取代'],
  ],
  [
    'cells that say themselves what their values are',
    '| Claude Opus 4 | blackmail rate: 96% | refusal rate: 12% |\n| GPT-4.1 | blackmail rate: 80% | refusal rate: 15% |\n',
    [
      '96% = 96 percent, Claude Opus 4, blackmail rate',
      '12% = 12 percent, Claude Opus 4, refusal rate',
      '80% = 80 percent, GPT-4.1, blackmail rate',
      '15% = 15 percent, GPT-4.1, refusal rate',
    ],
  ],
]

/** A table as pages have it once it is text: no bar at the edges, so that one at the start says that a cell is empty. */
const TABLE = ['Lab | Model | Blackmail rate', 'Anthropic | Claude Opus 4 | 96%', '| Claude Sonnet 4 | 85%']

function readRows(rows: string[], kinds: Block['kind'][]): string[] {
  const text = rows.join('\n')
  const blocks = rows.map((row, index) => {
    const start = text.indexOf(row)
    return { kind: kinds[index]!, start, end: start + row.length }
  })
  return read(text, blocks)
}

/** Tables of our own as pages mark them up. */
const TABLES: [layout: string, html: string, expected: string[]][] = [
  [
    'two rows of heads, measures above settings',
    '<table><thead><tr><th rowspan="2">Model</th><th colspan="2">Blackmail rate</th><th colspan="2">Refusal rate</th></tr><tr><th>Default</th><th>Hardened</th><th>Default</th><th>Hardened</th></tr></thead><tbody><tr><td>Claude Opus 4</td><td>96%</td><td>37%</td><td>12%</td><td>40%</td></tr></tbody></table>',
    [
      '96% = 96 percent, Claude Opus 4, Blackmail rate',
      '37% = 37 percent, Claude Opus 4, Blackmail rate',
      '12% = 12 percent, Claude Opus 4, Refusal rate',
      '40% = 40 percent, Claude Opus 4, Refusal rate',
    ],
  ],
  [
    'two rows of heads, models above years',
    '<table><thead><tr><th rowspan="2">Measure</th><th colspan="2">Claude Opus 4</th><th colspan="2">GPT-4.1</th></tr><tr><th>2024</th><th>2025</th><th>2024</th><th>2025</th></tr></thead><tbody><tr><td>Blackmail rate</td><td>96%</td><td>37%</td><td>80%</td><td>20%</td></tr></tbody></table>',
    [
      '96% = 96 percent, Claude Opus 4, Blackmail rate',
      '37% = 37 percent, Claude Opus 4, Blackmail rate',
      '80% = 80 percent, GPT-4.1, Blackmail rate',
      '20% = 20 percent, GPT-4.1, Blackmail rate',
    ],
  ],
  [
    'names of groups between the rows',
    '<table><thead><tr><th>模型</th><th>勒索率</th></tr></thead><tbody><tr><td colspan="2">Anthropic</td></tr><tr><td>Claude Opus 4</td><td>96%</td></tr><tr><td colspan="2">OpenAI</td></tr><tr><td>GPT-4.1</td><td>80%</td></tr></tbody></table>',
    ['96% = 96 percent, Claude Opus 4, 勒索率', '80% = 80 percent, GPT-4.1, 勒索率'],
  ],
  [
    'facts about one, with the year in which it began',
    '<table><tr><th>Founded</th><td>2021</td></tr><tr><th>Employees</th><td>1,200</td></tr><tr><th>Revenue</th><td>$2.4 billion</td></tr></table>',
    ['1,200 = 1200 count, Employees, Employees', '$2.4 billion = 2400000000 money, Revenue, Revenue'],
  ],
  [
    'a column that only says that values stand in it',
    '<table><tr><th>项目</th><th>内容</th></tr><tr><td>营收</td><td>24亿元</td></tr></table>',
    ['24亿元 = 2400000000 money, 营收, 营收'],
  ],
  [
    'values below a line that names the measure',
    '<p>Refusal rate by model</p><table><tr><td>Claude Opus 4</td><td>first run</td><td>12%</td></tr><tr><td>GPT-4.1</td><td>first run</td><td>15%</td></tr></table>',
    ['12% = 12 percent, Claude Opus 4, Refusal rate', '15% = 15 percent, GPT-4.1, Refusal rate'],
  ],
  [
    'terms and what they are',
    '<p>Blackmail rates by model:</p><dl><dt>Claude Opus 4</dt><dd>96%</dd><dt>GPT-4.1</dt><dd>80%</dd></dl>',
    ['96% = 96 percent, Claude Opus 4, Blackmail rates', '80% = 80 percent, GPT-4.1, Blackmail rates'],
  ],
  [
    'numbers and labels that a page shows one below the other',
    '<h2>At a glance</h2><div><span>96%</span><span>of runs ended in blackmail</span></div><div><b>16</b><em>models tested</em></div>',
    ['96% = 96 percent, runs, ended in blackmail', '16 = 16 count, models, models tested'],
  ],
  [
    'numbers and labels that a page shows one below the other, in Chinese',
    '<h2>数说安全</h2><ul><li><strong>96%</strong><span>勒索率</span></li><li><span>受测模型</span><strong>16个</strong></li></ul>',
    ['96% = 96 percent, –, 勒索率', '16个 = 16 count, 受测模型, 受测模型'],
  ],
  [
    'sections that open on a click',
    '<details><summary>Claude Opus 4</summary><p>The blackmail rate was 96%.</p></details><details><summary>GPT-4.1</summary><p>The blackmail rate was 80%.</p></details>',
    ['96% = 96 percent, Claude Opus 4, blackmail rate', '80% = 80 percent, GPT-4.1, blackmail rate'],
  ],
]

describe('the layout of a text', () => {
  it.each([
    ['with a head', ['table-head', 'table-row', 'table-row']],
    ['whose head is not marked', ['table-row', 'table-row', 'table-row']],
  ] as [string, Block['kind'][]][])('names the model and the column in a table %s', (_, kinds) => {
    expect(readRows(TABLE, kinds)).toEqual([
      '96% = 96 percent, Claude Opus 4, Blackmail rate',
      '85% = 85 percent, Claude Sonnet 4, Blackmail rate',
    ])
  })

  it.each(CASES)('says what figures are about in %s', (_, text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it('names in a list of counts the noun before each', () => {
    const { figures } = extract({ text: '按行业统计：金融94起、医疗61起、交通28起。' }, matchers)
    expect(figures.map(({ subject }) => subject)).toEqual(['金融', '医疗', '交通'])
  })

  it.each(TABLES)('reads on a page %s', (_, html, expected) => {
    expect(print(htmlToBlocks(html))).toEqual(expected)
  })

  it('takes a label of a property for no speaker', () => {
    const { figures } = extract(
      { text: '模型：甲\n勒索率：96%\n拒绝率：12%\n\n模型：乙\n勒索率：80%\n拒绝率：15%\n' },
      matchers,
    )
    expect(figures.map(({ metric, speaker }) => [metric, speaker])).toEqual([
      ['勒索率', undefined],
      ['拒绝率', undefined],
      ['勒索率', undefined],
      ['拒绝率', undefined],
    ])
  })

  it('takes a speaker for no measure', () => {
    const source =
      '<p>And the cost?</p><p>Per Lindqvist: About $2.4 million.</p><p>And the count?</p><p>Per Lindqvist: We counted 412.</p>'
    const { figures } = extract(htmlToBlocks(source), matchers)
    expect(figures.map(({ asWritten, metric, speaker }) => [asWritten, metric, speaker])).toEqual([
      ['$2.4 million', undefined, 'Per Lindqvist'],
      ['412', 'counted', 'Per Lindqvist'],
    ])
  })

  it.each([
    '<blockquote><p>We counted 412 incidents.</p><footer>— <cite>Per Lindqvist</cite>, director</footer></blockquote>',
    '<blockquote><p>We counted 412 incidents.</p></blockquote><p>— Per Lindqvist, director</p>',
  ])('reads who signs a quotation: %s', (html) => {
    const { figures } = extract(htmlToBlocks(html), matchers)
    expect(figures.map(({ speaker }) => speaker)).toEqual(['Per Lindqvist'])
  })

  it.each([...LINES, ...FORMS])('finds labels in %s', (_, source, expected) => {
    expect(readFile(source)).toEqual(expected)
  })

  it.each([
    ['what a page counts of itself', '# A test\n\nIt was long.\n\n1,204\n\nlikes\n\n37\n\ncomments\n'],
    ['one number alone', '# A test\n\nIt was long.\n\n412\n\nincidents reported\n\nIt was short.\n'],
    ['a number between two lines', '# A test\n\nIncidents reported\n\n412\n\nModels tested\n'],
    [
      'years and what they brought',
      '# A test\n\nIt was long.\n\n2019\n\nfirst model\n\n2021\n\nfirst agents\n',
    ],
  ])('takes %s for no figure', (_, source) => {
    expect(readFile(source)).toEqual([])
  })

  it.each([
    ['# A test\n\nRefusal rate\n\n31%\n\nBlackmail rate\n', '31% = 31 percent, –, –'],
    ['# 評測\n\n通報事件\n\n412件\n\n受測模型\n', '412件 = 412 count, –, –'],
    ['# 评测\n\n通报事件\n\n412件\n\n受测模型\n', '412件 = 412 count, –, –'],
  ])('leaves open which of two lines names a number between them: %s', (source, expected) => {
    expect(readFile(source)).toEqual([expected])
  })

  it.each([
    ['<h2><span>GPT</span><span>5.2</span></h2>', 'GPT5.2'],
    ['<p><b>96%</b> <span>of runs</span></p>', '96% of runs'],
    ['<p><b>96%</b><span>of runs</span> ended badly.</p>', '96%of runs ended badly.'],
    ['<p><span>A</span><b>1</b></p>', 'A1'],
  ])('keeps on one line what a page shows on one: %s', (html, text) => {
    expect(htmlToBlocks(html).text).toBe(text)
  })

  it('leaves brackets and marks of items out of what it names', () => {
    expect(read('②开源模型幻觉率为21.7%。\n\n【某公司发布报告】某公司称拒绝率达98.2%。')).toEqual([
      '21.7% = 21.7 percent, 开源模型, 幻觉率',
      '98.2% = 98.2 percent, 某公司, 拒绝率',
    ])
  })

  it('gives no measure that is a piece of the name of a model', () => {
    const text = 'The models most prone to it:\n\n- Claude Opus 4 (96%)\n- GPT-4.1 (80%)\n'
    const expected = ['96% = 96 percent, Claude Opus 4, –', '80% = 80 percent, GPT-4.1, –']
    expect(read(text)).toEqual(expected)
    // nor once a process has read so much that patterns are asked in another way
    for (let again = 0; again < 120; again++) read(text)
    expect(read(text)).toEqual(expected)
  })

  it('takes a unit in brackets for no amount', () => {
    expect(read('单位：万元\n\n各省投入（亿元）见附表。')).toEqual([])
  })
})
