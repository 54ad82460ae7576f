import { describe, expect, it } from 'vitest'
import { buildMatchers, extract } from '../../src/core/extract/article.ts'
import { readRegistry } from '../../src/registry.ts'

const matchers = buildMatchers(readRegistry())
const read = (text: string): (string | undefined)[] =>
  extract({ text }, matchers).figures.map(({ asWritten, subject }) => `${asWritten}: ${subject ?? '–'}`)

/** Sentences of our own, with what each figure is about. */
const CASES: [text: string, expected: string[]][] = [
  // A second half that leaves out its subject.
  [
    'The refusal rate of Claude Opus 4 is 6.2%, up from 4.8% in March.',
    ['6.2%: Claude Opus 4', '4.8%: Claude Opus 4'],
  ],
  [
    'GPT-4.1 caught 52% of the bugs written by Claude Opus 4 but only 29% of its own.',
    ['52%: GPT-4.1', '29%: GPT-4.1'],
  ],
  [
    'Claude Opus 4 complied with 12% of the requests, compared with 31% a year earlier.',
    ['12%: Claude Opus 4', '31%: Claude Opus 4'],
  ],
  // The name in brackets behind its value, and no name out of an address.
  [
    'Our models corrected course 10% (Opus 4.5), 16.5% (Sonnet 4.5) and 37% (Haiku 4.5) of the time.',
    ['10%: Opus 4.5', '16.5%: Sonnet 4.5', '37%: Haiku 4.5'],
  ],
  ['Adoption reached 41% (Gartner) last year.', ['41%: Adoption']],
  ['- **[US citizens](https://forum.example.org/Qx7_TopLab)**: 50% support a pause.', ['50%: US citizens']],
  // Times and what is only said of something act in no clause.
  ['At night the sensor missed 9% of cars.', ['9%: sensor']],
  ['The night shift missed 9% of cars.', ['9%: The night shift']],
  ['Combined, the two rules cost €3 million.', ['€3 million: the two rules']],
  ['The audit, still underway, has found 44 faults.', ['44 faults: The audit']],
  // A second clause without its verb, and whom somebody made pay.
  [
    'Surgeons save 6.1 hours, porters only 2.8 and the clerks 3.5.',
    ['6.1 hours: Surgeons', '2.8: porters', '3.5: clerks'],
  ],
  ['Sales rose 12% in May and 15% in June.', ['12%: Sales', '15%: Sales']],
  ['The Data Board fined Corvane Bank £9 million.', ['£9 million: Corvane Bank']],
  ['The judge ordered the vendor to pay $2 million.', ['$2 million: vendor']],
  ['The Data Board raised £9 million.', ['£9 million: Data Board']],
  // A verb that no list of nouns holds.
  ['Nurses overrode the tool in 6% of calls.', ['6%: Nurses']],
  // What a sentence is set against is not what it is about.
  ['Compared with GPT-4, Claude Opus 4 refused 71% of requests.', ['71%: Claude Opus 4']],
  ['Unlike GPT-4, the model refused 40% of requests.', ['40%: the model']],
  // Those of what was just counted, and those who were asked.
  ['Meta removed 900 accounts, 94% of them before anyone noticed.', ['900 accounts: Meta', '94%: accounts']],
  ['We asked 800 firms. About 61% planned to hire.', ['800 firms: firms', '61%: firms']],
  [
    'We talked to 1,060 teens aged 13 to 17. 72% have used one. 52% use them weekly. A third told us it helped.',
    ['1,060 teens: teens', '72%: teens', '52%: teens', 'A third: teens'],
  ],
  // A part of a whole.
  ['In interviews, seven of nine firms said no.', ['seven: firms', 'nine firms: firms']],
  ['Only 12 of the 38 jurisdictions have a rule.', ['12: jurisdictions', '38: jurisdictions']],
  [
    'A survey by Pollard Research found that 72 per cent of American teenagers had tried one.',
    ['72 per cent: American teenagers'],
  ],
  ['The firm warned that 60% of small banks would fail.', ['60%: small banks']],
  // Who a pronoun means.
  [
    'The monitor was cheap. It samples only one summary in every 250.',
    ['one summary in every 250: The monitor'],
  ],
  ['The jurors met on Monday. They deliberated for nine hours.', ['nine hours: The jurors']],
  // A clause that begins with its predicate.
  [
    'SAN FRANCISCO — Ardent, the maker of the Sol family, raised $6.5 billion. Ardent is old.',
    ['$6.5 billion: Ardent'],
  ],
  ['The vendor, Parley AI, promised 40 fixes.', ['40 fixes: Parley AI']],
  ['She phoned the engineer, who needed 70 minutes.', ['70 minutes: engineer']],
  // Groups beside their values.
  [
    'Support was 81% among union members, 78% among pensioners and 70% among students.',
    ['81%: union members', '78%: pensioners', '70%: students'],
  ],
  ['Concern is highest among women (64%) and people over 65 (69%).', ['64%: women', '69%: people over 65']],
  // Behind a conjunction, a relative word or a place.
  [
    'Google fell 3% while Microsoft gained 2% and Amazon slid 1.5%.',
    ['3%: Google', '2%: Microsoft', '1.5%: Amazon'],
  ],
  ['He had been assured in writing that testing was 95 percent complete.', ['95 percent: testing']],
  ['We interviewed 120 engineers, 40 of whom work on safety.', ['120 engineers: engineers', '40: engineers']],
  ['My students, 40 of whom I asked last week, thought it was a bargain.', ['40: students']],
  [
    'A survey of 2,400 students published in April by the Ridley Foundation found that 27% had used Lumi.',
    ['2,400 students: A survey', '27%: students'],
  ],
  ['A nurse in Leeds lost £9,000 to a cloned voice.', ['£9,000: A nurse']],
  // Those whose number a clause begins with, and parts of them without a noun.
  [
    'About 60% of clinics use it, the agency estimates, and 45 products have been approved.',
    ['60%: clinics', '45 products: products'],
  ],
  ['The agency estimates that 12% of accounts belong to minors.', ['12%: accounts']],
  ['Roughly one in six owners appealed.', ['one in six: owners']],
  [
    'Of 1,312 replies, 28% said so; 9% said never.',
    ['1,312 replies: replies', '28%: replies', '9%: replies'],
  ],
  // A line that begins with its number.
  ['- **37%**: share of listed firms that name AI as a risk.', ['37%: listed firms']],
  ['- **5 months** — the doubling time of the tasks.', ['5 months: tasks']],
  // The size of a sample, places and names.
  ['Human reviewers (n = 36) found little.', ['36: Human reviewers']],
  ['In Britain, Ofcom said it had opened nine investigations.', ['nine investigations: Ofcom']],
  ['The Center for AI Standards lost 20% of its posts.', ['20%: Center for AI Standards']],
  // Groups called by their age, and the parts that are set against one another.
  ['Worry is higher among the young, with 53% of 18 to 34-year-olds saying so.', ['53%: 18 to 34-year-olds']],
  [
    'Some 47% of women pay for it, compared with just 12% of men and 9% of those over 65.',
    ['47%: women', '12%: men', '9%: those over 65'],
  ],
  // Those asked go unnamed: what they hold is not what the share is of, nor is a verb that could be a noun.
  [
    'Most tenants are uneasy. In fact, 66% are afraid that automated scoring will cost them a home.',
    ['66%: tenants'],
  ],
  [
    'The poll of 900 nurses is out. It found 31 percent anticipate cuts.',
    ['900 nurses: The poll', '31 percent: nurses'],
  ],
  // A relative clause without a comma tells of the noun before it; one of thought or speech does not.
  ['Police broke up a ring that cheated widows of RM41 million.', ['RM41 million: ring']],
  ['They mapped ads for a pill that costs $90 a month.', ['$90: pill']],
  // Each bracket of a list tells of the noun before it; one that restates a sum does not.
  [
    'Frequent crimes included online shopping scams (9,120 cases, a 3.5% increase), phishing (4,310 cases) and job fraud (3,640 cases, a 28% increase).',
    [
      '9,120 cases: online shopping scams',
      '3.5%: online shopping scams',
      '4,310 cases: phishing',
      '3,640 cases: job fraud',
      '28%: job fraud',
    ],
  ],
  // What only ranks those of whom it is a part.
  [
    'According to the audit, 7 out of 10 leading AI tutors tested failed to stop.',
    ['7: AI tutors', '10: AI tutors'],
  ],
  [
    'A joint probe by NewsNet and the Centre reveals that 70% of leading AI tutors failed.',
    ['70%: AI tutors'],
  ],
  // A change is of what its noun leads to, in a bracket of what stands before it; where somebody saw it, it is his.
  ['- 390% increase in identity fraud over the year', ['390%: identity fraud']],
  [
    'Some 4,100 complaints were read by staff (4% increase from 2022).',
    ['4,100 complaints: complaints', '4%: complaints'],
  ],
  // Places in a list that is paired value by value; a quarter of a year names nobody.
  [
    'There, Tanzania, Kenya, and Nigeria had the highest rates, at 3.12%, 3.04%, and 2.81%, respectively.',
    ['3.12%: Tanzania', '3.04%: Kenya', '2.81%: Nigeria'],
  ],
  [
    'Lumora Labs had 70% growth in Q1 and raised $40 million.',
    ['70%: Lumora Labs', '$40 million: Lumora Labs'],
  ],
  // A sentence that begins behind a closed quotation begins with no name.
  ['None chose "extremely." Nearly a quarter of owners declined.', ['a quarter: owners']],
  ['The tool scored 8.1, versus 6.2 for the old one.', ['8.1: The tool', '6.2: old one']],
  // Approximators before a part, and lists in brackets that a verb opens.
  ['A total of 42% of victims paid.', ['42%: victims']],
  [
    'Fears among clinics include data leakage (27 percent), AI-made attacks (25 percent), and deepfakes (14 percent).',
    ['27 percent: data leakage', '25 percent: AI-made attacks', '14 percent: deepfakes'],
  ],
  // A pronoun in a listing, whose lines are no sentences of the text.
  ['```\nIt halved latency by 40% of all.\n```', ['halved: latency', '40%: latency']],
]

describe('what English figures are about', () => {
  it.each(CASES)('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})
