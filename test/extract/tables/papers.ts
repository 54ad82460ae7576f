import type { Table } from './table.ts'

/**
 * Sentences in the manner of papers, model cards, evaluations, audits and transcripts, written with what is expected before the
 * extractor had read them: those that were read wrongly at first sight, and look-alikes.
 */
export const papers: Table = {
  zh: [
    ['一致性较高（κ = 0.94，n = 60）。', '0.94 score exact; 60 count exact'],
    ['一致性較高（κ = 0.94，n = 60）。', '0.94 score exact; 60 count exact'],
  ],
  en: [
    // Changes of a count, with what is counted elsewhere and when each value held.
    ['The number of use cases grew from 604 in 2023 to 1,190 in 2024.', '604 count exact; 1190 count exact'],
    [
      'Pilot projects increased about eight-fold, from 35 to 291.',
      '8 multiple about; 35 count exact; 291 count exact',
    ],
    ['The ministry saw a jump, going from four to 33 uses.', '4 count exact; 33 count exact'],
    ['It went from six AI use cases in 2023 to 104 in 2024.', '6 count exact; 104 count exact'],
    ['The bureau went from one use case in 2023 to 27.', '27 count exact'],
    ['The office moved from 12 Main Street in 2023 to Leeds.', ''],
    ['The data run from March 2023 to May 2024.', ''],
    // Nouns that look like verbs, and verbs that look like nouns.
    ['Our 31 recommendations address these issues.', '31 count exact'],
    ['The attack success rate on two LLMs reveals much.', '2 count exact'],
    // Settings, and asides in brackets.
    ['Temperature: 0 (to get the same outputs each time)', ''],
    ['Regions such as Ohio see stress values exceeding 0.3.', '0.3 score more_than'],
    // The time in which something doubles is one figure.
    ['The horizon was halved from a 9-month doubling in 2025.', '0.5 fraction exact; 9 duration:month exact'],
    // What is called by a number, and what restates one.
    ['We ran 64 ML research tasks.', '64 count exact'],
    ['It takes 64 ml of water a day.', '64 other exact'],
    ['The 50% time horizon is where the curve crosses the line.', ''],
    ['The reader reached 90.3% (722/800) in all.', '90.3 percent exact'],
    ['It reached 90.3% (12/800) in all.', '90.3 percent exact; 12 score exact'],
    ['Accuracy was 81.3% (95% confidence interval [CI]: 72.1%-90.4%).', '81.3 percent exact'],
    ['Sixty vignettes were read by three human readers.', '60 count exact; 3 count exact'],
    // Growth by times a year, a unit behind a plus, people out of ten, and a quarter of a year.
    ['Compute has grown at roughly 4 times per year since 2020.', '4 multiple about'],
    ['He was called 4 times per year.', '4 count exact'],
    ['The single sites of 1-5 GW will draw 40+ GW.', '1-5 other exact; 40 other at_least'],
    ['And 7 out of 10 seniors got a scam call.', '0.7 fraction exact'],
    ['They saved $230,000 in one quarter.', '230000 money:USD exact'],
    ['One quarter of all sites failed.', '0.25 fraction exact'],
  ],
}
