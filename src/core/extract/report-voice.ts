import type { Span } from '../text/sentences.ts'
import type { Block } from './document.ts'
import type { Reading } from './reading.ts'

/** 能效方面，…: the next topic of what a report says. */
const NEXT_TOPIC = /^[\s*]{0,4}(?:在)?[\u4e00-\u9fff、]{2,12}(?:方面|领域|层面|环节),/
const REPORT = /(?:报告|白皮书|蓝皮书|调查|民调|问卷|统计)$/

/** Whether a paragraph takes up the next topic of the report that the paragraph before told of. */
export const goesOn = ({ folded }: Reading, { start }: Block): boolean =>
  NEXT_TOPIC.test(folded.slice(start, start + 24))

/** Whether a voice is a report, which speaks on, and no person. */
export const isWork = ({ folded }: Reading, { start, end }: Span): boolean =>
  REPORT.test(folded.slice(start, end))
